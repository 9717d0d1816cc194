import { setTimeout as delay } from 'node:timers/promises';
import { type Entry, type HistoryWriter, instant } from '../../history/history.ts';
import type { Random } from '../../random.ts';
import { Desk, type DeskParts } from './desk.ts';

type Parts = Omit<DeskParts, 'onText'> & {
  /** Short, and no other typist's: the tokens carry it. */
  readonly name: string;
  readonly random: Random;
  readonly history: HistoryWriter;
  readonly pauseMs: number;
};

type Typed = { readonly token: string; readonly section: number };

const barrierEveryMs = 400;
/** How often, in tokens, somebody deletes, loses the network, or closes the window with all that is in it. */
const chances = { deletes: 0.04, goesOffline: 0.006, closesWindow: 0.004 };
/** The sections that are typed in, from the second on: the first is the heading. */
const mostSections = 8;

/** Somebody who writes numbered tokens into the minutes and remembers what the server called stored. */
export class Typist {
  readonly #parts: Parts;
  desk: Desk;
  typed = 0;
  stored = 0;
  /** Why the server would not store what was typed; it never has a reason here. */
  readonly refusals: string[] = [];
  #number = 0;
  /** Typed at this desk and not known to be stored. */
  #pending: Typed[] = [];
  #isAsking = false;
  #own: Typed[] = [];
  #isStopping = false;
  readonly #timer: NodeJS.Timeout;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.desk = new Desk(parts);
    this.#timer = setInterval(() => this.#ask(), barrierEveryMs);
  }

  async work(): Promise<void> {
    const { random, pauseMs } = this.#parts;
    while (!this.#isStopping) {
      await delay(random.below(2 * pauseMs));
      if (this.desk.sections < 2) continue;
      if (random.chance(chances.closesWindow)) this.#reopen();
      else if (random.chance(chances.goesOffline)) void this.#loseNetwork();
      else if (random.chance(chances.deletes)) this.#delete();
      else this.#type();
    }
  }

  stop(): void {
    this.#isStopping = true;
    this.desk.online();
  }

  /** Everything typed here is stored. */
  get isDone(): boolean {
    return this.desk.isSynced && this.#pending.length === 0 && !this.#isAsking;
  }

  close(): void {
    clearInterval(this.#timer);
    this.desk.close();
  }

  #type(): void {
    const { random, name } = this.#parts;
    const section = 1 + random.below(Math.min(mostSections, this.desk.sections - 1));
    const paragraph = this.desk.paragraph(section);
    if (!paragraph) return;
    const token = `[${name}.${++this.#number}]`;
    this.#note('typed', token);
    // At an end, where it splits nobody else's.
    paragraph.insert(random.chance(0.5) ? 0 : paragraph.length, token);
    this.#pending.push({ token, section });
    this.typed += 1;
  }

  #delete(): void {
    const index = this.#parts.random.below(this.#own.length);
    const [chosen] = this.#own.splice(index, 1);
    const paragraph = chosen && this.desk.paragraph(chosen.section);
    const at = paragraph ? plain(paragraph).indexOf(chosen.token) : -1;
    if (!paragraph || at < 0) return;
    this.#note('deleted', chosen.token);
    paragraph.delete(at, chosen.token.length);
  }

  /** What was not stored yet goes with the window. */
  #reopen(): void {
    this.desk.close();
    this.#pending = [];
    this.#own = [];
    this.#isAsking = false;
    this.desk = new Desk(this.#parts);
  }

  async #loseNetwork(): Promise<void> {
    const { desk } = this;
    if (desk.isOffline) return;
    desk.offline();
    await delay(500 + this.#parts.random.below(4000));
    if (desk === this.desk) desk.online();
  }

  #ask(): void {
    const { desk } = this;
    if (this.#pending.length === 0 || !desk.isSynced || this.#isAsking) return;
    const asked = [...this.#pending];
    const { closings } = desk;
    this.#isAsking = true;
    desk.barrier(refused => {
      if (desk !== this.desk) return;
      this.#isAsking = false;
      if (refused !== null) return void this.refusals.push(refused);
      for (const { token } of asked) this.#note('stored', token);
      this.stored += asked.length;
      this.#pending = this.#pending.slice(asked.length);
      this.#own = [...this.#own, ...asked].slice(-200);
    });
    // A connection that ends takes its answer along.
    const watch = setInterval(() => {
      if (desk === this.desk && this.#isAsking && desk.closings === closings) return;
      clearInterval(watch);
      if (desk === this.desk && desk.closings !== closings) this.#isAsking = false;
    }, 100);
  }

  #note(type: Extract<Entry, { f: 'token' }>['type'], token: string): void {
    const { history, name, meetingId } = this.#parts;
    history.write({ f: 'token', type, at: instant(), actor: name, minutes: meetingId, token });
  }
}

const plain = (text: { toDelta(): unknown }): string =>
  (text.toDelta() as { insert: unknown }[])
    .map(({ insert }) => (typeof insert === 'string' ? insert : ' '))
    .join('');
