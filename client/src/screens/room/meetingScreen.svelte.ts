import type { AgendaItem } from '@nghisu/shared/agenda/agenda.records.ts';
import { isAdmittedByItem } from '@nghisu/shared/attendance/admission.policy.ts';
import type { Recusal } from '@nghisu/shared/attendance/admission.records.ts';
import type { Attendee } from '@nghisu/shared/meetings/attendees.records.ts';
import { canRunMeeting } from '@nghisu/shared/meetings/meetings.policy.ts';
import type { Meeting, MyMeeting } from '@nghisu/shared/meetings/meetings.records.ts';
import type { Paper, PaperReading } from '@nghisu/shared/papers/papers.records.ts';
import type { Seat, Viewer } from '@nghisu/shared/platform/viewer.ts';
import type { Vote } from '@nghisu/shared/votes/votes.records.ts';
import { untrack } from 'svelte';
import { AgendaView } from '../../agenda/agendaView.svelte.ts';
import { AttendanceView } from '../../attendance/attendanceView.svelte.ts';
import { DecisionsView } from '../../decisions/decisionsView.svelte.ts';
import type { StreamFeed } from '../../platform/feed/streamFeed.svelte.ts';
import { useStream } from '../../platform/feed/useStream.svelte.ts';
import { session } from '../../platform/session/session.svelte.ts';
import { PresentationView } from '../../presentation/presentationView.svelte.ts';
import { SpeakersView } from '../../speakers/speakersView.svelte.ts';

/** One meeting as its screens need it: its stream, my own stream, my role, and what is looked at. */
export class MeetingScreen {
  readonly #room: { readonly feed: StreamFeed | null };
  readonly #own: { readonly feed: StreamFeed | null };
  readonly #meetingId: () => string;
  readonly agenda: AgendaView;
  /** What is shown to the room. */
  readonly presentation: PresentationView;
  readonly attendance: AttendanceView;
  readonly speakers: SpeakersView;
  readonly decisions: DecisionsView;
  /** The item that the person chose to look at; null follows the chair. */
  chosenId = $state<string | null>(null);
  /** What was current last: a meeting that closes takes no paper from anybody's eyes. */
  #lastId = $state<string | null>(null);

  /** To be made while the component is set up. */
  constructor(meetingId: () => string) {
    this.#meetingId = meetingId;
    this.#room = useStream(() => `meeting:${meetingId()}`);
    this.#own = useStream(() => (session.current ? `user:${session.current.person.id}` : null));
    this.agenda = new AgendaView(() => this.#room.feed);
    this.presentation = new PresentationView({
      meetingId,
      feed: () => this.#room.feed,
      viewer: () => this.viewer,
    });
    this.attendance = new AttendanceView(() => this.#room.feed);
    this.speakers = new SpeakersView(() => this.#room.feed);
    this.decisions = new DecisionsView(
      () => this.#room.feed,
      () => this.agenda.items,
    );
    // Where the chair arrives at what the person looks at, both go on together.
    $effect(() => {
      if (this.chosenId !== null && this.chosenId === this.agenda.current?.id) this.chosenId = null;
    });
    // Who reads in another item when somebody begins to present is not torn from it.
    $effect(() => {
      const shown = this.presentation.current;
      if (shown && untrack(() => this.chosenId !== null && this.chosenId !== shown.agendaItemId))
        this.presentation.leave();
    });
    $effect(() => {
      if (this.agenda.current) this.#lastId = this.agenda.current.id;
    });
  }

  readonly state = $derived.by(() => this.#room.feed?.state ?? 'loading');
  readonly meeting: Meeting | undefined = $derived.by(() =>
    this.#room.feed?.get('meeting', this.#meetingId()),
  );
  readonly attendees: readonly Attendee[] = $derived.by(() => this.#room.feed?.records('attendee') ?? []);
  /** Conflicts of interest, as far as this person may know of them; those that have ended included. */
  readonly recusals: readonly Recusal[] = $derived.by(() => this.#room.feed?.records('recusal') ?? []);
  readonly papers: readonly Paper[] = $derived.by(() =>
    (this.#room.feed?.records('paper') ?? []).toSorted((a, b) => a.position - b.position),
  );
  readonly votes: readonly Vote[] = $derived.by(() => this.#room.feed?.records('vote') ?? []);
  /** What is put to the vote now. */
  readonly openVote: Vote | null = $derived.by(
    () => this.votes.find(vote => vote.state === 'open' || vote.state === 'counting') ?? null,
  );
  readonly minutes = $derived.by(() => this.#room.feed?.get('minutes', this.#meetingId()));
  /** Text set aside from the minutes, as far as this person may know of it. */
  readonly asideParts = $derived.by(() => this.#room.feed?.records('asidePart') ?? []);
  readonly assignments = $derived.by(() => this.#room.feed?.records('assignment') ?? []);
  readonly readings: readonly PaperReading[] = $derived.by(
    () => this.#own.feed?.records('paperReading') ?? [],
  );
  readonly myMeetings: readonly MyMeeting[] = $derived.by(() => this.#own.feed?.records('myMeeting') ?? []);

  /** The viewer with the seat in this meeting, as policies want it. */
  readonly viewer: Viewer | null = $derived.by(() => {
    const { viewer } = session;
    if (!viewer) return null;
    return { ...viewer, ...this.#seatOf(viewer.personId) };
  });
  #seatOf(personId: string): Seat {
    const meetingRole = this.attendees.find(attendee => attendee.id === personId)?.role ?? null;
    const recused = this.recusals.filter(one => one.personId === personId && one.endedAt === null);
    const admission = isAdmittedByItem(meetingRole) ? this.#room.feed?.get('admission', personId) : undefined;
    return {
      meetingRole,
      recusedItemIds: recused.map(one => one.agendaItemId),
      admittedItemIds: admission?.agendaItemIds ?? null,
    };
  }
  readonly mayRun = $derived.by(() => this.viewer !== null && canRunMeeting(this.viewer));

  /**
   * What is on the screen: the item chosen, else the one whose paper is shown to the room, else the current one, else
   * the last that was, else the first.
   */
  readonly shown: AgendaItem | null = $derived.by(
    () =>
      this.agenda.byId(this.chosenId) ??
      (this.presentation.isFollowing ? this.agenda.byId(this.presentation.current!.agendaItemId) : null) ??
      this.agenda.current ??
      this.agenda.byId(this.#lastId) ??
      this.agenda.items[0] ??
      null,
  );
  /** True while the screen goes where the chair goes. */
  readonly isFollowing = $derived.by(() => {
    const { current } = this.agenda;
    return current === null || this.shown?.id === current.id;
  });

  readonly #opened = $derived.by(() => new Set(this.readings.map(reading => reading.id)));
  papersOf(itemId: string): Paper[] {
    return this.papers.filter(paper => paper.agendaItemId === itemId);
  }
  unreadOf(itemId: string): number {
    return this.papersOf(itemId).filter(paper => !this.#opened.has(paper.id)).length;
  }

  /** Goes to the page that is shown to the room, and along with it. */
  followPresenter(): void {
    this.chosenId = null;
    this.presentation.follow();
  }

  /** Stays where the presenter is, and goes on alone. */
  leavePresenter(): void {
    if (this.presentation.isFollowing) this.choose(this.presentation.current!.agendaItemId);
  }

  /** Looks at an item; looking at the current one follows the chair again. */
  choose(itemId: string): void {
    this.presentation.leave();
    this.chosenId = itemId === this.agenda.current?.id ? null : itemId;
  }
}
