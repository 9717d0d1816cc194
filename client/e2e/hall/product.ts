import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildClientIfStale } from '../../../server/src/build.ts';
import { loadConfig } from '../../../server/src/platform/config.ts';

const START = join(import.meta.dirname, '..', '..', '..', 'server', 'src', 'start.ts');
const GREETING = /Nghị Sự: (http:\/\/\S+)/;

/** The password of the demo logins where nobody sets another. */
export const demoPassword = loadConfig({}).demoPassword;

/** The real product as a process of its own, on a data folder of its own. */
export class Product {
  readonly #folder: string;
  readonly #env: Record<string, string>;
  #child: ChildProcess | null = null;
  #origin = '';
  #output = '';

  /** Builds the pages where they are stale, then starts the server on a free port. */
  static async start(env: Record<string, string> = {}): Promise<Product> {
    await buildClientIfStale();
    const product = new Product(env);
    await product.#run();
    return product;
  }

  private constructor(env: Record<string, string>) {
    this.#folder = mkdtempSync(join(tmpdir(), 'nghisu-e2e-'));
    // The database drops to an account of its own, which has to pass through.
    chmodSync(this.#folder, 0o711);
    this.#env = env;
  }

  get origin(): string {
    return this.#origin;
  }
  get port(): number {
    return Number(new URL(this.#origin).port);
  }
  /** What this run of the server said so far. */
  get output(): string {
    return this.#output;
  }
  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  /** The machine loses this process between two instructions. */
  async killHard(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** As an upgrade does: the server finishes what is under way and ends. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM');
  }

  /** Comes back on the same folder and the same port. */
  async restart(): Promise<void> {
    await this.#run();
  }

  async close(): Promise<void> {
    await this.#end('SIGTERM');
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #run(): Promise<void> {
    // The pages stay as they were built: a change of their source in the middle is not what is looked at here.
    const child = spawn(process.execPath, [START, '--without-pages'], {
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        LOG_LEVEL: 'warn',
        PORT: this.#origin === '' ? '0' : `${this.port}`,
        DATA_DIR: join(this.#folder, 'data'),
        ...this.#env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    const exited = once(child, 'exit').then(() => {
      throw new Error(`the server ended by itself:\n${this.#output.slice(-4000)}`);
    });
    exited.catch(() => undefined);
    const greeted = new Promise<void>(resolve => {
      const take = (chunk: Buffer) => {
        this.#output += chunk;
        const origin = GREETING.exec(this.#output)?.[1];
        if (!origin) return;
        this.#origin = origin;
        resolve();
      };
      this.#output = '';
      child.stdout.on('data', take);
      child.stderr.on('data', take);
    });
    await Promise.race([greeted, exited]);
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  }
}
