import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { newId } from '@nghisu/shared/platform/ids.ts';
import { Door } from './door.ts';
import type { Person } from './people.ts';

/** A meeting of the bed, with everybody who has a role in it. */
export type BedMeeting = {
  readonly id: string;
  readonly stream: string;
  /** Chair first, then the secretaries. */
  readonly organisers: readonly Person[];
  readonly members: readonly Person[];
  readonly invitees: readonly Person[];
  readonly observers: readonly Person[];
  readonly itemIds: readonly string[];
  readonly paperIds: readonly string[];
  /** The file that its papers show, and that may be attached again. */
  readonly sha256: string;
};

export type MeetingPlan = Pick<BedMeeting, 'organisers'> &
  Partial<Pick<BedMeeting, 'members' | 'invitees' | 'observers'>> & {
    readonly items: number;
    readonly papers: number;
    readonly state: 'draft' | 'running';
    readonly hasMinutes: boolean;
    readonly roomId?: string;
    /** The mark to put in titles, notes, file names and files; nothing where all may be read. */
    readonly mark?: string;
  };

/** Prepares a meeting with the commands that its chair would send. */
export async function makeMeeting(origin: string, plan: MeetingPlan): Promise<BedMeeting> {
  const { organisers, members = [], invitees = [], observers = [], mark = '' } = plan;
  const [chair, ...secretaries] = organisers;
  const id = newId();
  const stream = `meeting:${id}`;
  const door = new Door(origin, chair!.cookie);
  await door.command(stream, 'meetings.create', {
    type: 'regularSession',
    title: `Phiên họp ${mark}`,
    startsAt: new Date().toISOString(),
    minutesPlanned: 240,
    roomId: plan.roomId ?? null,
    chairId: chair!.id,
    secretaryIds: secretaries.map(person => person.id),
  });
  const guests = [
    [members, 'member'],
    [invitees, 'invitee'],
    [observers, 'observer'],
  ] as const;
  for (const [people, role] of guests) {
    if (people.length === 0) continue;
    await door.command(stream, 'meetings.invitePeople', { personIds: people.map(one => one.id), role });
  }
  const itemIds = await addItems(door, stream, plan);
  const { paperIds, sha256 } = await attachPapers(door, id, itemIds, plan);
  if (plan.state === 'running') {
    await door.command(stream, 'meetings.publish', {});
    await door.command(stream, 'meetings.open', {});
  }
  if (plan.hasMinutes) await door.command(stream, 'minutes.start', {});
  return { id, stream, organisers, members, invitees, observers, itemIds, paperIds, sha256 };
}

async function addItems(door: Door, stream: string, plan: MeetingPlan): Promise<string[]> {
  const itemIds = Array.from({ length: plan.items }, () => newId());
  for (const [at, itemId] of itemIds.entries()) {
    await door.command(stream, 'agenda.addItem', {
      itemId,
      parentId: null,
      beforeId: null,
      title: `Nội dung ${at + 1} ${plan.mark ?? ''}`,
      unitId: null,
      presenterId: null,
      minutesPlanned: 15,
      note: plan.mark ?? '',
    });
  }
  return itemIds;
}

async function attachPapers(door: Door, meetingId: string, itemIds: readonly string[], plan: MeetingPlan) {
  const { mark = '' } = plan;
  const fileName = `to-trinh-${mark}.pdf`;
  const sha256 = await door.upload(meetingId, fileName, await markedPdf(mark));
  const paperIds = Array.from({ length: plan.papers }, () => newId());
  for (const [at, paperId] of paperIds.entries()) {
    const agendaItemId = itemIds[at % itemIds.length]!;
    const paper = { paperId, agendaItemId, sha256, title: `Tờ trình ${at + 1} ${mark}`, fileName };
    await door.command(`meeting:${meetingId}`, 'papers.attach', paper);
  }
  return { paperIds, sha256 };
}

/** A PDF with the mark on its page and in its information, neither of them packed. */
async function markedPdf(mark: string): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  pdf.addPage([595, 842]).drawText(`To trinh ${mark}`, { x: 60, y: 760, size: 14, font });
  pdf.setSubject(mark);
  const bytes = Buffer.from(await pdf.save({ useObjectStreams: false }));
  return Buffer.concat([bytes, Buffer.from(`\n%${mark}\n%%EOF\n`)]);
}
