import { join } from 'node:path';
import { ServerProcess } from '../../test/programs/serverProcess.ts';
import { type BenchDatabase, startDatabase } from './database.ts';

/** The product as it is run, on a PostgreSQL of its own. */
export class RunningProduct {
  readonly database: BenchDatabase;
  #server: ServerProcess;

  static async start(): Promise<RunningProduct> {
    const database = await startDatabase();
    try {
      return new RunningProduct(database, await ServerProcess.start(settingsFor(database)));
    } catch (error) {
      await database.stop();
      throw error;
    }
  }

  private constructor(database: BenchDatabase, server: ServerProcess) {
    this.database = database;
    this.#server = server;
  }

  get origin(): string {
    return this.#server.origin;
  }

  get connectionString(): string {
    return this.database.connectionString;
  }

  /** The server's process. */
  get pid(): number {
    return this.#server.pid;
  }

  /** SIGKILL to the server, and the same again on the same port. */
  async killAndRestart(): Promise<void> {
    const { port } = this.#server;
    await this.#server.kill();
    this.#server = await ServerProcess.start({ ...settingsFor(this.database), PORT: port });
  }

  async stop(): Promise<void> {
    await this.#server.stop();
    await this.database.stop();
  }
}

const settingsFor = ({ folder, connectionString }: BenchDatabase): Record<string, string> => ({
  NGHISU_DEMO: '0',
  DATA_DIR: join(folder, 'files'),
  DATABASE_URL: connectionString,
});
