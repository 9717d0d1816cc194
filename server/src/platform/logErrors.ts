/** The frames of a stack, without the message above them, which may hold what a query was given. */
const framesOf = (error: Error): string =>
  (error.stack ?? '')
    .split('\n')
    .filter(line => /^\s+at /.test(line))
    .join('\n');

/** A failed query says what it asked, never with what: that is text of minutes, hashes of sessions, names. */
const messageOf = (error: Error): string =>
  'query' in error && typeof error.query === 'string' ? `Failed query: ${error.query}` : error.message;

/** What of an error goes into the log: its kind, what it and its causes say, the database's code, and where it arose. */
export function errorFields(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) };
  const chain: Error[] = [];
  for (let at: unknown = error; at instanceof Error && chain.length < 8; at = at.cause) chain.push(at);
  const last = chain.at(-1)!;
  return {
    type: error.constructor.name,
    message: chain.map(messageOf).join(': '),
    ...('code' in last && { code: last.code }),
    ...('constraint' in last && { constraint: last.constraint }),
    stack: chain.map(framesOf).join('\ncaused by\n'),
  };
}
