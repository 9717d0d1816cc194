import type { Config } from '../platform/config.ts';
import type { FileStore } from '../platform/files/fileStore.ts';
import { openFiles } from '../platform/files/openFiles.ts';
import { createLog } from '../platform/log.ts';
import { joinEmbeddedPostgres, startEmbeddedPostgres } from '../platform/postgres/embeddedPostgres.ts';

/** Where an installation keeps its data. */
export type Place = {
  readonly connectionString: string;
  readonly files: FileStore;
  close(): Promise<void>;
};

/**
 * Opens the place that the server's settings name: to read it beside a server that runs, or alone to change it, which
 * refuses where a server uses the data folder.
 */
export async function openPlace(config: Config, how: 'beside' | 'alone'): Promise<Place> {
  const { databaseUrl, dataDir } = config;
  const log = createLog('warn');
  const open = how === 'beside' ? joinEmbeddedPostgres : startEmbeddedPostgres;
  const postgres = databaseUrl === null ? await open({ dataDir, log }) : null;
  try {
    const files = await openFiles(config, log);
    const connectionString = postgres?.connectionString ?? databaseUrl!;
    return { connectionString, files, close: async () => postgres?.stop() };
  } catch (error) {
    await postgres?.stop();
    throw error;
  }
}
