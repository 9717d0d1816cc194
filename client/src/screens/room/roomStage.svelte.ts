import { mayKnowItem } from '@nghisu/shared/agenda/agenda.policy.ts';
import { withoutPosition } from '@nghisu/shared/decisions/decisions.rules.ts';
import { mayDecide } from '@nghisu/shared/meetings/meetings.policy.ts';
import { localDate } from '@nghisu/shared/platform/dates.ts';
import { maySpeak } from '@nghisu/shared/speakers/speakers.policy.ts';
import { tick } from '../../platform/clock/tick.svelte.ts';
import type { MeetingScreen } from './meetingScreen.svelte.ts';

/** What the meeting is at for this person: what is put before everybody, and what comes first for whoever runs it. */
export class RoomStage {
  readonly #screen: MeetingScreen;
  /** The consent block was asked for while an item is under discussion. */
  #blockOpen = $state(false);

  constructor(screen: MeetingScreen) {
    this.#screen = screen;
  }

  readonly personId = $derived.by(() => this.#screen.viewer?.personId ?? null);
  readonly role = $derived.by(() => this.#screen.viewer?.meetingRole ?? null);
  readonly isChair = $derived.by(() => this.role === 'chair');
  readonly isOver = $derived.by(() => {
    const state = this.#screen.meeting?.state;
    return state === 'closed' || state === 'cancelled';
  });
  readonly #isMeeting = $derived.by(() => {
    const state = this.#screen.meeting?.state;
    return state === 'running' || state === 'paused';
  });

  /** The item in view can be spoken to by this person. Chair and secretaries give themselves the floor. */
  readonly maySpeak = $derived.by(() => {
    const { shown, mayRun } = this.#screen;
    const isOpen = shown?.state === 'planned' || shown?.state === 'current';
    const isMine = isOpen && !this.isOver && maySpeak(this.role) && !mayRun && !this.showsBlock;
    return isMine && this.mayKnow(shown.id);
  });
  /** This person may say that they are here: from the day of the meeting on. */
  readonly mayCheckIn = $derived.by(() => {
    const { meeting } = this.#screen;
    if (!meeting || this.role === null) return false;
    const isToday = localDate(meeting.startsAt) === localDate(new Date(tick.now));
    return this.#isMeeting || (meeting.state === 'published' && isToday);
  });
  /** Whether this person takes part in an item: no conflict of interest keeps them from it. */
  mayKnow(itemId: string): boolean {
    return this.#screen.viewer !== null && mayKnowItem(this.#screen.viewer, itemId);
  }
  /** Whoever decides, and the secretaries, pull items out of the consent block. */
  readonly mayPullOut = $derived.by(() => mayDecide(this.role) || this.#screen.mayRun);

  /** There is a consent block that could be looked at. */
  readonly hasBlock = $derived.by(() => this.#isMeeting && this.#screen.decisions.block.length > 0);
  /** The consent block is on the screen: the meeting begins with what nobody objects to. */
  readonly showsBlock = $derived.by(() => {
    const { agenda, chosenId, decisions } = this.#screen;
    const begins = agenda.current === null && chosenId === null && decisions.unopposed.length > 0;
    return this.hasBlock && (this.#blockOpen || begins);
  });
  openBlock(): void {
    this.#blockOpen = true;
  }
  leaveBlock(): void {
    this.#blockOpen = false;
  }

  /** What is adopted together, and who is called next, comes before going on to another item. */
  readonly otherFirst = $derived.by(() => {
    const { agenda, speakers, decisions } = this.#screen;
    if (agenda.current) return speakers.queueOf(agenda.current.id).length > 0;
    return decisions.unopposed.length > 0;
  });

  /** Items on which this person has yet to say where they stand. */
  readonly silent = $derived.by(() => {
    const { agenda, decisions } = this.#screen;
    if (!mayDecide(this.role)) return [];
    const items = agenda.items.filter(item => this.mayKnow(item.id));
    return withoutPosition(items, decisions.positions, this.personId);
  });
}
