import type { FileStore } from '../../platform/files/fileStore.ts';
import type { Job } from '../../platform/jobs/jobs.ts';
import { forgetAbandonedUploads } from '../papers.store.ts';

/** So many at a time, so that one run stays short; the next one goes on. */
const mostAtOnce = 100;

/** Removes uploads that nobody attached within a day, and their files where nothing else has the same content. */
export const abandonedUploads = (files: FileStore): Job => ({
  name: 'papers.abandonedUploads',
  everySeconds: 600,
  async run(tx) {
    // Before the commit, while nobody may upload these again: a run that breaks here leaves rows without files, which
    // the next run forgets. The other way round a new upload could lose its file.
    for (const sha256 of await forgetAbandonedUploads(tx, mostAtOnce)) await files.remove(sha256);
  },
});
