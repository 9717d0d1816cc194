import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { S3Settings } from '../../src/platform/files/s3/files.s3.ts';
import { endChild, freePort, startSupervised } from './supervised.ts';

const CHILD = fileURLToPath(new URL('./s3Store.child.ts', import.meta.url));

/** The only key that the store knows. */
const key = 'S3RVER';

/** An S3-speaking store in a process of its own, with one bucket; it can be killed and comes back with what it had. */
export class S3Store {
  readonly settings: S3Settings;
  readonly #folder: string;
  readonly #port: number;
  #child: ChildProcess | null = null;

  static async start(folder: string): Promise<S3Store> {
    const store = new S3Store(folder, await freePort());
    await store.restart();
    return store;
  }

  private constructor(folder: string, port: number) {
    this.#folder = folder;
    this.#port = port;
    this.settings = {
      endpoint: `http://127.0.0.1:${port}`,
      region: 'us-east-1',
      bucket: 'giay-to',
      accessKeyId: key,
      secretAccessKey: key,
      pathStyle: true,
    };
  }

  /** The same settings as a server is given them. */
  get environment(): Record<string, string> {
    return {
      S3_ENDPOINT: this.settings.endpoint!,
      S3_BUCKET: this.settings.bucket,
      S3_ACCESS_KEY_ID: key,
      S3_SECRET_ACCESS_KEY: key,
    };
  }

  async kill(): Promise<void> {
    await endChild(this.#child, 'SIGKILL');
    this.#child = null;
  }

  async restart(): Promise<void> {
    await this.kill();
    mkdirSync(this.#folder, { recursive: true });
    const args = [CHILD, this.#folder, `${this.#port}`, this.settings.bucket];
    this.#child = startSupervised(process.execPath, args, {});
    this.#child.stderr?.resume();
    await once(this.#child.stdout!, 'data');
  }
}
