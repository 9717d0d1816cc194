import { sqlState } from './db.ts';

/** Connections, resources, operators and waits of the database: what it refused for these it may take a moment later. */
const passingStates = /^(08|53|57|55P03|40)/;

/**
 * True for an error that says that the database cannot be asked now: it restarts, is out of reach or overloaded. What was
 * asked may be asked again. Everything else that a query throws is a bug.
 */
export function isDatabaseAway(error: unknown): boolean {
  const state = sqlState(error);
  return state === null ? isBrokenConnection(error) : passingStates.test(state);
}

/** How to log what a query threw: a database that is away passes, and says so itself; anything else is a bug. */
export const levelOf = (error: unknown): 'warn' | 'error' => (isDatabaseAway(error) ? 'warn' : 'error');

function isBrokenConnection(error: unknown): boolean {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if (/ECONN|terminated|timeout exceeded|not queryable/i.test(at.message)) return true;
    // Its socket in the file system is gone; a paper that is missing is another matter.
    if ('syscall' in at && at.syscall === 'connect') return true;
  }
  return false;
}
