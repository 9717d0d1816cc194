import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { newId } from '@nghisu/shared/platform/ids.ts';
import { eq } from 'drizzle-orm';
import { createTestDatabase } from '../../../test/programs/postgres.ts';
import { createWorld, type World } from '../../../test/worlds/world.ts';
import { appendUpdates, createMinutes } from '../../minutes/minutes.store.ts';
import { accounts } from '../../organisation/organisation.tables.ts';
import { insertSession } from '../../organisation/sessions.store.ts';
import { insertPaper, saveUpload } from '../../papers/papers.store.ts';
import type { FileStore } from '../../platform/files/fileStore.ts';
import { diskFiles } from '../../platform/files/files.disk.ts';
import { currentEpoch } from '../../platform/streams/epochs.ts';
import { measure } from '../archive/measure.ts';
import type { ArchiveContent } from '../archive/readArchive.ts';
import { makeBackup } from '../makeBackup.ts';
import { type Restored, type RestoreParts, restoreBackup } from '../restoreBackup.ts';
import { connect, copyOut, tablesOf } from '../tables.ts';

export const passphrase = 'năm từ chẳng liên quan gì tới nhau';

/** Text that COPY and tar have to take care of. */
export const awkward = 'Tờ trình\tsố 1\\2\nvề “đất đai” \\N \\. 🏛';

/** A world with a meeting, its minutes, a paper and an upload, and room for archives. */
export type Bed = {
  readonly world: World;
  readonly files: FileStore;
  readonly meetingId: string;
  /** The file of the attached paper, and that of an upload that nobody attached. */
  readonly paper: string;
  readonly upload: string;
  readonly path: (name: string) => string;
  readonly backUp: (
    name: string,
    given?: { files?: FileStore; connectionString?: string },
  ) => Promise<ArchiveContent>;
  close(): Promise<void>;
};

export async function createBed(): Promise<Bed> {
  const world = await createWorld();
  const { db, folder } = world;
  const files = await diskFiles(join(folder, 'papers'));
  const meeting = await world.meeting();
  const itemId = await world.agendaItem(meeting, awkward.replaceAll(/[\t\n]/g, ' '));
  const keep = async (bytes: number) => {
    const stored = await files.put([randomBytes(bytes)] as unknown as AsyncIterable<Uint8Array>, {
      maxBytes: bytes,
    });
    await saveUpload(db, { ...stored, pages: 1 }, meeting.secretary);
    return stored;
  };
  const [paper, upload] = [await keep(150_000), await keep(70_000)];
  await db.transaction(async tx => {
    await insertPaper(tx, {
      ...{ kind: 'paper', id: newId(), meetingId: meeting.id, agendaItemId: itemId, position: 1 },
      ...{ title: awkward, fileName: 'a.pdf', ...paper, pages: 1, attachedById: meeting.secretary },
      attachedAt: new Date().toISOString(),
    });
    await createMinutes(tx, meeting.id);
    const everyByte = Uint8Array.from({ length: 256 }, (_, index) => index);
    await appendUpdates(tx, meeting.id, 1, [{ update: everyByte, personId: meeting.secretary }], {
      sections: true,
    });
  });
  const [account] = await db.select().from(accounts).where(eq(accounts.personId, meeting.secretary));
  await insertSession(db, { id: newId(), tokenHash: 'x', hours: 1, account: account! });
  await currentEpoch(db);
  const path = (name: string) => join(folder, name);
  return {
    ...{ world, files, meetingId: meeting.id, paper: paper.sha256, upload: upload.sha256, path },
    backUp: (name, given = {}) =>
      makeBackup({
        ...{ connectionString: world.connectionString, files, ...given, out: path(name) },
        ...{ passphrase, workFactor: 8, version: '1.2.3' },
      }),
    close: () => world.close(),
  };
}

/** Another database with files of its own, to restore into. */
export type Target = {
  readonly connectionString: string;
  readonly files: FileStore;
  readonly restore: (from: string, given?: Partial<RestoreParts>) => Promise<Restored>;
  /** The text of every table by name, as hashes. */
  readonly tables: () => Promise<Map<string, string>>;
  close(): Promise<void>;
};

let targets = 0;

export async function createTarget(bed: Bed): Promise<Target> {
  const { connectionString, drop } = await createTestDatabase();
  const files = await diskFiles(bed.path(`papers of ${++targets}`));
  return {
    ...{ connectionString, files },
    restore: (from, given = {}) =>
      restoreBackup({
        ...{ connectionString, files, from, passphrase, version: '1.2.3', replace: false, ...given },
      }),
    tables: () => tablesIn(connectionString),
    close: drop,
  };
}

export async function tablesIn(connectionString: string): Promise<Map<string, string>> {
  const client = await connect(connectionString, 'a test');
  try {
    const found = new Map<string, string>();
    for (const table of await tablesOf(client))
      found.set(table.name, (await measure(copyOut(client, table))).sha256);
    return found;
  } finally {
    await client.end();
  }
}
