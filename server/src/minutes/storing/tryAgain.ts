import { sqlState } from '../../platform/database/db.ts';

/** Lock waits, failed serialisation, deadlocks: nothing was written, and the next try may well succeed. */
const passing = ['55P03', '40001', '40P01'];
const mostTries = 4;

/** Does a transaction again where it failed only because others were in the way. */
export async function tryAgain<Value>(work: () => Promise<Value>): Promise<Value> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries === mostTries || !passing.includes(sqlState(error) ?? '')) throw error;
    }
  }
}
