import { parseArgs } from 'node:util';
import { loadConfig } from '../platform/config.ts';
import { version } from '../version.ts';
import { runCommand, say } from './commandLine.ts';
import { readPassphrase } from './passphrase.ts';
import { openPlace } from './place.ts';
import { restoreBackup } from './restoreBackup.ts';

const usage = 'npm run restore -- --from FILE [--replace]';

await runCommand(async () => {
  const { values } = parseArgs({ options: { from: { type: 'string' }, replace: { type: 'boolean' } } });
  const { from, replace = false } = values;
  if (from === undefined) throw new Error(usage);
  const passphrase = readPassphrase(process.env);
  const place = await openPlace(loadConfig(process.env), 'alone');
  try {
    const { connectionString, files } = place;
    const { manifest, papers, epoch, sessionsEnded } = await restoreBackup({
      ...{ connectionString, files, from, passphrase, version, replace },
    });
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    say(`Restored what was backed up at ${manifest.madeAt}: ${rows} rows, ${papers.length} papers.`);
    say(`A new epoch has begun: ${epoch}.`);
    say(`Everybody logs in again (${sessionsEnded} sessions ended). Start the server now.`);
  } finally {
    await place.close();
  }
});
