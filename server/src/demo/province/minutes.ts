import { closingSection, openingSection } from '@nghisu/shared/minutes/document/schema.ts';
import { formatDate } from '@nghisu/shared/platform/dates.ts';
import type { DemoAssignment } from './assignments.ts';
import * as sentences from './facts/minutes.ts';
import type { DemoItem, DemoMeeting, DemoVote } from './meetings.ts';
import { committeeSize, type DemoOrganisation } from './organisation.ts';
import { createDirectory, type Directory } from './setting/directory.ts';
import { type Random, seededRandom } from './setting/random.ts';
import { createWording, type Wording } from './setting/wording.ts';

/** A stretch of a paragraph that gave an assignment; offsets in UTF-16 units, the end not included. */
type AssignmentRange = { assignmentId: string; from: number; to: number };

export type MinutesParagraph = { text: string; heading: boolean; ranges: AssignmentRange[] };

/** The text of one section: an agenda item's id, `opening` or `closing`. */
export type MinutesSection = { itemId: string; paragraphs: MinutesParagraph[] };

/** The minutes of every closed meeting by its id, one section for each agenda item and the two around them. */
export function buildMinutes(
  seed: string,
  organisation: DemoOrganisation,
  meetings: readonly DemoMeeting[],
  assignments: readonly DemoAssignment[],
): Map<string, MinutesSection[]> {
  const directory = createDirectory(organisation);
  const random = seededRandom(seed).fork('minutes');
  const byItem = Map.groupBy(assignments, assignment => assignment.agendaItemId);
  const closed = meetings.filter(meeting => meeting.state === 'closed');
  return new Map(
    closed.map(meeting => {
      const writing = {
        directory,
        meeting,
        random,
        wording: createWording(random.fork(meeting.id), meeting.day),
      };
      const items = meeting.items.map(item => itemSection(writing, item, byItem.get(item.id) ?? []));
      return [meeting.id, [opening(writing), ...items, closing(writing)]];
    }),
  );
}

type Writing = { directory: Directory; meeting: DemoMeeting; random: Random; wording: Wording };

const plain = (text: string): MinutesParagraph => ({ text, heading: false, ranges: [] });
const heading = (text: string): MinutesParagraph => ({ text, heading: true, ranges: [] });

function opening({ directory, meeting }: Writing): MinutesSection {
  const seats = (role: string) => meeting.attendees.filter(({ role: seat }) => seat === role);
  const chair = directory.person(meeting.chairId);
  const names = seats('secretary').map(({ personId }) => directory.person(personId).fullName);
  const present = meeting.attendees.length;
  const members = seats('member').length + 1;
  const session = meeting.type === 'regularSession' || meeting.type === 'thematicSession';
  return {
    itemId: openingSection,
    paragraphs: [
      plain(`Thời gian bắt đầu: ${clockOf(meeting.openedAt)}, ngày ${formatDate(meeting.day)}.`),
      plain(`Chủ trì: Đồng chí ${chair.fullName}, ${directory.titleOf(meeting.chairId)}.`),
      plain(`Thư ký: ${names.map(name => `đồng chí ${name}`).join(', ')}.`),
      plain(`Thành phần tham dự: ${present} đồng chí theo danh sách mời họp.`),
      ...(session
        ? [plain(`Số thành viên UBND tỉnh có mặt: ${members}/${committeeSize}, đủ số lượng theo quy định.`)]
        : []),
    ],
  };
}

function closing({ meeting }: Writing): MinutesSection {
  const name = meeting.type === 'workingMeeting' ? 'Buổi làm việc' : 'Phiên họp';
  return {
    itemId: closingSection,
    paragraphs: [
      plain('Biên bản đã được thư ký thông qua, các thành viên dự họp không có ý kiến khác.'),
      plain(`${name} kết thúc vào hồi ${clockOf(meeting.closedAt)}, ngày ${formatDate(meeting.day)}.`),
    ],
  };
}

function itemSection(writing: Writing, item: DemoItem, given: readonly DemoAssignment[]): MinutesSection {
  const { wording, random, meeting } = writing;
  const who = named(writing, item.presenterId);
  const concluding = item.presenterId === meeting.chairId && given.length === 0;
  if (concluding) return { itemId: item.id, paragraphs: summary(writing) };
  if (item.subject.startsWith('chương trình'))
    return { itemId: item.id, paragraphs: [plain(`${who} ${programme}`)] };
  const speakers = random.shuffle(speakersFor(meeting, item)).slice(0, random.int(2, 4));
  const opinions = speakers.map(personId =>
    plain(`${named(writing, personId)} ${wording.deal(sentences.opinions)}`),
  );
  return {
    itemId: item.id,
    paragraphs: [
      plain(wording.deal(sentences.reportings, { who, s: item.subject })),
      heading('Ý kiến thảo luận'),
      ...opinions,
      plain(wording.deal(sentences.explanations, { who })),
      ...(item.vote ? [heading('Biểu quyết'), plain(voteText(item.vote))] : []),
      heading('Kết luận'),
      plain(
        `${chairTitle(writing)} kết luận: ${lower(wording.deal(sentences.conclusions, { s: item.subject }))}`,
      ),
      ...given.map(assigning),
    ],
  };
}

function summary(writing: Writing): MinutesParagraph[] {
  const { meeting } = writing;
  const count = meeting.items.length - 1;
  return [
    plain(
      `${chairTitle(writing)} ghi nhận sự chuẩn bị của các cơ quan, thống nhất kết luận đối với ${count} nội dung đã thảo luận; giao Văn phòng UBND tỉnh ban hành thông báo kết luận trong 05 ngày làm việc.`,
    ),
  ];
}

// The sentence that gave the assignment stands alone in its paragraph, its full stop outside the range.
function assigning(assignment: DemoAssignment): MinutesParagraph {
  const range = { assignmentId: assignment.id, from: 0, to: assignment.quote.length };
  return { text: assignment.sentence, heading: false, ranges: [range] };
}

const programme =
  'báo cáo nội dung, chương trình và thành phần dự họp; các thành viên nhất trí thông qua chương trình.';

// Everybody but the chair, the secretaries and whoever presents.
function speakersFor(meeting: DemoMeeting, item: DemoItem): string[] {
  const seats = meeting.attendees.filter(({ role }) => role === 'member' || role === 'invitee');
  return seats.map(({ personId }) => personId).filter(personId => personId !== item.presenterId);
}

function voteText({ question, ...result }: DemoVote): string {
  const { for: agree, against, notVoting } = result;
  return `${question}: ${agree}/${committeeSize} thành viên tán thành, ${against} không tán thành, ${notVoting} không biểu quyết.`;
}

const named = ({ directory }: Writing, personId: string): string =>
  `Đồng chí ${directory.person(personId).fullName} - ${directory.titleOf(personId)}`;

const chairTitle = ({ directory, meeting }: Writing): string => directory.titleOf(meeting.chairId);

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** '08 giờ 05 phút' on the clocks of Viet Nam. */
function clockOf(moment: string | null): string {
  const local = new Date(Date.parse(moment ?? '') + 7 * 3_600_000).toISOString();
  return `${local.slice(11, 13)} giờ ${local.slice(14, 16)} phút`;
}
