import { WebSocket } from 'ws';

/** After so many milliseconds without an answer something is wrong. */
const patience = 60_000;

/**
 * A client that speaks as much of Socket.IO's wire as a hall needs, on a bare WebSocket: so it costs the same to receive
 * from every server that is compared. That the stock client works with the product is what tests are for.
 */
export class WireClient {
  readonly #socket: WebSocket;
  readonly #acks = new Map<number, (answer: never) => void>();
  #number = 0;
  onEvent: (name: string, message: never) => void = () => {};
  onClose: () => void = () => {};
  /** What came so far. */
  bytes = 0;
  #onOpen: (isLetIn: boolean) => void = () => {};

  /** Connects to a Socket.IO server, and hears its events from the first one on. */
  static async connect(
    origin: string,
    cookie: string,
    onEvent: (name: string, message: never) => void = () => {},
  ): Promise<WireClient> {
    const address = `${origin.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
    const client = new WireClient(
      new WebSocket(address, { perMessageDeflate: false, headers: { cookie, origin } }),
    );
    client.onEvent = onEvent;
    await client.#connected();
    return client;
  }

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', data => this.#receive(data as Buffer));
    socket.on('close', () => this.onClose());
  }

  #connected(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#socket.on('error', reject);
      this.#socket.on('close', () => reject(new Error('closed before it was let in')));
      this.#onOpen = isLetIn => (isLetIn ? resolve() : reject(new Error('refused')));
    });
  }

  ask<Result>(name: string, message: object): Promise<Result> {
    const number = this.#number++;
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    const guard = setTimeout(() => reject(new Error(`${name} was not answered`)), patience);
    this.#acks.set(number, answer => {
      clearTimeout(guard);
      resolve(answer);
    });
    this.#socket.send(`42${number}${JSON.stringify([name, message])}`);
    return promise;
  }

  /** Ends the connection without a word. */
  terminate(): void {
    this.#socket.terminate();
  }

  #receive(data: Buffer): void {
    this.bytes += data.length;
    const text = data.toString();
    if (text.startsWith('42')) {
      const [name, message] = JSON.parse(text.slice(2)) as [string, never];
      this.onEvent(name, message);
    } else if (text.startsWith('43')) {
      const start = text.indexOf('[');
      const number = Number(text.slice(2, start));
      const [answer] = JSON.parse(text.slice(start)) as [never];
      this.#acks.get(number)?.(answer);
      this.#acks.delete(number);
    } else if (text === '2') this.#socket.send('3');
    else if (text.startsWith('0')) this.#socket.send('40');
    else if (text.startsWith('40')) this.#onOpen(true);
    else if (text.startsWith('44')) this.#onOpen(false);
  }
}
