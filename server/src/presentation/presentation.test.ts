import { randomBytes } from 'node:crypto';
import { newId } from '@nghisu/shared/platform/ids.ts';
import type { Place } from '@nghisu/shared/presentation/presentation.records.ts';
import type { PlaceMessage } from '@nghisu/shared/protocol.ts';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type AppWorld, createAppWorld, type TestClient } from '../../test/worlds/appWorld.ts';
import type { MadeMeeting } from '../../test/worlds/world.ts';
import { saveUpload } from '../papers/papers.store.ts';
import { type Bus, encodeMessage, memoryBus } from '../platform/bus/bus.ts';
import type { Listener } from '../platform/feed/feed.ts';
import { PlaceLane } from './placeLane.ts';
import { shownIn } from './presentation.store.ts';

let world: AppWorld;
beforeAll(async () => {
  world = await createAppWorld();
});
afterAll(() => world.close());

const refusal = (code: string) => ({ ok: false, problem: { code } });
const placeIn = (paperId: string, given: Partial<Place> = {}): Place => ({
  paperId,
  page: 1,
  x: 0,
  y: 0,
  span: 1,
  pointer: null,
  order: 1,
  ...given,
});

async function paperOf(meeting: MadeMeeting, agendaItemId: string): Promise<string> {
  const sha256 = randomBytes(32).toString('hex');
  await saveUpload(world.db, { sha256, bytes: 1000, pages: 12 }, meeting.secretary);
  const paperId = newId();
  const input = { paperId, agendaItemId, sha256, title: 'Tờ trình', fileName: 'to-trinh.pdf' };
  await world.run(meeting.secretary, meeting.stream, 'papers.attach', input);
  return paperId;
}

/** A running meeting with a member, who follows it, and a paper to show. */
async function hall(): Promise<{ meeting: MadeMeeting; member: string; item: string; paper: string }> {
  const member = await world.person();
  const meeting = await world.meeting({ members: [member], state: 'running' });
  const item = await world.agendaItem(meeting, 'Quy hoạch tỉnh');
  return { meeting, member, item, paper: await paperOf(meeting, item) };
}

/** A connected follower of the meeting, with every place it was told. */
async function follower(personId: string, stream: string): Promise<TestClient & { places: Place[] }> {
  const client = await world.client(personId);
  const places: Place[] = [];
  client.socket.on('place', (message: PlaceMessage) => {
    if (message.stream === stream) places.push(message.place);
  });
  expect(await client.subscribe(stream)).toMatchObject({ ok: true });
  return Object.assign(client, { places });
}

/** A lane of another process with one listener, and what that one is told. */
function laneOf(bus: Bus, stream: string): { lane: PlaceLane; told: Place[] } {
  const told: Place[] = [];
  const listener = { id: newId(), personId: newId() } as Listener;
  const lane = new PlaceLane({
    db: world.db,
    bus,
    log: world.log,
    listenersWhoSee: () => [listener],
    followed: () => [stream],
    tell: (_, message) => told.push(message.place),
  });
  return { lane, told };
}

const tell = (client: TestClient, message: unknown): Promise<unknown> =>
  client.socket.timeout(5000).emitWithAck('place', message);
const untilTold = (client: TestClient & { places: Place[] }, page: number): Promise<void> =>
  expect.poll(() => client.places.at(-1)?.page, { timeout: 10_000 }).toBe(page) as unknown as Promise<void>;

describe('presenting', () => {
  it('says who presents what, takes over, and ends', async () => {
    const { meeting, paper } = await hall();
    await world.run(meeting.chair, meeting.stream, 'presentation.start', { paperId: paper });
    await world.run(meeting.secretary, meeting.stream, 'presentation.start', { paperId: paper });
    const [shown] = await shownIn(world.db, [meeting.id]);
    expect(shown?.presentation).toMatchObject({ paperId: paper, presenterId: meeting.secretary });
    await world.run(meeting.chair, meeting.stream, 'presentation.stop', {});
    expect(await shownIn(world.db, [meeting.id])).toEqual([]);
  });

  it('ends with the meeting, and with the paper', async () => {
    const { meeting, item, paper } = await hall();
    const other = await paperOf(meeting, item);
    await world.run(meeting.chair, meeting.stream, 'presentation.start', { paperId: paper });
    await world.run(meeting.secretary, meeting.stream, 'papers.remove', { paperId: other });
    expect(await shownIn(world.db, [meeting.id])).toHaveLength(1);
    await world.run(meeting.secretary, meeting.stream, 'papers.remove', { paperId: paper });
    expect(await shownIn(world.db, [meeting.id])).toEqual([]);
    const third = await paperOf(meeting, item);
    await world.run(meeting.chair, meeting.stream, 'presentation.start', { paperId: third });
    await world.run(meeting.chair, meeting.stream, 'meetings.close', {});
    expect(await shownIn(world.db, [meeting.id])).toEqual([]);
  });

  it('refuses members, papers of other meetings, and a meeting that does not run', async () => {
    const { meeting, member, paper } = await hall();
    const elsewhere = await hall();
    const client = await world.client(member);
    expect(await client.command(meeting.stream, 'presentation.start', { paperId: paper })).toMatchObject(
      refusal('not_found'),
    );
    const chair = await world.client(meeting.chair);
    for (const paperId of [elsewhere.paper, newId()]) {
      expect(await chair.command(meeting.stream, 'presentation.start', { paperId })).toMatchObject(
        refusal('not_found'),
      );
    }
    await world.run(meeting.chair, meeting.stream, 'meetings.pause', {});
    expect(await chair.command(meeting.stream, 'presentation.start', { paperId: paper })).toMatchObject(
      refusal('conflict'),
    );
  });
});

describe('following the presenter', () => {
  it('tells the room where the presenter is, and late comers where the presenter was last', async () => {
    const { meeting, member, paper } = await hall();
    const chair = await follower(meeting.chair, meeting.stream);
    const early = await follower(member, meeting.stream);
    await chair.command(meeting.stream, 'presentation.start', { paperId: paper });
    const place = placeIn(paper, { page: 7, y: 0.4, span: 0.5, pointer: { page: 7, x: 0.2, y: 0.3 } });
    expect(await tell(chair, { stream: meeting.stream, place })).toEqual({ ok: true });
    await untilTold(early, 7);
    expect(early.places.at(-1)).toEqual(place);
    const late = await follower(member, meeting.stream);
    await untilTold(late, 7);
  });

  it('newest wins: the last of a burst comes last, an older one never', async () => {
    const { meeting, member, paper } = await hall();
    const chair = await follower(meeting.chair, meeting.stream);
    const watcher = await follower(member, meeting.stream);
    await chair.command(meeting.stream, 'presentation.start', { paperId: paper });
    const burst = Array.from({ length: 60 }, (_, at) => placeIn(paper, { page: at + 1, order: at + 1 }));
    await Promise.all(burst.map(place => tell(chair, { stream: meeting.stream, place })));
    await untilTold(watcher, 60);
    expect(
      await tell(chair, { stream: meeting.stream, place: placeIn(paper, { page: 3, order: 3 }) }),
    ).toEqual({
      ok: true,
    });
    await tell(chair, { stream: meeting.stream, place: placeIn(paper, { page: 61, order: 61 }) });
    await untilTold(watcher, 61);
    expect(watcher.places.map(place => place.order)).toEqual(
      watcher.places.map(place => place.order).toSorted((a, b) => a - b),
    );
  });

  it('takes a place from nobody but the presenter, in the paper that is shown', async () => {
    const { meeting, member, item, paper } = await hall();
    const watcher = await follower(member, meeting.stream);
    const chair = await world.client(meeting.chair);
    const stranger = await world.client(await world.person());
    const { stream } = meeting;
    const place = placeIn(paper);
    expect(await tell(chair, { stream, place })).toMatchObject(refusal('not_found'));
    await chair.command(stream, 'presentation.start', { paperId: paper });
    for (const client of [watcher, stranger, await world.client(meeting.secretary)])
      expect(await tell(client, { stream, place })).toMatchObject(refusal('not_found'));
    const other = placeIn(await paperOf(meeting, item));
    expect(await tell(chair, { stream, place: other })).toMatchObject(refusal('not_found'));
    const hostile = [
      null,
      [],
      { stream },
      { stream, place: { ...place, page: 0 } },
      { stream, place: { ...place, x: 1e9 } },
    ];
    for (const message of [
      ...hostile,
      { stream, place: { ...place, html: '<b>' } },
      { stream: 'org', place },
    ])
      expect(await tell(chair, message)).toMatchObject({ ok: false });
    expect(watcher.places).toEqual([]);
  });

  it('S6: tells a person who is no longer invited nothing more', async () => {
    const { meeting, member, paper } = await hall();
    const gone = await follower(member, meeting.stream);
    const chair = await follower(meeting.chair, meeting.stream);
    await chair.command(meeting.stream, 'presentation.start', { paperId: paper });
    await world.run(meeting.secretary, meeting.stream, 'meetings.withdrawInvitation', { personId: member });
    await gone.until('the reset', () => gone.resets.length > 0);
    await tell(chair, { stream: meeting.stream, place: placeIn(paper, { page: 9 }) });
    await untilTold(chair, 9);
    expect(gone.places).toEqual([]);
  });

  it('tells the first place of a burst at once, and of the rest the newest, a tenth of a second later', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    const bus = memoryBus();
    const { lane, told } = laneOf(bus, 'meeting:any');
    const [paperId, personId] = [newId(), newId()];
    const presentation = {
      kind: 'presentation',
      id: newId(),
      meetingId: newId(),
      agendaItemId: newId(),
      paperId,
      presenterId: personId,
      startedAt: '2026-11-24T01:00:00.000Z',
    };
    for (let order = 1; order <= 50; order += 1) {
      const place = placeIn(paperId, { page: order, order });
      bus.publish('places', encodeMessage({ stream: 'meeting:any', presentation, place }));
    }
    await vi.advanceTimersByTimeAsync(99);
    expect(told.map(place => place.page)).toEqual([1]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(told.map(place => place.page)).toEqual([1, 50]);
    lane.close();
    vi.useRealTimers();
  });

  it('S10: without the bus another process finds the place in the database', async () => {
    const { meeting, paper } = await hall();
    await world.run(meeting.chair, meeting.stream, 'presentation.start', { paperId: paper });
    const [{ lane: here, told }, { lane: there, told: toldThere }] = [
      laneOf(memoryBus(), meeting.stream),
      laneOf(memoryBus(), meeting.stream),
    ];
    await here.take({ stream: meeting.stream, place: placeIn(paper, { page: 5 }) }, meeting.chair);
    expect(told.map(place => place.page)).toEqual([5]);
    await expect.poll(async () => (await shownIn(world.db, [meeting.id]))[0]?.place?.page).toBe(5);
    await there.beat();
    expect(toldThere.map(place => place.page)).toEqual([5]);
    await there.beat();
    expect(toldThere).toHaveLength(1);
    here.close();
    there.close();
  });
});
