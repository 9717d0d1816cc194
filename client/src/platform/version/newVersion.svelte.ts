import { connection } from '../connection/connection.svelte.ts';

/** Whether the server has moved on to a version that this page no longer fits; the page goes on as far as it can. */
class NewVersion {
  #isPartMissing = $state.raw(false);

  /** True where the page has to be loaded anew to be of use. */
  get isNeeded(): boolean {
    return connection.isOutdated || this.#isPartMissing;
  }

  /** A part of the page could not be loaded: the server lacks it where it runs another version by now. */
  readonly partMissing = (error: unknown): never => {
    // Without a connection nothing can be loaded, whatever the version.
    if (connection.state.kind === 'live') this.#isPartMissing = true;
    throw error;
  };
}

/** The page's own. */
export const newVersion = new NewVersion();
