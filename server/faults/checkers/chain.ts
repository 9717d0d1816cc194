import { streams } from '../../src/platform/streams/streams.tables.ts';
import { verifyChain } from '../../src/platform/streams/streams.verify.ts';
import { type Checker, Findings } from './evidence.ts';

/** I14: the hash chain of every stream holds from its first event to its head. */
export const chain: Checker = {
  name: 'chain',
  async check({ db }, counts) {
    const findings = new Findings('chain');
    let events = 0;
    for (const { id } of await db.select({ id: streams.id }).from(streams)) {
      const report = await verifyChain(db, id);
      events += report.events;
      if (report.brokenAt !== null)
        findings.add('the chain of a stream is broken', `${id} at ${report.brokenAt}`);
    }
    counts.eventsVerified = events;
    return findings.list;
  },
};
