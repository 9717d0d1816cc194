import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const start = fileURLToPath(new URL('../../src/start.ts', import.meta.url));

/** The server as it is run, without its pages, on loopback; to be stopped, or killed in the middle of anything. */
export class ServerProcess {
  readonly origin: string;
  readonly #child: ChildProcess;

  /** Starts it with nothing but these settings; answers once it listens. Without `PORT` it takes a free one. */
  static async start(settings: Record<string, string>): Promise<ServerProcess> {
    const { PATH = '' } = process.env;
    const child = spawn(process.execPath, [start, '--without-pages'], {
      env: { PATH, PORT: '0', LOG_LEVEL: 'error', ...settings },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    for await (const line of createInterface({ input: child.stdout })) {
      const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
      if (origin) return new ServerProcess(child, origin);
    }
    throw new Error('the server ended before it listened');
  }

  private constructor(child: ChildProcess, origin: string) {
    this.#child = child;
    this.origin = origin;
    // Nobody reads on: a full pipe would hold the server up.
    child.stdout?.resume();
  }

  get pid(): number {
    return this.#child.pid!;
  }

  get port(): string {
    return new URL(this.origin).port;
  }

  /** SIGKILL, and gone. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** SIGTERM, and gone when everything under way is done. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM');
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const exited = once(this.#child, 'exit');
    this.#child.kill(signal);
    await exited;
  }
}
