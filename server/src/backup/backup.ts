import { stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { loadConfig } from '../platform/config.ts';
import { version } from '../version.ts';
import { type ArchiveContent, readArchive } from './archive/readArchive.ts';
import { runCommand, say, sizeText } from './commandLine.ts';
import { makeBackup } from './makeBackup.ts';
import { chooseNewPassphrase, readPassphrase } from './passphrase.ts';
import { openPlace } from './place.ts';

const usage = 'npm run backup -- --out FILE    or    npm run backup -- --verify FILE';

await runCommand(async () => {
  const { values } = parseArgs({ options: { out: { type: 'string' }, verify: { type: 'string' } } });
  if ((values.out === undefined) === (values.verify === undefined)) throw new Error(usage);
  if (values.out !== undefined) await backUp(values.out);
  else await verify(values.verify!);
});

async function backUp(out: string): Promise<void> {
  const passphrase = chooseNewPassphrase(process.env);
  const place = await openPlace(loadConfig(process.env), 'beside');
  try {
    const { connectionString, files } = place;
    const content = await makeBackup({ connectionString, files, out, passphrase, version });
    say(`Backed up to ${out} (${sizeText((await stat(out)).size)}) and read back: ${summaryOf(content)}.`);
  } finally {
    await place.close();
  }
}

async function verify(path: string): Promise<void> {
  const content = await readArchive(path, readPassphrase(process.env));
  say(`${path} is whole: ${summaryOf(content)}.`);
}

function summaryOf({ manifest: { tables, madeAt, version: by }, papers }: ArchiveContent): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const bytes = papers.reduce((sum, paper) => sum + paper.bytes, 0);
  return `made at ${madeAt} by version ${by}, ${tables.length} tables with ${rows} rows, ${papers.length} papers with ${sizeText(bytes)}`;
}
