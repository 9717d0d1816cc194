import type { FaultKind } from '../nemesis/fault.ts';

/** One change to one line of a source file. `from` must stand there exactly once. */
type Edit = { readonly file: string; readonly from: string; readonly to: string };

/** A mistake that a server like ours could well have, as changes to its source; what must find it out. */
export type Bug = {
  readonly name: string;
  readonly edits: readonly Edit[];
  /** The faults that bring it out, where the usual ones do not. */
  readonly kinds?: readonly FaultKind[];
};

const runner = 'platform/commands/runCommand.ts';
const streams = 'platform/streams/streams.ts';
const feed = 'platform/feed/feed.ts';

/** The likeliest mistakes, from the list of those that other systems have made. */
// biome-ignore-start lint/suspicious/noTemplateCurlyInString: what is planted is source text.
export const bugs: readonly Bug[] = [
  {
    name: 'acknowledgedBeforeCommit',
    kinds: ['databaseRestarted'],
    edits: [
      {
        file: runner,
        from: '  return { seq: locked.get(stream)!.seq, stored };',
        to: '  job.resolve({ seq: locked.get(stream)!.seq }); await new Promise(wake => setTimeout(wake, 300)); return { seq: locked.get(stream)!.seq, stored };',
      },
    ],
  },
  {
    name: 'numberedWithoutLock',
    edits: [{ file: streams, from: ' order by id for update`', to: ' order by id`' }],
  },
  {
    name: 'numbersWithHoles',
    edits: [
      { file: streams, from: '    stream.seq += 1;', to: '    stream.seq += Math.random() < 0.1 ? 2 : 1;' },
    ],
  },
  {
    name: 'commandIdsForgotten',
    kinds: ['answersLost'],
    edits: [
      {
        file: streams,
        from: '  return rows[0] ? { ...rows[0], seq: Number(rows[0].seq) } : null;',
        to: '  return null;',
      },
      {
        file: streams,
        from: '${locked.get(accepted.stream)!.seq})`;',
        to: '${locked.get(accepted.stream)!.seq}) on conflict do nothing`;',
      },
    ],
  },
  {
    name: 'redisIsTheTruth',
    kinds: ['redisUnreachable', 'redisKilled'],
    edits: [
      {
        file: feed,
        from: '      void this.#readOn(stream);',
        to: '      open.told = next.at(-1)!.seq; this.#deliver(stream, open.subscriptions, next);',
      },
      {
        file: feed,
        from: '      if (open.told >= 0 && head > open.told) await this.#readOn(stream);',
        to: '      void head;',
      },
    ],
  },
  {
    name: 'rightsAtConnectOnly',
    kinds: ['rightsTaken'],
    edits: [
      {
        file: feed,
        from: '    this.#resetChanged(stream, subscriptions, new Set(events.flatMap(event => [...event.rights])));',
        to: '',
      },
    ],
  },
  {
    name: 'everythingToEverybody',
    edits: [
      {
        file: 'platform/feed/feed.sight.ts',
        from: "        mask += change.op === 'drop' || this.#canSee(viewer, change.record) ? '1' : '0';",
        to: "        mask += '1';",
      },
      {
        file: 'platform/feed/feed.sight.ts',
        from: "    change.op === 'drop' || canSee(viewer, change.record) ? change : hidden(change),",
        to: '    change,',
      },
    ],
  },
  {
    name: 'minutesForEverybody',
    edits: [
      { file: 'minutesWiring.ts', from: '        read: canOpenMinutes(viewer),', to: '        read: true,' },
    ],
  },
  {
    name: 'storedOnReceipt',
    kinds: ['serverKilled', 'databaseRestarted'],
    edits: [
      {
        file: 'minutes/room/connection.ts',
        from: '    this.#inbox.push(message);',
        to: "    if (message.kind === 'barrier') { this.send(encodeStorageAnswer({ token: message.token, refused: null })); return; } this.#inbox.push(message);",
      },
    ],
  },
  {
    name: 'minutesOverwritten',
    kinds: ['serverKilled'],
    edits: [
      {
        file: 'minutes/minutes.store.ts',
        from: '      returning last_seq\n    )\n    insert into minutes_updates (meeting_id, generation, seq, update, person_id)',
        to: '      returning last_seq\n    ), gone as (delete from minutes_updates where meeting_id = ${meetingId} and seq < (select last_seq from head) - 20)\n    insert into minutes_updates (meeting_id, generation, seq, update, person_id)',
      },
    ],
  },
  {
    name: 'sectionsMadeTwice',
    edits: [
      {
        file: 'minutes/sectionKeeper.ts',
        from: '      await thread.load(stored.map(row => row.update));',
        to: '      await thread.load([]);',
      },
    ],
  },
  {
    name: 'inputTrusted',
    edits: [
      {
        file: 'platform/web/sockets.ts',
        from: '      const answer = await answerTo(parts, limiter, socket, () => messages[name](message));',
        to: '      void message.stream.length; const answer = await answerTo(parts, limiter, socket, () => messages[name](message));',
      },
    ],
  },
  {
    name: 'auditChanged',
    edits: [
      {
        file: streams,
        from: '  if (writing) await tx.execute(writing);',
        to: "  if (writing) await tx.execute(writing); if (stored[0] && stored[0].seq % 40 === 0) await tx.execute(sql`update events set type = 'agenda.itemMoved' where stream = ${stored[0].stream} and seq = ${stored[0].seq}`);",
      },
    ],
  },
];
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: what is planted is source text.
