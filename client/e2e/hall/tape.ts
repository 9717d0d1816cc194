import type { CommandEnvelope } from '@nghisu/shared/platform/commands.ts';
import type { Page } from 'playwright-core';

/** A command that the server has accepted, as it went over the wire. */
export type AcknowledgedCommand = { readonly envelope: CommandEnvelope; readonly seq: number };

/** `42<number>["command", {...}, ...]` out, `43<number>[{"ok":true,"seq":7}]` back (Socket.IO protocol 5). */
const packet = /^(42|43)(\d+)(\[.*\])$/s;

/** Listens to a page's sockets and remembers every command that was acknowledged, whatever the page made of it. */
export class CommandTape {
  readonly acknowledged = new Map<string, AcknowledgedCommand>();

  constructor(page: Page) {
    page.on('websocket', socket => {
      const asked = new Map<string, CommandEnvelope>();
      socket.on('framesent', ({ payload }) => {
        const [, type, number, json] = packet.exec(`${payload}`) ?? [];
        if (type !== '42' || !number || !json) return;
        const [name, message] = JSON.parse(json) as [string, CommandEnvelope];
        if (name === 'command') asked.set(number, message);
      });
      socket.on('framereceived', ({ payload }) => {
        const [, type, number, json] = packet.exec(`${payload}`) ?? [];
        const envelope = type === '43' && number ? asked.get(number) : undefined;
        if (!envelope || !json) return;
        const [answer] = JSON.parse(json) as [{ ok: boolean; seq?: number }];
        if (answer.ok && answer.seq !== undefined)
          this.acknowledged.set(envelope.id, { envelope, seq: answer.seq });
      });
    });
  }
}
