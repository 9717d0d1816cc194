import type { Attendance, QuorumCheck } from '@nghisu/shared/attendance/attendance.records.ts';
import { type AnyRecord, parseStreamId } from '@nghisu/shared/platform/feed.ts';
import { newId } from '@nghisu/shared/platform/ids.ts';
import { canSee } from '@nghisu/shared/records.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type MadeMeeting, type World } from '../../../test/worlds/world.ts';
import { snapshotOf } from '../../snapshots.ts';
import { viewerOf } from '../../viewers.ts';
import { attendanceOf } from '../attendance.store.ts';
import { doorCodeNow, isDoorCode } from '../door/doorKey.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

async function session(size = 2) {
  const members: string[] = [];
  for (let index = 0; index < size; index += 1) members.push(await world.person());
  const guest = await world.person();
  const meeting = await world.meeting({ members, invitees: [guest] });
  return { meeting, members, guest };
}

const presence = (meeting: MadeMeeting, personId: string): Promise<Attendance | null> =>
  attendanceOf(world.db, meeting.id, personId);

async function seenBy(personId: string, meeting: MadeMeeting): Promise<AnyRecord[]> {
  const viewer = (await viewerOf(world.db, personId, parseStreamId(meeting.stream).subjectId))!;
  return (await snapshotOf(world.db, meeting.stream)).filter(record => canSee(viewer, record));
}

const checksOf = async (meeting: MadeMeeting): Promise<QuorumCheck[]> =>
  (await seenBy(meeting.chair, meeting)).filter(one => one.kind === 'quorumCheck') as QuorumCheck[];

describe('presence', () => {
  it('is intervals of the database clock: in, out, back, gone, and ended by the closing', async () => {
    const { meeting, members } = await session();
    const [an, binh] = members as [string, string];
    await world.run(an, meeting.stream, 'attendance.checkIn', { mode: 'inRoom' });
    await world.run(an, meeting.stream, 'attendance.stepOut', { personId: an });
    expect(await presence(meeting, an)).toMatchObject({ state: 'out', checkedInBy: 'self' });
    await world.run(an, meeting.stream, 'attendance.comeBack', { personId: an });
    await world.run(meeting.secretary, meeting.stream, 'attendance.checkInFor', {
      personId: binh,
      mode: 'remote',
    });
    await world.run(meeting.chair, meeting.stream, 'meetings.open', {});
    await world.run(meeting.chair, meeting.stream, 'meetings.close', {});
    const [ofAn, ofBinh] = [await presence(meeting, an), await presence(meeting, binh)];
    expect(ofAn?.intervals.map(one => [one.mode, one.to !== null])).toEqual([
      ['inRoom', true],
      ['inRoom', true],
    ]);
    expect(ofBinh).toMatchObject({ state: 'left', checkedInBy: 'secretary' });
    await expect(
      world.run(an, meeting.stream, 'attendance.checkIn', { mode: 'inRoom' }),
    ).rejects.toMatchObject({ reason: 'meetings.notEditable' });
  });

  it('is nobody else’s to say but the organisers’, and only of people who were invited', async () => {
    const { meeting, members, guest } = await session();
    const [an] = members as [string];
    const stranger = await world.person();
    await world.run(an, meeting.stream, 'attendance.checkIn', { mode: 'inRoom' });
    const attacks = [
      () => world.run(guest, meeting.stream, 'attendance.stepOut', { personId: an }),
      () => world.run(guest, meeting.stream, 'attendance.giveNotice', { personId: an, reason: 'x' }),
      () => world.run(guest, meeting.stream, 'attendance.checkInFor', { personId: an, mode: 'remote' }),
      () => world.run(stranger, meeting.stream, 'attendance.checkIn', { mode: 'inRoom' }),
      () =>
        world.run(meeting.secretary, meeting.stream, 'attendance.checkInFor', {
          personId: stranger,
          mode: 'inRoom',
        }),
    ];
    for (const attack of attacks) await expect(attack()).rejects.toMatchObject({ code: 'not_found' });
    expect((await presence(meeting, an))?.state).toBe('inRoom');
  });

  it('tells why somebody is absent to the organisers and that person only', async () => {
    const { meeting, members, guest } = await session();
    const [an, binh] = members as [string, string];
    const notice = { personId: an, reason: 'Đi công tác' };
    await world.run(an, meeting.stream, 'attendance.giveNotice', notice);
    const sees = async (personId: string) =>
      JSON.stringify(await seenBy(personId, meeting)).includes('Đi công tác');
    expect([await sees(an), await sees(meeting.secretary), await sees(binh), await sees(guest)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect((await presence(meeting, an))?.state).toBe('absent');
    await world.run(an, meeting.stream, 'attendance.withdrawNotice', { personId: an });
    expect(await presence(meeting, an)).toBeNull();
  });
});

describe('the quorum', () => {
  it('is recorded at the opening, with the number that was needed, and stays as it was', async () => {
    const { meeting, members } = await session(8);
    for (const personId of members.slice(0, 4)) {
      await world.run(meeting.secretary, meeting.stream, 'attendance.checkInFor', {
        personId,
        mode: 'inRoom',
      });
    }
    await world.run(meeting.chair, meeting.stream, 'attendance.checkIn', { mode: 'remote' });
    await world.run(meeting.chair, meeting.stream, 'meetings.open', {});
    await world.run(members[7]!, meeting.stream, 'attendance.checkIn', { mode: 'inRoom' });
    expect(await checksOf(meeting)).toMatchObject([
      { occasion: 'opening', present: 5, total: 9, needed: 6, met: false },
    ]);
  });
});

describe('the code at the door', () => {
  it('is good in its window and the next, for its meeting only', async () => {
    const [{ meeting, members }, other] = [await session(), await session()];
    const { code, millisecondsLeft } = await doorCodeNow(world.db, meeting.id);
    await doorCodeNow(world.db, other.meeting.id);
    const end = Date.now() + millisecondsLeft;
    const at = (ms: number) => new Date(ms).toISOString();
    const good = (ms: number, id = meeting.id) => isDoorCode(world.db, id, code, at(ms));
    expect([await good(end - 15_000), await good(end + 15_000)]).toEqual([true, true]);
    expect([await good(end + 45_000), await good(end - 45_000)]).toEqual([false, false]);
    expect(await good(end - 15_000, other.meeting.id)).toBe(false);
    const { code: fresh } = await doorCodeNow(world.db, meeting.id);
    const typed = `${fresh.slice(0, 4).toLowerCase()}-${fresh.slice(4)}`;
    await world.run(members[0]!, meeting.stream, 'attendance.checkInByCode', { code: typed });
    expect(await presence(meeting, members[0]!)).toMatchObject({ state: 'inRoom', checkedInBy: 'code' });
  });

  it('refuses other codes, and tells its key to nobody', async () => {
    const { meeting, members } = await session();
    const { code } = await doorCodeNow(world.db, meeting.id);
    const wrong = code.replace(/./g, letter => (letter === 'A' ? 'B' : 'A'));
    await expect(
      world.run(members[0]!, meeting.stream, 'attendance.checkInByCode', { code: wrong }),
    ).rejects.toMatchObject({ reason: 'attendance.codeWrong' });
    expect(JSON.stringify([await snapshotOf(world.db, meeting.stream), world.published])).not.toContain(code);
  });
});

describe('a substitute', () => {
  it('comes onto the list by the chair’s consent, without the vote, and with nothing private', async () => {
    const { meeting, members } = await session();
    const [an, binh] = members as [string, string];
    const substituteId = await world.person();
    const name = { personId: an, substituteId };
    await expect(world.run(binh, meeting.stream, 'attendance.nameSubstitute', name)).rejects.toMatchObject({
      code: 'not_found',
    });
    await world.run(an, meeting.stream, 'attendance.nameSubstitute', name);
    for (const personId of [an, binh, meeting.secretary, substituteId]) {
      await expect(
        world.run(personId, meeting.stream, 'attendance.consentToSubstitute', { personId: an }),
      ).rejects.toMatchObject({ code: 'not_found' });
    }
    expect((await viewerOf(world.db, substituteId, meeting.id))?.meetingRole).toBeNull();
    await world.run(meeting.chair, meeting.stream, 'attendance.consentToSubstitute', { personId: an });
    expect((await viewerOf(world.db, substituteId, meeting.id))?.meetingRole).toBe('invitee');
    const calendar = await snapshotOf(world.db, `user:${substituteId}`);
    expect(calendar.map(one => one.kind)).toEqual(['myMeeting']);
  });

  it('is refused by the chair, and is nobody who decides already', async () => {
    const { meeting, members } = await session();
    const [an, binh] = members as [string, string];
    await expect(
      world.run(an, meeting.stream, 'attendance.nameSubstitute', { personId: an, substituteId: binh }),
    ).rejects.toMatchObject({ reason: 'attendance.cannotSubstitute' });
    const substituteId = await world.person();
    await world.run(an, meeting.stream, 'attendance.nameSubstitute', { personId: an, substituteId });
    await world.run(meeting.chair, meeting.stream, 'attendance.refuseSubstitute', { personId: an });
    await expect(
      world.run(meeting.chair, meeting.stream, 'attendance.consentToSubstitute', { personId: an }),
    ).rejects.toMatchObject({ reason: 'attendance.substituteDecided' });
    expect((await viewerOf(world.db, substituteId, meeting.id))?.meetingRole).toBeNull();
  });
});

describe('the seats of the room', () => {
  it('are one a person and one person a seat, inside the room', async () => {
    const { meeting, members } = await session();
    const [an, binh] = members as [string, string];
    const arrange = (seats: { personId: string; row: number; column: number }[], by = meeting.secretary) =>
      world.run(by, meeting.stream, 'attendance.arrangeSeats', { rows: 2, columns: 3, seats });
    await arrange([
      { personId: an, row: 1, column: 1 },
      { personId: binh, row: 2, column: 3 },
    ]);
    const map = (await seenBy(binh, meeting)).find(one => one.kind === 'seatMap');
    expect(map).toMatchObject({ rows: 2, columns: 3, seats: [{ personId: an }, { personId: binh }] });
    const place = { row: 1, column: 1 };
    for (const seats of [
      [an, binh].map(personId => ({ personId, ...place })),
      [1, 2].map(column => ({ personId: an, row: 1, column })),
      [{ personId: an, row: 3, column: 1 }],
    ])
      await expect(arrange(seats)).rejects.toMatchObject({ reason: 'attendance.seatTaken' });
    await expect(arrange([{ personId: newId(), ...place }])).rejects.toMatchObject({ code: 'not_found' });
    await expect(arrange([], an)).rejects.toMatchObject({ code: 'not_found' });
  });
});
