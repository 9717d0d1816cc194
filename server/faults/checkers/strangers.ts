import { sql } from 'drizzle-orm';
import { type Checker, type Evidence, Findings } from './evidence.ts';

/**
 * I12, and the same of commands: nothing of hostile people was accepted anywhere but in their own meetings and streams,
 * and nobody's text is in minutes that is not for them to write.
 */
export const strangers: Checker = {
  name: 'strangers',
  async check(evidence) {
    const findings = new Findings('strangers');
    for (const { name, stream, by } of await strangeCommands(evidence))
      findings.add('a command of a stranger was accepted', `${name} in ${stream} by ${by}`);
    for (const { meeting, person } of await strangeText(evidence))
      findings.add('text of a stranger is in the minutes', `${meeting} by ${person}`);
    return findings.list;
  },
};

/** What hostile people achieved in the streams of others. */
async function strangeCommands({ bed, db }: Evidence) {
  const others = [...bed.meetings, ...bed.closed].flatMap(({ stream, organisers, members }) => [
    stream,
    ...[...organisers, ...members].map(({ id }) => `user:${id}`),
  ]);
  const streams = ['org', ...bed.units.map(({ id }) => `unit:${id}`), ...others];
  const hostile = bed.hostile.map(({ id }) => id);
  const { rows } = await db.execute<{ name: string; stream: string; by: string }>(
    sql`select type as name, stream, by from events
      where by = any(${sql.param(hostile)}::uuid[]) and stream = any(${sql.param(streams)}::text[])
      union all select 'without an event', stream, by from accepted_commands
      where by = any(${sql.param(hostile)}::uuid[]) and stream = any(${sql.param(streams)}::text[])`,
  );
  return rows;
}

/** Whose device wrote into minutes without being an organiser's of their meeting. */
async function strangeText({ bed, db }: Evidence) {
  const strange: { meeting: string; person: string }[] = [];
  for (const { id, organisers } of [...bed.meetings, ...bed.closed, ...bed.arenas]) {
    const writers = organisers.map(person => person.id);
    const { rows } = await db.execute<{ meeting: string; person: string }>(
      sql`select distinct meeting_id as meeting, person_id as person from minutes_clients
        where meeting_id = ${id} and person_id <> all(${sql.param(writers)}::uuid[])`,
    );
    strange.push(...rows);
  }
  return strange;
}
