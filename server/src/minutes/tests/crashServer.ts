import { createServer } from 'node:http';
import { openDatabase } from '../../platform/database/db.ts';
import { createLog } from '../../platform/log.ts';
import { createMinutesServer } from '../minutesServer.ts';

// A process of the minutes server that a test can kill: `crashServer.ts <database> <port> <person>`.

const [connectionString = '', port = '0', personId = ''] = process.argv.slice(2);
const log = createLog('silent');
const server = createMinutesServer({
  db: openDatabase(connectionString, log).db,
  log,
  authorise: async () => ({ read: true, write: true, name: 'Thư ký', generation: 1 }),
  agendaOf: async () => [],
});
const http = createServer();
http.on('upgrade', (request, socket, head) => {
  const meetingId = new URL(request.url ?? '', 'http://minutes').pathname.slice('/minutes/'.length);
  server.handleUpgrade(request, socket, head, meetingId, { personId, sessionId: personId });
});
http.listen(Number(port), '127.0.0.1', () => process.stdout.write(`${JSON.stringify(http.address())}\n`));
