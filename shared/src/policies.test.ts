import { describe, expect, it } from 'vitest';
import { type CommandName, commands } from './commands.ts';
import { newId } from './platform/ids.ts';
import { type MeetingRole, noSeat, type SystemRole, type Viewer } from './platform/viewer.ts';
import { policies } from './policies.ts';

const unit = newId();
const otherUnit = newId();
const assigner = newId();

const viewer = (given: {
  roles?: SystemRole[];
  meetingRole?: MeetingRole;
  unitId?: string;
  head?: boolean;
  personId?: string;
}): Viewer => ({
  personId: given.personId ?? newId(),
  systemRoles: given.roles ?? [],
  units: given.unitId ? [{ unitId: given.unitId, head: given.head ?? false }] : [],
  ...noSeat,
  meetingRole: given.meetingRole ?? null,
});

/** The columns: everybody who may knock, by role. */
const columns: Record<string, Viewer> = {
  chair: viewer({ meetingRole: 'chair' }),
  secretary: viewer({ meetingRole: 'secretary' }),
  member: viewer({ meetingRole: 'member' }),
  invitee: viewer({ meetingRole: 'invitee' }),
  observer: viewer({ meetingRole: 'observer' }),
  officeStaff: viewer({ roles: ['officeStaff'] }),
  monitor: viewer({ roles: ['monitor'] }),
  administrator: viewer({ roles: ['administrator'] }),
  leadHead: viewer({ unitId: unit, head: true }),
  leadStaff: viewer({ unitId: unit }),
  coordinator: viewer({ unitId: otherUnit, head: true }),
  assigner: viewer({ personId: assigner }),
  stranger: viewer({}),
};

/** The reviewed table: who may run which command. Changing a policy means changing this table. */
const allowed: Record<CommandName, string> = {
  'organisation.saveUnit': 'administrator',
  'organisation.savePerson': 'administrator',
  'organisation.savePost': 'administrator',
  'organisation.saveRoom': 'administrator',
  'meetings.create': 'officeStaff',
  'meetings.changeDetails': 'chair secretary',
  'meetings.publish': 'chair secretary',
  'meetings.cancel': 'chair secretary',
  'meetings.open': 'chair secretary',
  'meetings.pause': 'chair secretary',
  'meetings.resume': 'chair secretary',
  'meetings.close': 'chair secretary',
  'meetings.invitePeople': 'chair secretary',
  'meetings.inviteUnits': 'chair secretary',
  'meetings.withdrawInvitation': 'chair secretary',
  'agenda.addItem': 'chair secretary',
  'agenda.editItem': 'chair secretary',
  'agenda.moveItem': 'chair secretary',
  'agenda.removeItem': 'chair secretary',
  'agenda.advance': 'chair secretary',
  'agenda.carryOver': 'chair secretary',
  'attendance.checkIn': 'chair secretary member invitee observer',
  'attendance.checkInByCode': 'chair secretary member invitee observer',
  'attendance.checkInFor': 'chair secretary',
  'attendance.stepOut': 'chair secretary',
  'attendance.comeBack': 'chair secretary',
  'attendance.leave': 'chair secretary',
  'attendance.giveNotice': 'chair secretary',
  'attendance.withdrawNotice': 'chair secretary',
  'attendance.nameSubstitute': 'chair secretary',
  'attendance.consentToSubstitute': 'chair',
  'attendance.refuseSubstitute': 'chair',
  'attendance.arrangeSeats': 'chair secretary',
  'attendance.declareRecusal': 'chair secretary',
  'attendance.endRecusal': 'chair secretary',
  'attendance.admit': 'chair secretary',
  'attendance.admitToAll': 'chair secretary',
  'papers.attach': 'chair secretary',
  'papers.rename': 'chair secretary',
  'papers.remove': 'chair secretary',
  'papers.markRead': '',
  'presentation.start': 'chair secretary',
  'presentation.stop': 'chair secretary',
  'decisions.takePosition': 'chair member',
  'decisions.proposeUnopposed': 'chair secretary',
  'decisions.pullOut': 'chair secretary member',
  'decisions.putBack': 'chair secretary member',
  'decisions.adoptUnopposed': 'chair',
  'speakers.request': 'chair secretary member invitee',
  'speakers.requestFor': 'chair secretary',
  'speakers.withdraw': 'chair secretary',
  'speakers.write': 'chair secretary member invitee',
  'speakers.move': 'chair secretary',
  'speakers.giveFloor': 'chair secretary',
  'speakers.takeFloor': 'chair secretary',
  'speakers.extend': 'chair secretary',
  'votes.prepare': 'chair secretary',
  'votes.edit': 'chair secretary',
  'votes.remove': 'chair secretary',
  'votes.open': 'chair secretary',
  'votes.close': 'chair secretary',
  'votes.cancel': 'chair secretary',
  'votes.breakTie': 'chair',
  'minutes.start': 'chair secretary',
  'minutes.insertPart': 'chair secretary',
  'minutes.dismissPart': 'chair secretary',
  'assignments.assign': 'chair secretary',
  'assignments.correct': 'chair secretary monitor assigner',
  'assignments.accept': 'leadHead leadStaff',
  'assignments.decline': 'leadHead',
  'assignments.nameResponsible': 'leadHead leadStaff',
  'assignments.reportProgress': 'leadHead leadStaff',
  'assignments.submit': 'leadHead leadStaff',
  'assignments.confirm': 'chair secretary monitor assigner',
  'assignments.return': 'chair secretary monitor assigner',
};

/** What each policy is told beside the viewer: an assignment of `unit`, or somebody else's stream. */
const subject = {
  leadUnitId: unit,
  coordinatingUnitIds: [otherUnit],
  assignedById: assigner,
  responsibleId: null,
  presenterId: null,
  ownStream: false,
  readable: true,
  agendaItemId: newId(),
  personId: newId(),
};

describe('the policy matrix', () => {
  it('lists every command and no other', () => {
    expect(Object.keys(allowed).sort()).toEqual(Object.keys(commands).sort());
    expect(Object.keys(policies).sort()).toEqual(Object.keys(commands).sort());
  });

  it.each(Object.keys(allowed) as CommandName[])('%s is for the people of its row only', name => {
    const policy = policies[name] as (viewer: Viewer, given: typeof subject) => boolean;
    const granted = Object.keys(columns).filter(column => policy(columns[column]!, subject));
    expect(granted.join(' ')).toBe(allowed[name]);
  });

  it('lets the presenter of an item present it, as long as that person is on the list', () => {
    const start = policies['presentation.start'];
    const { member, stranger } = columns;
    const agendaItemId = newId();
    expect(start(member!, { agendaItemId, presenterId: member!.personId })).toBe(true);
    expect(start(member!, { agendaItemId, presenterId: newId() })).toBe(false);
    expect(start(stranger!, { agendaItemId, presenterId: stranger!.personId })).toBe(false);
  });

  it('lets people mark what they read in their own stream, where they may read it', () => {
    const markRead = policies['papers.markRead'];
    expect(markRead(columns.stranger!, { ownStream: true, readable: true })).toBe(true);
    expect(markRead(columns.stranger!, { ownStream: true, readable: false })).toBe(false);
    expect(markRead(columns.chair!, { ownStream: false, readable: true })).toBe(false);
  });

  it('lets people withdraw their own request and give back the floor, while they are of the meeting', () => {
    for (const name of ['speakers.withdraw', 'speakers.takeFloor'] as const) {
      const own = (column: Viewer) =>
        policies[name](column, { agendaItemId: newId(), personId: column.personId });
      expect([columns.member!, columns.invitee!, columns.stranger!].map(own)).toEqual([true, true, false]);
    }
  });

  it('S6: keeps people from what they declared a conflict of interest in, whatever their role', () => {
    const agendaItemId = newId();
    for (const role of ['chair', 'secretary', 'member'] as const) {
      const recused = { ...columns[role]!, recusedItemIds: [agendaItemId] };
      const own = { agendaItemId, personId: recused.personId, presenterId: recused.personId };
      for (const name of ['presentation.start', 'speakers.withdraw', 'speakers.takeFloor'] as const) {
        expect(policies[name](recused, own)).toBe(false);
        expect(policies[name](recused, { ...own, agendaItemId: newId() })).toBe(true);
      }
      expect(policies['attendance.endRecusal'](recused, own)).toBe(false);
    }
  });
});
