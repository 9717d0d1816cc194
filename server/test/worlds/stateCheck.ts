import { isDeepStrictEqual } from 'node:util';
import { type AnyRecord, type Change, changeKey, parseStreamId, put } from '@nghisu/shared/platform/feed.ts';
import type { Viewer } from '@nghisu/shared/platform/viewer.ts';
import { canSee } from '@nghisu/shared/records.ts';
import { people, units } from '../../src/organisation/organisation.tables.ts';
import type { Db } from '../../src/platform/database/db.ts';
import { streams } from '../../src/platform/streams/streams.tables.ts';
import { eventsAfter, headsOf } from '../../src/platform/streams/streams.ts';
import { snapshotOf } from '../../src/snapshots.ts';
import { followersOf } from '../../src/viewers.ts';

type State = Map<string, AnyRecord>;
type Known = { seq: number; all: State; followers: Map<string, Viewer> };

const stateOf = (records: readonly AnyRecord[]): State =>
  new Map(records.map(record => [changeKey(put(record)), record]));

const visible = (state: State, viewer: Viewer): State =>
  new Map([...state].filter(([, record]) => canSee(viewer, record)));

function apply(state: State, changes: readonly Change[], viewer: Viewer | null): State {
  const next = new Map(state);
  for (const change of changes) {
    const isSeen = change.op === 'put' && (viewer === null || canSee(viewer, change.record));
    if (isSeen) next.set(changeKey(change), change.record);
    else next.delete(changeKey(change));
  }
  return next;
}

const asPlain = (state: State) => Object.fromEntries([...state].sort(([a], [b]) => (a < b ? -1 : 1)));

/** S8: after every command, the old snapshot with the announced changes is the new snapshot, for every role. */
export class StateCheck {
  readonly #db: Db;
  #known = new Map<string, Known>();

  constructor(db: Db) {
    this.#db = db;
  }

  /** The next command starts from a fresh look: something was put into the database beside the commands. */
  forget(): void {
    this.#known.clear();
  }

  /** Looks at every stream there is or could be, unless it is known already. */
  async remember(more: readonly string[]): Promise<void> {
    const unknown = (await this.#streams(more)).filter(stream => !this.#known.has(stream));
    const looks = await this.#lookAtAll(unknown);
    for (const [stream, known] of looks) this.#known.set(stream, known);
  }

  /** Compares every stream with what its events said, and remembers it for the next command. */
  async verify(command: string): Promise<void> {
    const looks = await this.#lookAtAll(await this.#streams([...this.#known.keys()]));
    // Posts carry rights: who is named in the directory's stream is judged anew everywhere.
    const everywhere = await eventsAfter(this.#db, 'org', this.#known.get('org')?.seq ?? 0, 1000);
    for (const [stream, after] of looks) {
      const before = this.#known.get(stream) ?? { seq: 0, all: new Map(), followers: new Map() };
      const events = await eventsAfter(this.#db, stream, before.seq, 1000);
      const changes = events.flatMap(event => [...event.changes]);
      const anew = new Set([...everywhere, ...events].flatMap(event => [...event.rights]));
      compare(`S8: ${command} in ${stream}`, apply(before.all, changes, null), after.all);
      for (const [personId, viewer] of before.followers) {
        const now = after.followers.get(personId);
        if (anew.has(personId)) continue;
        if (!now) throw new Error(`S6: ${command} took ${stream} from somebody without saying so`);
        if (!isDeepStrictEqual(viewer, now))
          throw new Error(`S6: ${command} changed rights in ${stream} without saying so`);
        compare(
          `S8: ${command} in ${stream} for a ${now.meetingRole}`,
          apply(visible(before.all, viewer), changes, now),
          visible(after.all, now),
        );
      }
      this.#known.set(stream, after);
    }
  }

  async #lookAtAll(ids: readonly string[]): Promise<Map<string, Known>> {
    const everybody = (await this.#db.select({ id: people.id }).from(people)).map(row => row.id);
    const looks = await Promise.all(
      ids.map(async stream => [stream, await this.#look(stream, everybody)] as const),
    );
    return new Map(looks);
  }

  async #look(stream: string, everybody: readonly string[]): Promise<Known> {
    const { kind, subjectId } = parseStreamId(stream);
    const seq = (await headsOf(this.#db, [stream])).get(stream) ?? 0;
    const all = stateOf(await snapshotOf(this.#db, stream));
    // Only its owner follows a user's stream, and everybody follows the directory alike.
    const candidates = kind === 'user' ? [subjectId] : kind === 'org' ? everybody.slice(0, 1) : everybody;
    return { seq, all, followers: await followersOf(this.#db, candidates, stream) };
  }

  async #streams(more: readonly string[]): Promise<string[]> {
    const known = await this.#db.select({ id: streams.id }).from(streams);
    const everybody = await this.#db.select({ id: people.id }).from(people);
    const everyUnit = await this.#db.select({ id: units.id }).from(units);
    const ids = [
      ...known.map(row => row.id),
      ...everybody.map(row => `user:${row.id}`),
      ...everyUnit.map(row => `unit:${row.id}`),
      ...more,
    ];
    return [...new Set(ids)];
  }
}

function compare(what: string, expected: State, actual: State): void {
  if (isDeepStrictEqual(asPlain(expected), asPlain(actual))) return;
  const keys = new Set([...expected.keys(), ...actual.keys()]);
  const wrong = [...keys].filter(key => !isDeepStrictEqual(expected.get(key), actual.get(key)));
  const detail = wrong.map(
    key =>
      `${key}\n  announced ${JSON.stringify(expected.get(key))}\n  is        ${JSON.stringify(actual.get(key))}`,
  );
  throw new Error(`${what}: changes were not announced\n${detail.join('\n')}`);
}
