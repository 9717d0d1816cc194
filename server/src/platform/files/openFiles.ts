import { join } from 'node:path';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import type { FileStore } from './fileStore.ts';
import { diskFiles } from './files.disk.ts';
import { s3Files } from './s3/files.s3.ts';

/** Opens the place that the settings name for the papers. */
export function openFiles({ dataDir, s3 }: Config, log: Log): Promise<FileStore> {
  if (s3 === null) return diskFiles(join(dataDir, 'papers'));
  return s3Files(s3, join(dataDir, 'incoming'), log);
}
