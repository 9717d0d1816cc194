import { sql } from 'drizzle-orm';
import type { Bed } from '../bed/bed.ts';
import type { Finding } from '../history/history.ts';
import type { Load } from '../load/load.ts';
import { canaries } from './canaries.ts';
import { chain } from './chain.ts';
import { convergence, loadMinutes } from './convergence.ts';
import { type Checker, type Counts, type Evidence, Findings, openEvidence } from './evidence.ts';
import { RightsCheck } from './recorded/rights.ts';
import { SequenceCheck } from './recorded/sequence.ts';
import { type Effects, SetCheck } from './recorded/set.ts';
import { plainText, TokenCheck, tokensIn } from './recorded/tokens.ts';
import { strangers } from './strangers.ts';

/** What a run showed: everything that must not be, and what was looked at. */
export type Verdict = { readonly findings: Finding[]; readonly counts: Counts };

/** Judges a run after `load.quiesce()`: with everything healed and nobody sending. */
export async function check(bed: Bed, load: Load): Promise<Verdict> {
  const database = openEvidence(bed);
  const evidence: Evidence = { bed, load, db: database.db, history: () => load.history() };
  const counts: Counts = {};
  try {
    const findings: Finding[] = [];
    for (const checker of [calm, convergence, recorded, chain, strangers, canaries])
      findings.push(...(await checker.check(evidence, counts)));
    return { findings, counts };
  } finally {
    await database.close();
  }
}

/** Everything came to rest, and nobody was told that what they typed is not stored. */
const calm: Checker = {
  name: 'calm',
  async check({ load }) {
    const findings = new Findings('calm');
    for (const what of load.unsettled) findings.add('something did not come to rest', what);
    for (const reason of load.refusals) findings.add('what a secretary typed was refused', reason);
    return findings.list;
  },
};

/** What was written down during the run, read once, against what is stored. */
const recorded: Checker = {
  name: 'recorded',
  async check(evidence, counts) {
    const [set, sequence, tokens, rights] = [
      new SetCheck(),
      new SequenceCheck(),
      new TokenCheck(),
      new RightsCheck(),
    ];
    for await (const entry of evidence.history())
      for (const one of [set, sequence, tokens, rights]) one.take(entry);
    const verdicts = [
      set.finish(await effectsOf(evidence)),
      sequence.finish(await headsOf(evidence)),
      tokens.finish(await finalTexts(evidence), await tokensAside(evidence)),
      rights.finish(),
    ];
    for (const verdict of verdicts) Object.assign(counts, verdict.counts);
    return verdicts.flatMap(({ findings }) => findings);
  },
};

async function effectsOf({ db }: Evidence): Promise<Effects> {
  const accepted = await db.execute<{ id: string; stream: string; seq: string }>(
    sql`select id, stream, seq from accepted_commands`,
  );
  // The rows of one effect were written by one transaction, or one savepoint of it.
  const events = await db.execute<{ id: string; stream: string; transactions: string }>(
    sql`select command_id as id, stream, count(distinct xmin::text) as transactions
      from events group by command_id, stream having count(*) > 1`,
  );
  return {
    accepted: accepted.rows.map(row => ({ ...row, seq: Number(row.seq) })),
    events: events.rows.map(row => ({ ...row, transactions: Number(row.transactions) })),
  };
}

async function headsOf({ db }: Evidence) {
  const { rows } = await db.execute<Record<'stream' | 'first' | 'last' | 'count' | 'head', string>>(
    sql`select streams.id as stream, streams.seq as head, count(events.seq) as count,
        coalesce(min(events.seq), 0) as first, coalesce(max(events.seq), 0) as last
      from streams left join events on events.stream = streams.id group by streams.id, streams.seq`,
  );
  return rows.map(({ stream, ...numbers }) => ({
    stream,
    first: Number(numbers.first),
    last: Number(numbers.last),
    count: Number(numbers.count),
    head: Number(numbers.head),
  }));
}

async function finalTexts({ bed }: Evidence): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const { id, organisers } of bed.meetings) {
    const doc = await loadMinutes(bed.cluster.nodes[0]!.origin, id, organisers[0]!.cookie);
    texts.set(id, plainText(doc.getXmlFragment('minutes')));
  }
  return texts;
}

/**
 * What the servers kept for the secretaries because its place had gone. Read from the bytes: of text whose paragraph is
 * deleted no reading shows anything, and yet it is kept.
 */
async function tokensAside({ db }: Evidence): Promise<Set<string>> {
  const { rows } = await db.execute<{ update: Buffer }>(sql`select update from minutes_quarantine`);
  return new Set(rows.flatMap(({ update }) => tokensIn(update.toString('latin1'))));
}
