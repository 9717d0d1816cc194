import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { type WebSocket, WebSocketServer } from 'ws';
import * as awarenessProtocol from 'y-protocols/awareness';
import * as syncProtocol from 'y-protocols/sync';
import * as Y from 'yjs';
import { answer } from '../measure/child.ts';

// The anchor of the minutes: a server of the y-websocket protocol as its reference is made, from the protocol package
// that everybody uses. A Y.Doc for each room, every update applied and sent on to all as it comes, nothing stored,
// nothing judged.

const sync = 0;
const awareness = 1;

type Room = { doc: Y.Doc; awareness: awarenessProtocol.Awareness; connections: Set<WebSocket> };
const rooms = new Map<string, Room>();

function roomOf(name: string): Room {
  const known = rooms.get(name);
  if (known) return known;
  const doc = new Y.Doc();
  const room: Room = { doc, awareness: new awarenessProtocol.Awareness(doc), connections: new Set() };
  rooms.set(name, room);
  doc.on('update', (update: Uint8Array) => {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, sync);
    syncProtocol.writeUpdate(encoder, update);
    const message = encoding.toUint8Array(encoder);
    for (const connection of room.connections) connection.send(message);
  });
  return room;
}

const server = new WebSocketServer({ noServer: true, perMessageDeflate: false });
const http = createServer();
http.on('upgrade', (request, socket, head) =>
  server.handleUpgrade(request, socket, head, connection => serve(connection, request.url ?? '')),
);

function serve(connection: WebSocket, name: string): void {
  const room = roomOf(name);
  room.connections.add(connection);
  connection.on('close', () => room.connections.delete(connection));
  connection.on('message', (data: Buffer) => {
    const decoder = decoding.createDecoder(data);
    const encoder = encoding.createEncoder();
    const type = decoding.readVarUint(decoder);
    if (type === awareness) {
      awarenessProtocol.applyAwarenessUpdate(room.awareness, decoding.readVarUint8Array(decoder), connection);
      return;
    }
    encoding.writeVarUint(encoder, sync);
    syncProtocol.readSyncMessage(decoder, encoder, room.doc, connection);
    if (encoding.length(encoder) > 1) connection.send(encoding.toUint8Array(encoder));
  });
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, sync);
  syncProtocol.writeSyncStep1(encoder, room.doc);
  connection.send(encoding.toUint8Array(encoder));
}

answer({
  start: async () => {
    await new Promise<void>(resolve => http.listen(0, '127.0.0.1', 4096, resolve));
    return `ws://127.0.0.1:${(http.address() as AddressInfo).port}`;
  },
  /** Puts a document into a room. */
  load: (given: { room: string; state: string }) => {
    Y.applyUpdate(roomOf(`/${given.room}`).doc, Buffer.from(given.state, 'base64'));
  },
});
