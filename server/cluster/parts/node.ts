import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type FaultProxy, linkOf } from '../links/faultProxy.ts';
import { endChild, hasEnded, startSupervised } from './supervised.ts';

const START = fileURLToPath(new URL('../../src/start.ts', import.meta.url));
const GREETING = /Nghị Sự: http:\/\/\S+/;
/** What is kept of what a server says. */
const mostOutput = 200_000;

type Parts = {
  readonly port: number;
  readonly settings: Readonly<Record<string, string>>;
  readonly link: FaultProxy | null;
};

/** One of the identical servers: a process that can be stopped, frozen, or killed in the middle of anything. */
export class ClusterNode {
  readonly #parts: Parts;
  #child: ChildProcess | null = null;
  #output = '';
  readonly #crashes: string[] = [];
  /** The processes that were told to end. */
  readonly #told = new WeakSet<ChildProcess>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Past the balancer and past every link. */
  get origin(): string {
    return `http://127.0.0.1:${this.#parts.port}`;
  }
  get pid(): number | null {
    return this.#child && !hasEnded(this.#child) ? this.#child.pid! : null;
  }
  /** What all its lives said, the newest last. */
  get output(): string {
    return this.#output;
  }
  /** Ends of the process that nobody here asked for, each with the last that it said. */
  get crashes(): readonly string[] {
    return this.#crashes;
  }
  /** Between the balancer and this server. */
  get link(): FaultProxy {
    return linkOf(this.#parts.link ? [this.#parts.link] : [], 0);
  }

  /** Starts the process with settings that may differ from last time; done once it listens. */
  async start(changed: Readonly<Record<string, string>> = {}): Promise<void> {
    const { PATH = '', HOME = '' } = process.env;
    const env = { PATH, HOME, ...this.#parts.settings, ...changed, PORT: `${this.#parts.port}` };
    const child = startSupervised(process.execPath, [START, '--without-pages'], env);
    this.#child = child;
    child.once('exit', (code, signal) => {
      if (!this.#told.has(child)) this.#crashes.push(`${code ?? signal}: ${this.#output.slice(-2000)}`);
    });
    await this.#greeting(child);
  }

  async #greeting(child: ChildProcess): Promise<void> {
    let said = '';
    const greeted = new Promise<void>(resolve => {
      const take = (chunk: Buffer) => {
        said += chunk;
        this.#output = (this.#output + chunk).slice(-mostOutput);
        if (GREETING.test(said)) resolve();
      };
      child.stdout?.on('data', take);
      child.stderr?.on('data', take);
    });
    const ended = once(child, 'exit').then(() => {
      throw new Error(`a server ended before it listened:\n${said.slice(-4000)}`);
    });
    ended.catch(() => undefined);
    await Promise.race([greeted, ended]);
  }

  /** SIGKILL, and gone. */
  async kill9(): Promise<void> {
    await this.#end('SIGKILL');
  }
  /** SIGTERM, and gone when everything under way is done. */
  async term(): Promise<void> {
    await this.#end('SIGTERM');
  }
  /** SIGSTOP: the process stands still, its connections stay open. */
  stop(): void {
    this.#child?.kill('SIGSTOP');
  }
  /** SIGCONT: it goes on where it stood, and does not know for how long. */
  cont(): void {
    this.#child?.kill('SIGCONT');
  }
  /** Comes back on the same port, after whatever ended it; a running one is told to stop first. */
  async restart(changed: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.term();
    await this.start(changed);
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    if (this.#child) this.#told.add(this.#child);
    await endChild(this.#child, signal);
  }

  async close(): Promise<void> {
    await this.kill9();
    await this.#parts.link?.close();
  }
}
