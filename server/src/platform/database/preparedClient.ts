import { createHash } from 'node:crypto';
import pg from 'pg';

/** Statements that one connection keeps prepared; each costs the server some kilobytes. */
const mostStatements = 300;

/** Longer ones are lists of values, seldom the same twice. */
const longestText = 4000;

type Query = { readonly text?: unknown; readonly name?: unknown };

/**
 * A connection that prepares each statement at its first use, under a name made from its text: from the second on the
 * database neither parses nor rewrites it, and plans it anew only where that pays.
 */
export class PreparedClient extends pg.Client {
  readonly #names = new Map<string, string>();

  override query(...args: unknown[]): never {
    const [first, ...rest] = args;
    const named = isPreparable(first, rest[0]) ? this.#named(first) : first;
    return super.query(...([named, ...rest] as unknown as Parameters<pg.Client['query']>)) as never;
  }

  #named(query: Query & { text: string }): Query {
    let name = this.#names.get(query.text);
    if (name === undefined) {
      if (this.#names.size >= mostStatements) return query;
      name = createHash('sha1').update(query.text).digest('base64url');
      this.#names.set(query.text, name);
    }
    return { ...query, name };
  }
}

/** Only what has parameters: without them it is sent as a simple query, which may hold several statements. */
const isPreparable = (query: unknown, values: unknown): query is Query & { text: string } => {
  if (typeof query !== 'object' || query === null || !Array.isArray(values) || values.length === 0)
    return false;
  const { text, name } = query as Query;
  return typeof text === 'string' && text.length <= longestText && name === undefined;
};
