import type { AssignmentEntry } from '@nghisu/shared/assignments/assignments.records.ts';
import { addDays, daysBetween, type LocalDate, localDate } from '@nghisu/shared/platform/dates.ts';
import type { Fate, Outline } from '../assignments.ts';
import * as followUp from '../facts/reports.ts';
import type { DemoUnit } from '../organisation.ts';
import type { Directory } from '../setting/directory.ts';
import { addMinutes, momentOf, nearestWorkingDay } from '../setting/moments.ts';
import { type Random, seededId } from '../setting/random.ts';
import type { Wording } from '../setting/wording.ts';
import type { Deadline } from './deadlines.ts';
import { fateFor, type Outcome } from './outcome.ts';

type HistorySetting = {
  directory: Directory;
  lead: DemoUnit;
  random: Random;
  wording: Wording;
  today: LocalDate;
  /** True where the lead unit is to decline. */
  refused: boolean;
};

/** Tells what happened from the meeting to the eve of `today`, by the same steps that the product allows. */
export function tellHistory(outline: Outline, deadline: Deadline, setting: HistorySetting): Fate {
  const given = localDate(outline.assignedAt);
  const outcome = fateFor({
    ...deadline,
    given,
    today: setting.today,
    random: setting.random,
    refused: setting.refused,
  });
  const teller = new Teller(outline, outcome, setting);
  teller.tell();
  return teller.fate(outcome.dueDate);
}

type Told = Partial<Pick<AssignmentEntry, 'note' | 'percent' | 'changed'>>;

/** Writes one history line after the other; each step also changes how the assignment stands. */
class Teller {
  readonly #outline: Outline;
  readonly #outcome: Outcome;
  readonly #setting: HistorySetting;
  readonly #head: string;
  readonly #state: Omit<Fate, 'history' | 'dueDate' | 'revision'>;
  readonly #history: Fate['history'] = [];
  #clock: string;
  #reported = 0;

  constructor(outline: Outline, outcome: Outcome, setting: HistorySetting) {
    this.#outline = outline;
    this.#outcome = outcome;
    this.#setting = setting;
    this.#head = setting.directory.headOf(setting.lead.id);
    this.#clock = outline.assignedAt;
    this.#state = {
      responsibleId: null,
      progress: 'notStarted',
      percent: 0,
      acceptedAt: null,
      lastReport: '',
      lastReportAt: null,
      completedOn: null,
      confirmedAt: null,
    };
  }

  fate(dueDate: LocalDate | null): Fate {
    return { ...this.#state, dueDate, revision: this.#history.length, history: this.#history };
  }

  tell(): void {
    const { kind, accepted, until, submitted, extension } = this.#outcome;
    this.#write('assigned', this.#outline.assignedById, this.#outline.assignedAt, {});
    if (kind === 'declined') this.#decline(accepted);
    if (kind === 'notStarted' || kind === 'declined') return;
    this.#accept(accepted);
    const half = addDays(accepted, Math.floor(daysBetween(accepted, submitted ?? until) / 2));
    this.#report(accepted, half);
    if (extension) this.#extend(extension);
    if (kind === 'returned' || kind === 'rework') {
      this.#submit(half);
      this.#return(addDays(half, 2));
    }
    if (kind === 'rework') return;
    this.#report(half, submitted ?? until);
    if (submitted === null) return;
    this.#submit(submitted);
    if (kind !== 'awaiting') this.#confirm(addDays(submitted, this.#setting.random.int(1, 4)));
  }

  #accept(day: LocalDate): void {
    const { random, directory, lead } = this.#setting;
    const others = directory.staffOf(lead.id).slice(1);
    const responsibleId = others.length > 0 && random.chance(0.85) ? random.pick(others) : this.#head;
    const named = random.chance(0.9);
    const at = this.#at(day);
    const by = random.chance(0.6) ? this.#head : responsibleId;
    this.#write('accepted', by, at, { changed: named ? { responsibleId } : {} });
    this.#state.progress = 'inProgress';
    this.#state.acceptedAt = at;
    if (named) this.#state.responsibleId = responsibleId;
  }

  #decline(day: LocalDate): void {
    this.#write('declined', this.#head, this.#at(day), { note: this.#words(followUp.refusals) });
    this.#state.progress = 'declined';
  }

  // One report for about every twelve days between the two, none at all for short work.
  #report(from: LocalDate, to: LocalDate): void {
    const { random } = this.#setting;
    const length = daysBetween(from, to);
    const count = Math.min(3, Math.round((length / 12) * (0.4 + random.next())));
    for (let index = 1; index <= count; index++) {
      const at = this.#at(addDays(from, Math.floor((length * index) / (count + 1))));
      const note = this.#words(followUp.progressReports);
      this.#reported = Math.min(95, this.#reported + random.int(2, 5) * 5);
      this.#write('reported', this.#worker(), at, { note, percent: this.#reported });
      Object.assign(this.#state, {
        progress: 'inProgress',
        percent: this.#reported,
        lastReport: note,
        lastReportAt: at,
      });
    }
  }

  #extend({ before, after }: { before: LocalDate; after: LocalDate }): void {
    const note = this.#words(followUp.extensions);
    this.#write('corrected', this.#outline.assignedById, this.#at(addDays(before, -2)), {
      note,
      changed: { dueDate: { before, after } },
    });
  }

  #submit(day: LocalDate): void {
    const at = this.#at(day);
    const note = this.#words(followUp.submissions);
    this.#write('submitted', this.#worker(), at, { note });
    const done = { progress: 'awaitingConfirmation', percent: 100, completedOn: localDate(at) };
    Object.assign(this.#state, { ...done, lastReport: note, lastReportAt: at });
  }

  #return(day: LocalDate): void {
    this.#write('returned', this.#judge(), this.#at(day), { note: this.#words(followUp.returns) });
    Object.assign(this.#state, { progress: 'rework', percent: this.#reported, completedOn: null });
  }

  #confirm(day: LocalDate): void {
    const at = this.#at(day);
    this.#write('confirmed', this.#judge(), at, { note: this.#words(followUp.confirmations) });
    Object.assign(this.#state, { progress: 'completed', confirmedAt: at });
  }

  #write(type: AssignmentEntry['type'], byId: string, at: string, told: Told): void {
    const { note = '', percent = null, changed = {} } = told;
    const id = seededId(this.#setting.random);
    this.#history.push({ id, at, byId, type, note, percent, changed, revision: this.#history.length + 1 });
    this.#clock = at;
  }

  // A moment in office hours of the day, never before the step before, never after the eve of today.
  #at(day: LocalDate): string {
    const { random, today } = this.#setting;
    const eve = nearestWorkingDay(addDays(today, -1), -1);
    const wanted = nearestWorkingDay(day < eve ? day : eve, -1);
    const time = `${String(random.int(8, 16)).padStart(2, '0')}:${String(random.int(0, 59)).padStart(2, '0')}`;
    const moment = momentOf(wanted, time);
    const earliest = addMinutes(this.#clock, random.int(18, 55));
    return moment > earliest ? moment : earliest;
  }

  #words(deck: readonly string[]): string {
    return this.#setting.wording.deal(deck, { u: this.#setting.lead.name });
  }

  #worker(): string {
    return this.#state.responsibleId ?? this.#head;
  }

  #judge(): string {
    const { directory, random } = this.#setting;
    return random.chance(0.3) ? directory.login('chanhvp') : this.#outline.assignedById;
  }
}
