import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

export const passphrase = 'năm từ chẳng liên quan gì tới nhau';

type Command = readonly ['backup' | 'restore', ...string[]];
type Settings = Readonly<Record<string, string>>;

/** Runs `npm run backup` or `npm run restore` as it is run, which must succeed; answers what it said. */
export async function succeed(settings: Settings, ...command: Command): Promise<string> {
  const { code, said } = await run(settings, command);
  if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code}: ${said}`);
  return said;
}

/** As `succeed`, for one that must fail. */
export async function fail(settings: Settings, ...command: Command): Promise<string> {
  const { code, said } = await run(settings, command);
  if (code !== 1) throw new Error(`${command.join(' ')} ended with ${code}: ${said}`);
  return said;
}

/** With nothing but these settings. */
async function run(settings: Settings, [command, ...args]: Command): Promise<{ code: number; said: string }> {
  const { PATH = '' } = process.env;
  const program = fileURLToPath(new URL(`../${command}.ts`, import.meta.url));
  const env = { PATH, BACKUP_PASSPHRASE: passphrase, ...settings };
  const child = spawn(process.execPath, [program, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const [[code], ...said] = await Promise.all([once(child, 'close'), text(child.stdout), text(child.stderr)]);
  return { code: code as number, said: said.join('') };
}
