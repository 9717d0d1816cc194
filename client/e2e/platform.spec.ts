import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openPlatform, type PlatformWorld } from './platform.world.ts';

const stream = 'meeting:00000000-0000-4000-8000-000000000001';

let world: PlatformWorld;
let page: Page;
let context: BrowserContext;
beforeAll(async () => {
  world = await openPlatform();
});
afterAll(() => world?.close());
beforeEach(async () => {
  page = await world.open();
  context = page.context();
});
afterEach(() => context.close());

describe('records wake their readers', () => {
  test('a $derived that looked before anything had come wakes too', async () => {
    const seen = await page.evaluate(async () => {
      const { StreamFeed, watchDerived } = window.platform;
      const tick = () => new Promise(resolve => setTimeout(resolve));
      const feed = new StreamFeed('org', { request: () => {}, changed: () => {} });
      const names = watchDerived(() =>
        feed
          .records('unit')
          .map(unit => unit.name)
          .join(),
      );
      const one = watchDerived(() => feed.get('unit', 'a')?.name ?? '');
      const put = (name: string) => ({ op: 'put' as const, record: { kind: 'unit', id: 'a', name } });
      feed.resume();
      feed.applyReply({ epoch: 'e', seq: 1, wipe: true, changes: [put('Sở Y tế')] }, feed.beginAsk()!);
      await tick();
      feed.receive([{ seq: 2, type: '', by: null, at: '', changes: [put('Sở Xây dựng')] }]);
      await tick();
      return { names: names.values, one: one.values };
    });
    const expected = ['', 'Sở Y tế', 'Sở Xây dựng'];
    expect(seen).toEqual({ names: expected, one: expected });
  });

  test('a change wakes the lists of its kind and the readers of its record, once, and nobody else', async () => {
    const seen = await page.evaluate(async () => {
      const { StreamFeed, watch } = window.platform;
      const tick = () => new Promise(resolve => setTimeout(resolve));
      const feed = new StreamFeed('org', { request: () => {}, changed: () => {} });
      // They look before there is anything, and each must hear of it.
      const list = watch(() => feed.records('unit').length);
      const one = watch(() => feed.get('unit', 'a')?.name);
      const other = watch(() => feed.get('unit', 'b')?.name);
      const rooms = watch(() => feed.records('room').length);
      const state = watch(() => feed.state);
      const unit = (id: string, name: string) => ({ op: 'put' as const, record: { kind: 'unit', id, name } });
      const event = (seq: number, ...changes: ReturnType<typeof unit>[]) => ({
        seq,
        type: '',
        by: null,
        at: '',
        changes,
      });
      feed.resume();
      feed.applyReply(
        { epoch: 'e', seq: 1, wipe: true, changes: [unit('a', 'Sở Y tế'), unit('b', 'Sở Nội vụ')] },
        feed.beginAsk()!,
      );
      await tick();
      const before = feed.records('unit');
      feed.receive([
        event(2, unit('a', 'Sở Xây dựng')),
        event(3, unit('c', 'Sở Tư pháp'), unit('d', 'Sở Tài chính')),
      ]);
      await tick();
      const after = feed.records('unit');
      const isSame = after === feed.records('unit') && after !== before;
      return {
        list: list.values,
        one: one.values,
        other: other.values,
        rooms: rooms.values,
        state: state.values,
        isSame,
      };
    });
    expect(seen).toEqual({
      list: [0, 2, 4],
      one: [undefined, 'Sở Y tế', 'Sở Xây dựng'],
      other: [undefined, 'Sở Nội vụ'],
      rooms: [0],
      state: ['loading', 'live'],
      isSame: true,
    });
  });
});

describe('copies on the device', () => {
  const keep = (records: number) =>
    page.evaluate(
      async ([name, count]) => {
        const copies = new window.platform.LocalCopies();
        copies.open('lan', 'rights');
        const all = Array.from({ length: count }, (_, index) => ({
          kind: 'person',
          id: `p${index}`,
          fullName: 'Lan',
        }));
        await copies.keep(name, { seq: 7, epoch: 'e', records: all });
      },
      [stream, records] as const,
    );
  const read = (on: Page, personId: string, rights: string, laterMs = 0) =>
    on.evaluate(
      async ([name, person, right, later]) => {
        const copies = new window.platform.LocalCopies(() => Date.now() + later);
        copies.open(person, right);
        const copy = await copies.read(name);
        return copy && { seq: copy.seq, records: copy.records.length };
      },
      [stream, personId, rights, laterMs] as const,
    );

  test('outlive the page, for the same person with the same rights', async () => {
    await keep(3_000);
    await page.reload();
    expect(await read(page, 'lan', 'rights')).toEqual({ seq: 7, records: 3_000 });
    expect(await read(page, 'minh', 'rights')).toBeNull();
    expect(await read(page, 'lan', 'other rights')).toBeNull();
    // What was kept under other rights is gone for good.
    expect(await read(page, 'lan', 'rights')).toBeNull();
  });

  test('do not outlive a working day', async () => {
    await keep(1);
    expect(await read(page, 'lan', 'rights', 8 * 3_600_000 - 60_000)).not.toBeNull();
    expect(await read(page, 'lan', 'rights', 8 * 3_600_000)).toBeNull();
  });

  test('go at logout, even where another tab has them open', async () => {
    await keep(1);
    const other = await world.open(context);
    expect(await read(other, 'lan', 'rights')).not.toBeNull();
    await page.evaluate(() => new window.platform.LocalCopies().wipe('lan'));
    expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
    expect(await read(other, 'lan', 'rights')).toBeNull();
  });
});

describe('uploads', () => {
  test('report how much has left the device and bring the answer', async () => {
    const received: number[] = [];
    world.respond = async (request, response) => {
      let bytes = 0;
      for await (const part of request) bytes += part.length;
      received.push(bytes);
      response.end(JSON.stringify({ bytes, type: request.headers['content-type'] }));
    };
    const result = await page.evaluate(async () => {
      const parts: number[] = [];
      const file = new Blob([new Uint8Array(8_000_000)], { type: 'application/pdf' });
      const answer = await window.platform.uploadFile('/upload', file, part => parts.push(part));
      return {
        answer,
        last: parts.at(-1),
        rises: parts.every((part, index) => part >= (parts[index - 1] ?? 0)),
      };
    });
    expect(result).toEqual({ answer: { bytes: 8_000_000, type: 'application/pdf' }, last: 1, rises: true });
    expect(received).toEqual([8_000_000]);
  });

  test('stop when told, with the reason given', async () => {
    world.respond = request => void request.resume();
    const reason = await page.evaluate(() => {
      const stop = new AbortController();
      const upload = window.platform.uploadFile('/upload', new Blob(['x']), () => {}, stop.signal);
      stop.abort('the person went back');
      return upload.catch(error => error);
    });
    expect(reason).toBe('the person went back');
  });

  test('end with the problem that the server wrote', async () => {
    world.respond = (request, response) => {
      request.resume();
      response
        .writeHead(413)
        .end(JSON.stringify({ code: 'too_large', reason: null, title: 'Tệp quá lớn.', status: 413 }));
    };
    const title = await page.evaluate(() =>
      window.platform
        .uploadFile('/upload', new Blob(['x']), () => {})
        .catch(error => (error instanceof window.platform.ProblemError ? error.problem.title : error)),
    );
    expect(title).toBe('Tệp quá lớn.');
  });
});

describe('a page in a browser', () => {
  /** Connects as the product does, and sends what is asked. */
  const connect = (on: Page) =>
    on.evaluate(name => {
      const { Connection, Outbox, watch } = window.platform;
      const connection = new Connection({ timing: { offlineMs: 200, answerMs: 1_000 } });
      const outbox = new Outbox(connection, localStorage, () => 50);
      outbox.open('lan');
      const feed = connection.subscribe(name);
      connection.open({ live: () => outbox.flush() });
      const kinds = watch(() => connection.state.kind);
      Object.assign(window, { connection, outbox, feed, kinds });
    }, stream);
  const titles = (on: Page) =>
    on.evaluate(() => {
      const { feed } = window as unknown as { feed: InstanceType<typeof window.platform.StreamFeed> };
      return { state: feed.state, titles: feed.records('agendaItem').map(item => item.title) };
    });
  const kind = (on: Page) =>
    on.evaluate(
      () => (window as unknown as { connection: { state: { kind: string } } }).connection.state.kind,
    );

  test('S7: a command that nobody answered is sent again by the next load of the page', async () => {
    world.server.answers = name => name !== 'command';
    await connect(page);
    await expect.poll(() => titles(page)).toMatchObject({ state: 'live' });
    await page.evaluate(name => {
      const { outbox } = window as unknown as { outbox: InstanceType<typeof window.platform.Outbox> };
      void outbox.send(name, 'agenda.addItem', { kind: 'agendaItem', id: 'a', title: 'Khai mạc' });
    }, stream);
    await expect.poll(() => world.server.commands.length).toBeGreaterThan(0);
    await page.reload();
    await page.waitForFunction(() => window.platform !== undefined);
    world.server.answers = () => true;
    await connect(page);
    await expect.poll(() => page.evaluate(() => localStorage.length)).toBe(0);
    expect(new Set(world.server.commands.map(({ id }) => id)).size).toBe(1);
    expect(world.server.stream(stream).log).toHaveLength(1);
    await expect.poll(() => titles(page)).toEqual({ state: 'live', titles: ['Khai mạc'] });
  });

  test('S11: a browser without a network says so at once, and comes back by itself', async () => {
    await connect(page);
    await expect.poll(() => kind(page)).toBe('live');
    await context.setOffline(true);
    await expect.poll(() => kind(page), { timeout: 20_000 }).toBe('offline');
    await world.server.stop();
    world.server.change(stream, { kind: 'agendaItem', id: 'b', title: 'Đầu tư công' } as never);
    await world.server.start();
    await context.setOffline(false);
    await expect.poll(() => kind(page), { timeout: 20_000 }).toBe('live');
    await expect
      .poll(() => titles(page))
      .toMatchObject({ state: 'live', titles: ['Khai mạc', 'Đầu tư công'] });
  });
});
