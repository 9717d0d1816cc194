import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { FaultyPipe } from './faultyPipe.ts';

/** What a link does to the bytes that are given to it. `deaf`: what the server answers is lost on the way. */
export type LinkMode = 'pass' | 'refuse' | 'blackhole' | 'deaf';

/** A network cable between a client and a server, which can be pulled, slowed, or lose what it carries. */
export type FaultProxy = {
  readonly port: number;
  readonly origin: string;
  /** Where the cable leads, a port of this machine or the path of a socket; to be set once it is known. */
  target: number | string;
  readonly mode: LinkMode;
  /** Open connections end, new ones find nobody. */
  refuse(): void;
  /** Connections stay open, and nothing passes in either direction: not even their end. */
  blackhole(): void;
  /** What the client sends arrives, what the server answers does not: acknowledgements are lost. */
  deafen(): void;
  /** Every byte from now on takes so many milliseconds longer, in each direction. */
  delay(milliseconds: number): void;
  /** Ends every open connection once; new ones go on as the mode says. */
  cut(): void;
  /** All is well again. Connections that lost bytes end, as those of a partition that outlives TCP do. */
  mend(): void;
  close(): Promise<void>;
};

type Pair = { near: Socket; far: Socket | null; hasLost: boolean };

/** Opens a proxy on a free loopback port. */
export async function openFaultProxy(target: number | string = 0): Promise<FaultProxy> {
  const link = new Link(target);
  await link.listen();
  return link;
}

/** The link with this number, or an error that says how there would be one. */
export function linkOf(links: readonly FaultProxy[], number: number): FaultProxy {
  const link = links[number];
  if (!link) throw new Error(`This cluster has no link ${number}: start it with faultLinks.`);
  return link;
}

class Link implements FaultProxy {
  target: number | string;
  readonly #server = createServer({ noDelay: true }, near => this.#take(near));
  readonly #pairs = new Set<Pair>();
  #mode: LinkMode = 'pass';
  #delay = 0;

  constructor(target: number | string) {
    this.target = target;
  }

  async listen(): Promise<void> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }
  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }
  get mode(): LinkMode {
    return this.#mode;
  }

  refuse(): void {
    this.#mode = 'refuse';
    this.cut();
  }
  blackhole(): void {
    this.#mode = 'blackhole';
    for (const pair of this.#pairs) pair.hasLost = true;
  }
  deafen(): void {
    this.#mode = 'deaf';
  }
  delay(milliseconds: number): void {
    this.#delay = milliseconds;
  }

  cut(): void {
    for (const pair of this.#pairs) this.#end(pair);
  }

  mend(): void {
    this.#mode = 'pass';
    this.#delay = 0;
    for (const pair of this.#pairs) if (pair.hasLost) this.#end(pair);
  }

  async close(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.cut();
    await closed;
  }

  #take(near: Socket): void {
    const pair: Pair = { near, far: null, hasLost: false };
    this.#pairs.add(pair);
    near.on('error', () => undefined).on('close', () => this.#forget(pair));
    if (this.#mode === 'refuse') return void this.#end(pair);
    if (this.#mode === 'blackhole') {
      // Nobody hears of it: the connection is held until the link is mended.
      pair.hasLost = true;
      return void near.resume();
    }
    const { target } = this;
    const far = typeof target === 'number' ? connect({ port: target, host: '127.0.0.1' }) : connect(target);
    pair.far = far;
    far.setNoDelay(true);
    far.on('error', () => undefined).on('close', () => this.#forget(pair));
    const delay = () => this.#delay;
    const loses = (...modes: LinkMode[]) => {
      const isLost = modes.includes(this.#mode);
      if (isLost) pair.hasLost = true;
      return isLost;
    };
    new FaultyPipe({ from: near, to: far, delay, loses: () => loses('blackhole') });
    new FaultyPipe({ from: far, to: near, delay, loses: () => loses('blackhole', 'deaf') });
  }

  #forget(pair: Pair): void {
    if (pair.near.destroyed && (!pair.far || pair.far.destroyed)) this.#pairs.delete(pair);
  }

  #end(pair: Pair): void {
    pair.near.destroy();
    pair.far?.destroy();
  }
}
