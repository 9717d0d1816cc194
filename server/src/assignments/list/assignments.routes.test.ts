import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { assignmentPageSchema } from '@nghisu/shared/assignments/assignments.query.ts';
import { AppError } from '@nghisu/shared/platform/errors.ts';
import { newId } from '@nghisu/shared/platform/ids.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../test/worlds/world.ts';
import { createHttp } from '../../platform/web/http.ts';
import { createProblemWriter } from '../../platform/web/problems.ts';
import { problemMessages } from '../../problems.messages.ts';
import { viewerOf } from '../../viewers.ts';
import { type Given, giveAssignment } from '../assignments.testing.ts';
import { assignmentsRoutes } from './assignments.routes.ts';

let world: World;
let given: Given;
let server: Server;
let stranger: string;

beforeAll(async () => {
  world = await createWorld();
  given = await giveAssignment(world);
  stranger = await world.person({ roles: ['administrator', 'officeStaff'] });
  const personOf = async (request: { headers: Record<string, unknown> }) => {
    if (typeof request.headers['x-person'] !== 'string') throw new AppError('unauthenticated');
    return request.headers['x-person'];
  };
  const app = createHttp({
    problems: createProblemWriter(problemMessages, world.log),
    allowedOrigins: new Set(),
    secure: false,
    trustProxy: false,
    clientFolder: null,
    routers: [assignmentsRoutes({ db: world.db, personOf, viewerOf })],
  });
  server = createServer(app);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await new Promise(resolve => server.close(resolve));
  await world.close();
});

const get = async (path: string, person?: string) => {
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    headers: person === undefined ? {} : { 'x-person': person },
  });
  return { status: response.status, body: await response.json() };
};

describe('the routes of assignments', () => {
  it('answer the list, an assignment and its history to its parties', async () => {
    for (const person of [given.head, given.staff, given.coordinatorHead, given.meeting.chair]) {
      const list = await get('/api/assignments?text=giai%20ngan&state=notStarted', person);
      expect(list.status).toBe(200);
      expect(assignmentPageSchema.parse(list.body).items.map(one => one.id)).toEqual([given.id]);
      expect(await get(`/api/assignments/${given.id}`, person)).toMatchObject({
        status: 200,
        body: { id: given.id },
      });
      const history = await get(`/api/assignments/${given.id}/history`, person);
      const source = await get(`/api/assignments/${given.id}/source`, person);
      expect(source.body).toMatchObject({
        meetingId: given.meeting.id,
        meetingTitle: expect.stringMatching(/^Phiên họp/),
      });
      expect(history.body).toMatchObject([{ type: 'assigned', byId: given.meeting.secretary, changed: {} }]);
    }
  });

  it('tell readers their own role in the meeting, and null where they have none', async () => {
    const roleOf = async (person: string) =>
      (await get(`/api/assignments/${given.id}/source`, person)).body.role;
    expect(await roleOf(given.meeting.chair)).toBe('chair');
    expect(await roleOf(given.coordinatorHead)).toBe('member');
    expect(await roleOf(given.head)).toBeNull();
  });

  it('answer a stranger as if there were nothing', async () => {
    expect((await get('/api/assignments', stranger)).body).toMatchObject({ items: [], total: 0 });
    const unknown = newId();
    for (const path of ['', '/history', '/source']) {
      const foreign = await get(`/api/assignments/${given.id}${path}`, stranger);
      expect(foreign).toMatchObject({ status: 404, body: { code: 'not_found' } });
      expect(await get(`/api/assignments/${unknown}${path}`, stranger)).toEqual(foreign);
      expect(await get(`/api/assignments/${unknown}${path}`, given.head)).toEqual(foreign);
    }
  });

  it('want somebody who is logged in', async () => {
    for (const path of ['', `/${given.id}`, `/${given.id}/history`, '/x']) {
      expect(await get(`/api/assignments${path}`)).toMatchObject({
        status: 401,
        body: { code: 'unauthenticated' },
      });
    }
  });

  it.each([
    'state=unknown',
    'limit=0',
    'limit=1000000',
    'after=x',
    'text=a&text=b',
    'unit=x',
    'sort=1',
    'scope=',
  ])('refuse %s and name the parameter', async query => {
    const { status, body } = await get(`/api/assignments?${query}`, given.head);
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'invalid', fields: [expect.anything()] });
  });

  it.each(['x', '%00', `${'a'.repeat(3000)}`, '..%2f'])('know no assignment %s', async id => {
    expect((await get(`/api/assignments/${id}`, given.head)).status).toBe(404);
  });
});
