import type { Duplex } from 'node:stream';
import type { Socket } from 'socket.io';

type Holdable = Pick<Duplex, 'cork' | 'uncork'>;

/** Of a connection's inside, what sending past Socket.IO needs; `_sender.sendFrame` is what Engine.IO calls too. */
type Inside = {
  readonly readyState: string;
  /** Packets that wait for the transport. */
  readonly writeBuffer: readonly { readonly data?: unknown }[];
  readonly transport: {
    readonly name: string;
    readonly socket?: {
      readonly readyState: number;
      readonly bufferedAmount: number;
      readonly _socket?: Holdable | null;
      readonly _sender?: { sendFrame?(frame: readonly Buffer[]): void };
    };
  };
};

const insideOf = (socket: Pick<Socket, 'conn'>): Inside => socket.conn as unknown as Inside;

/**
 * A turn of the event loop. Its first frame leaves at once; what the same connections are sent after that, by whomever,
 * leaves in one write each at its end, in the same order: it is writes that cost.
 */
export class Turn {
  #isUsed = false;
  readonly #held = new Set<Holdable>();

  /** True for all but the first frame of the turn. */
  isLater(): boolean {
    if (this.#isUsed) return true;
    this.#isUsed = true;
    setImmediate(() => this.#end());
    return false;
  }

  hold(connection: Holdable): void {
    if (this.#held.has(connection)) return;
    this.#held.add(connection);
    connection.cork();
  }

  #end(): void {
    this.#isUsed = false;
    for (const connection of this.#held) connection.uncork();
    this.#held.clear();
  }
}

/**
 * One message for many connections: a WebSocket frame built once and written to each as it is. Socket.IO's own way costs
 * as much again as the write. Only where nothing of the connection waits, so that all it is sent stays in order.
 */
export class SharedFrame {
  readonly #frame: readonly [Buffer];
  readonly #turn: Turn;
  readonly #isLater: boolean;

  constructor(turn: Turn, name: string, message: object) {
    this.#turn = turn;
    this.#isLater = turn.isLater();
    // "4": a message of Engine.IO; "2": an event of Socket.IO, in the main namespace.
    this.#frame = [textFrame(Buffer.from(`42${JSON.stringify([name, message])}`))];
  }

  /** Writes it; false where it has to go the ordinary way. */
  writeTo(socket: Pick<Socket, 'conn'>): boolean {
    const { readyState, writeBuffer, transport } = insideOf(socket);
    if (readyState !== 'open' || writeBuffer.length > 0 || transport.name !== 'websocket') return false;
    const wire = transport.socket;
    if (wire?.readyState !== 1 || typeof wire._sender?.sendFrame !== 'function') return false;
    if (this.#isLater && wire._socket) this.#turn.hold(wire._socket);
    wire._sender.sendFrame(this.#frame);
    return true;
  }
}

/** What waits in user space for the connection, in bytes, as far as the transport tells. */
export function bufferedBytes(socket: Pick<Socket, 'conn'>): number {
  const { transport, writeBuffer } = insideOf(socket);
  let bytes = transport.socket?.bufferedAmount ?? 0;
  for (const { data } of writeBuffer) bytes += String(data ?? '').length;
  return bytes;
}

/** A whole text message of a server as one frame (RFC 6455, section 5.2): unmasked, uncompressed. */
function textFrame(payload: Buffer): Buffer {
  const { length } = payload;
  const whole = 0x81;
  if (length < 126) return Buffer.concat([Buffer.from([whole, length]), payload]);
  const isShort = length < 65_536;
  const head = Buffer.from([whole, isShort ? 126 : 127, ...Array.from({ length: isShort ? 2 : 8 }, () => 0)]);
  if (isShort) head.writeUInt16BE(length, 2);
  else head.writeBigUInt64BE(BigInt(length), 2);
  return Buffer.concat([head, payload]);
}
