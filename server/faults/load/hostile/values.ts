import { newId } from '@nghisu/shared/platform/ids.ts';
import type { Random } from '../../random.ts';
import type { Place } from '../wire/place.ts';

const depth = 2000;
const deep = (open: string, close: string): string => `${open.repeat(depth)}1${close.repeat(depth)}`;

/** Pieces of JSON that programs stumble over; text, because not all of them survive `JSON.stringify`. */
const pieces: readonly string[] = [
  'null',
  'true',
  '0',
  '-1',
  '1e308',
  '9007199254740993',
  '""',
  '"\\u0000"',
  '"\\ud800"',
  '"; drop table events; --"',
  '"{{7*7}}#{7*7}<script>alert(1)</script>"',
  '"../../../../etc/passwd"',
  '"=cmd|\' /C calc\'!A0"',
  '"\\r\\nSet-Cookie: a=b\\u001b[31m"',
  `"${'ộ'.repeat(3000)}"`,
  '[]',
  '[null]',
  '[[[[[[]]]]]]',
  '{}',
  '{"length":1e9}',
  '{"toString":1,"valueOf":null,"then":{}}',
  '{"__proto__":{"isAdmin":true,"systemRoles":["administrator"]}}',
  '{"constructor":{"prototype":{"polluted":1}}}',
  '{"_placeholder":true,"num":0}',
  '{"type":"Buffer","data":[1,2,3]}',
  deep('[', ']'),
  deep('{"a":', '}'),
];

/** A hostile piece of JSON. */
export const piece = (random: Random): string => random.pick(pieces);

/** Ids and streams that hostile people have got hold of and have no right to. */
export function harvest(place: Place, random: Random) {
  const meeting = random.pick([...place.meetings, ...place.closed]);
  return {
    meetingId: meeting.id,
    itemId: random.pick(meeting.itemIds),
    paperId: random.pick(meeting.paperIds),
    sha256: meeting.sha256,
    personId: random.pick([...meeting.organisers, place.admin]).id,
    unitId: random.pick(place.units).id,
    stream: random.pick([
      meeting.stream,
      `unit:${random.pick(place.units).id}`,
      `user:${meeting.organisers[0]!.id}`,
      'org',
      `meeting:${newId()}`,
    ]),
  };
}

type Harvest = ReturnType<typeof harvest>;

/** Commands that would be sound, given by those who may. */
const commands: readonly ((known: Harvest) => [string, Record<string, unknown>])[] = [
  ({ itemId }) => ['agenda.removeItem', { itemId }],
  ({ itemId }) => ['agenda.moveItem', { itemId, parentId: null, beforeId: null }],
  ({ itemId }) => ['agenda.advance', { itemId }],
  ({ itemId, personId }) => [
    'agenda.editItem',
    { itemId, title: 'Đã phá', unitId: null, presenterId: personId, minutesPlanned: 1, note: '' },
  ],
  ({ itemId, meetingId }) => ['agenda.carryOver', { itemId, toMeetingId: meetingId }],
  ({ itemId, sha256 }) => [
    'papers.attach',
    { paperId: newId(), agendaItemId: itemId, sha256, title: 'Lấy trộm', fileName: 'a.pdf' },
  ],
  ({ paperId }) => ['papers.rename', { paperId, title: 'Đã phá' }],
  ({ paperId }) => ['papers.remove', { paperId }],
  ({ paperId }) => ['papers.markRead', { paperId, lastPage: 1 }],
  ({ paperId }) => ['presentation.start', { paperId }],
  () => ['presentation.stop', {}],
  ({ personId }) => ['meetings.withdrawInvitation', { personId }],
  ({ personId }) => ['meetings.invitePeople', { personIds: [personId], role: 'secretary' }],
  ({ unitId }) => ['meetings.inviteUnits', { unitIds: [unitId], role: 'member' }],
  () => ['meetings.close', {}],
  () => ['meetings.cancel', {}],
  () => ['minutes.start', {}],
  ({ itemId }) => ['speakers.request', { requestId: newId(), agendaItemId: itemId, type: 'pointOfOrder' }],
  ({ itemId }) => ['speakers.write', { requestId: newId(), agendaItemId: itemId, text: 'Chen vào' }],
  ({ personId, unitId }) => [
    'organisation.savePost',
    {
      id: newId(),
      personId,
      unitId,
      title: 'Chủ tịch',
      head: true,
      validFrom: '2020-01-01',
      validTo: null,
    },
  ],
  ({ personId }) => ['organisation.savePerson', { id: personId, fullName: 'Tôi', protocolOrder: 0 }],
  ({ unitId, itemId }) => [
    'assignments.assign',
    { assignmentId: newId(), agendaItemId: itemId, leadUnitId: unitId, quote: '', content: 'Việc' },
  ],
];

/** A command as JSON, to somewhere it has no business: sound, or with a piece that breaks it. */
export function hostileCommand(place: Place, random: Random): string {
  const known = harvest(place, random);
  const [name, input] = random.pick(commands)(known);
  const envelope: Record<string, unknown> = { id: newId(), stream: known.stream, name, input };
  if (random.chance(0.4)) return JSON.stringify(envelope);
  const mark = '"@hostile@"';
  const target = random.chance(0.5) ? envelope : input;
  const keys = [...Object.keys(target), '__proto__', 'by', 'seq'];
  Object.defineProperty(target, random.pick(keys), {
    ...{ value: '@hostile@', enumerable: true, configurable: true, writable: true },
  });
  return JSON.stringify(envelope).replace(mark, () => piece(random));
}
