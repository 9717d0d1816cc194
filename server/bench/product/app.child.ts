import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createApp } from '../../src/app.ts';
import { encodeMessage, memoryBus } from '../../src/platform/bus/bus.ts';
import { openDatabase } from '../../src/platform/database/db.ts';
import { migrate } from '../../src/platform/database/migrate.ts';
import { diskFiles } from '../../src/platform/files/files.disk.ts';
import { createLog } from '../../src/platform/log.ts';
import { currentEpoch } from '../../src/platform/streams/epochs.ts';
import type { StoredEvent } from '../../src/platform/streams/streams.ts';
import { answer } from '../measure/child.ts';
import { now } from '../measure/clock.ts';

// The whole product in this process, with its bus in the hand of the benchmark: a change is put on it as the runner does
// after a commit, so that what follows is measured alone.

const bus = memoryBus();
let template: StoredEvent;
let seq = 0;

async function start({ connectionString, folder }: { connectionString: string; folder: string }) {
  await migrate(connectionString);
  const log = createLog('error');
  const database = openDatabase(connectionString, log);
  const allowedOrigins = new Set<string>();
  const app = createApp({
    database,
    epoch: await currentEpoch(database.db),
    bus,
    files: await diskFiles(join(folder, 'papers')),
    log,
    allowedOrigins,
    secure: false,
    trustProxy: false,
    sessionHours: 1,
    maxUploadBytes: 1024 * 1024,
    metricsToken: null,
    demo: false,
    version: 'bench',
    clientFolder: null,
    // The heads of what the benchmark invents are not in the database.
    beatMs: 2_000_000,
  });
  await new Promise<void>(resolve => app.http.listen(0, '127.0.0.1', 4096, resolve));
  const origin = `http://127.0.0.1:${(app.http.address() as AddressInfo).port}`;
  allowedOrigins.add(origin);
  return origin;
}

answer({
  start,
  payload: (given: { event: StoredEvent }) => {
    template = given.event;
    seq = given.event.seq;
  },
  /** Puts changes on the bus in one turn; answers when it began. */
  send: ({ count }: { count: number }) => {
    const began = now();
    for (let at = 0; at < count; at += 1) {
      seq += 1;
      bus.publish('events', encodeMessage([{ ...template, seq }]));
    }
    return began;
  },
});
