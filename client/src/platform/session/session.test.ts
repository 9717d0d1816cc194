import { noSeat } from '@nghisu/shared/platform/viewer.ts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { localProblem, ProblemError } from '../api/problems.ts';
import type { ConnectionListeners } from '../connection/connection.svelte.ts';
import { Session } from './session.svelte.ts';

const lan = {
  person: { id: '00000000-0000-4000-8000-00000000000a', fullName: 'Nguyễn Thị Lan' },
  viewer: { systemRoles: ['officeStaff' as const], units: [{ unitId: 'u', head: true }] },
  demo: false,
};
const minh = { ...lan, person: { id: '00000000-0000-4000-8000-00000000000b', fullName: 'Trần Văn Minh' } };

const failed = (code: 'unauthenticated' | 'unavailable') => new ProblemError(localProblem(code));

/** What the server knows, and what this device was told to do. */
function world() {
  const server = { session: null as typeof lan | null, needsSetup: false, away: false, deletes: 0 };
  const device: string[] = [];
  let listeners: Partial<ConnectionListeners> = {};
  const answer = async (path: string) => {
    if (server.away) throw failed('unavailable');
    if (path === '/api/setup') return { needed: server.needsSetup };
    if (!server.session) throw failed('unauthenticated');
    return server.session;
  };
  const session = new Session({
    api: {
      get: answer as never,
      post: (async (path: string, body: { username: string }) => {
        if (server.away) throw failed('unavailable');
        if (path === '/api/session' && body.username === 'nobody') throw failed('unauthenticated');
        server.session = body.username === 'minh' ? minh : lan;
        return server.session;
      }) as never,
      delete: async () => {
        if (server.away) throw failed('unavailable');
        server.deletes += 1;
        server.session = null;
      },
    },
    connection: {
      open: given => {
        listeners = given ?? {};
        device.push('connect');
      },
      close: () => device.push('disconnect'),
    },
    outbox: {
      open: id => device.push(`outbox ${id.at(-1)}`),
      close: how => device.push(`outbox ${how}`),
      flush: () => device.push('flush'),
      removedElsewhere: () => {},
    },
    copies: {
      open: id => device.push(`copies ${id.at(-1)}`),
      wipe: async id => void device.push(`wipe ${id.at(-1)}`),
    },
    retryMs: () => 1,
  });
  return { server, device, session, tell: () => listeners };
}

/** The browser's storage and other tabs, which node does not have. */
const texts = new Map<string, string>();
let otherTab: (change: { key: string; newValue: string }) => void = () => {};

beforeEach(() => {
  texts.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => texts.get(key) ?? null,
    setItem: (key: string, text: string) => void texts.set(key, text),
  });
  vi.stubGlobal('window', {
    addEventListener: (_: 'storage', listener: typeof otherTab) => {
      otherTab = listener;
    },
  });
});

afterEach(() => vi.unstubAllGlobals());

describe('who is here', () => {
  test('is asked at start; a person goes on, with everything that belongs to the session', async () => {
    const { server, session, device } = world();
    server.session = lan;
    expect(session.state).toBe('unknown');
    await session.start();
    expect(session.state).toBe('in');
    expect(session.current).toMatchObject({ person: lan.person, demo: false });
    expect(session.viewer).toEqual({ personId: lan.person.id, ...lan.viewer, ...noSeat });
    expect(device).toEqual(['copies a', 'outbox a', 'connect']);
  });

  test('nobody logs in, or makes the first account of an empty installation', async () => {
    const { server, session } = world();
    await session.start();
    expect([session.state, session.current]).toEqual(['out', null]);
    server.needsSetup = true;
    await session.check();
    expect(session.state).toBe('setup');
    await session.setUp({ username: 'lan', fullName: 'Nguyễn Thị Lan', password: '' });
    expect(session.state).toBe('in');
  });

  test('a refused log-in says so and changes nothing', async () => {
    const { session, device } = world();
    await session.start();
    device.length = 0;
    await expect(session.login('nobody', 'x')).rejects.toThrow(ProblemError);
    expect([session.state, device]).toEqual(['out', []]);
  });

  test('what waited is sent when the connection is there; changed rights and a refused connection are looked into', async () => {
    const { server, session, device, tell } = world();
    server.session = lan;
    await session.start();
    tell().live?.();
    expect(device).toContain('flush');
    server.session = { ...lan, viewer: { systemRoles: [], units: [] } } as never;
    tell().rightsChanged?.();
    await vi.waitFor(() => expect(session.viewer?.systemRoles).toEqual([]));
    server.session = null;
    tell().unauthenticated?.();
    await vi.waitFor(() => expect(session.state).toBe('out'));
    expect(session.current).toBeNull();
    // What was typed is kept for the same person's return, what was read is not.
    expect(device.slice(-3)).toEqual(['outbox keep', 'disconnect', 'wipe a']);
  });
});

describe('without a network', () => {
  test('S11: a page loaded anew goes on with the person who was here, and asks until there is an answer', async () => {
    const first = world();
    first.server.session = lan;
    await first.session.start();

    const second = world();
    second.server.away = true;
    await second.session.start();
    expect([second.session.state, second.session.current?.person]).toEqual(['in', lan.person]);
    second.server.away = false;
    await vi.waitFor(() => expect(second.session.state).toBe('out'));
    expect(second.device).toContain('wipe a');
  });

  test('nobody who was never here gets in', async () => {
    const { server, session } = world();
    server.away = true;
    await session.start();
    expect([session.state, session.current]).toEqual(['unknown', null]);
    server.away = false;
    await vi.waitFor(() => expect(session.state).toBe('out'));
  });

  test('logging out clears the device at once, and the server is told when it is back, also by the next page', async () => {
    const first = world();
    first.server.session = lan;
    await first.session.start();
    first.server.away = true;
    await first.session.logout();
    expect([first.session.state, first.session.current]).toEqual(['out', null]);
    expect(first.device.slice(-3)).toEqual(['outbox forget', 'disconnect', 'wipe a']);

    const second = world();
    second.server.session = lan;
    await second.session.start();
    expect([second.session.state, second.server.deletes]).toEqual(['out', 1]);
  });

  test('a log-out is not undone by an answer that was under way', async () => {
    const { server, session } = world();
    server.session = lan;
    const starting = session.start();
    const leaving = session.logout();
    await Promise.all([starting, leaving]);
    expect([session.state, session.current, server.deletes]).toEqual(['out', null, 1]);
  });
});

describe('other tabs of the browser', () => {
  test('another person’s log-in there replaces the person here, and nothing of the first stays', async () => {
    const { server, session, device } = world();
    server.session = lan;
    await session.start();
    device.length = 0;
    server.session = minh;
    otherTab({ key: 'nghisu.session', newValue: JSON.stringify(minh) });
    expect(session.current).toBeNull();
    expect(device).toEqual(['outbox keep', 'disconnect', 'wipe a']);
    await vi.waitFor(() => expect(session.current?.person).toEqual(minh.person));
  });

  test('the same person there changes nothing here', async () => {
    const { server, session, device } = world();
    server.session = lan;
    await session.start();
    device.length = 0;
    otherTab({ key: 'nghisu.session', newValue: JSON.stringify(lan) });
    expect([session.state, device]).toEqual(['in', []]);
  });
});
