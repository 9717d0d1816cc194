import type { CommandInput } from '@nghisu/shared/commands.ts';
import type { Meeting, MeetingType } from '@nghisu/shared/meetings/meetings.records.ts';

/** A meeting as its form holds it: every field is what the person typed. */
export type MeetingDraft = {
  type: string;
  title: string;
  /** ISO instant, or empty. */
  startsAt: string;
  minutesPlanned: string;
  roomId: string;
  chairId: string;
  secretaryIds: string[];
};

/** The form of a new meeting. */
export const newDraft = (secretaryId: string): MeetingDraft => ({
  type: 'workingMeeting',
  title: '',
  startsAt: '',
  minutesPlanned: '120',
  roomId: '',
  chairId: '',
  secretaryIds: [secretaryId],
});

/** The form of a meeting that exists. */
export const draftOf = (meeting: Meeting): MeetingDraft => ({
  type: meeting.type,
  title: meeting.title,
  startsAt: meeting.startsAt,
  minutesPlanned: `${meeting.minutesPlanned}`,
  roomId: meeting.roomId ?? '',
  chairId: meeting.chairId,
  secretaryIds: [],
});

/** True where everything that is needed has been filled in. */
export const isComplete = (draft: MeetingDraft): boolean =>
  draft.title.trim() !== '' &&
  draft.startsAt !== '' &&
  draft.chairId !== '' &&
  Number(draft.minutesPlanned) >= 5;

/** What the form sends. */
export const detailsOf = (draft: MeetingDraft): CommandInput<'meetings.changeDetails'> => ({
  type: draft.type as MeetingType,
  title: draft.title,
  startsAt: draft.startsAt,
  minutesPlanned: Number(draft.minutesPlanned),
  roomId: draft.roomId === '' ? null : draft.roomId,
  chairId: draft.chairId,
});
