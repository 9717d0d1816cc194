const NEEDED = 24;

const [major = '0'] = process.versions.node.split('.');
if (Number(major) < NEEDED) {
  stop(`This needs Node ${NEEDED}, which "npm ci" installed here. Start with "npm start" instead of "node".`);
}

const { ConfigError, loadConfig } = await import('./platform/config.ts');
const { buildClientIfStale } = await import('./build.ts');

try {
  const config = loadConfig(process.env);
  if (!process.argv.includes('--without-pages')) await buildClientIfStale();
  // From here on every file that is made, papers above all, is for this account only.
  process.umask(0o077);
  const { runServer } = await import('./main.ts');
  await runServer(config);
} catch (error) {
  stop(sentenceFor(error));
}

/** One clear line where the cause is outside the program, the whole story where it is inside. */
function sentenceFor(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, path, port, address } = error as NodeJS.ErrnoException & { port?: number; address?: string };
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken by another program. Stop it, or set PORT to another number.`;
  if (code === 'EADDRNOTAVAIL') return `This machine has no address ${address}. Set HOST to one that it has.`;
  if (code === 'EACCES' && port) return `Port ${port} is reserved for root. Set PORT to 1024 or more.`;
  if (code === 'EACCES')
    return `This account may not use ${path}. Start as its owner, or set DATA_DIR to another folder.`;
  const isExplained = error instanceof ConfigError || error.constructor === Error;
  return isExplained ? error.message : (error.stack ?? error.message);
}

function stop(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
