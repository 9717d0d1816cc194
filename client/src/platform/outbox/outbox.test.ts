import type { ErrorCode } from '@nghisu/shared/platform/errors.ts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Delivery, memoryStorage, problemOf } from '../feed/testDelivery.ts';
import { Outbox } from './outbox.svelte.ts';

const person = '00000000-0000-4000-8000-00000000000a';
const meeting = 'meeting:00000000-0000-4000-8000-000000000001';
const unit = 'unit:00000000-0000-4000-8000-000000000002';

let delivery: Delivery;
let storage: ReturnType<typeof memoryStorage>;
const opened: Outbox[] = [];

/** The outbox of a page that was just loaded. */
function load(personId = person): Outbox {
  const outbox = new Outbox(delivery, storage, () => 1);
  outbox.open(personId);
  opened.push(outbox);
  return outbox;
}

beforeEach(() => {
  delivery = new Delivery();
  storage = memoryStorage();
});

afterEach(() => {
  for (const outbox of opened.splice(0)) outbox.close('keep');
});

describe('until it is answered', () => {
  test('S7: after a lost answer the same id is sent again', async () => {
    const outbox = load();
    const sent = outbox.send(meeting, 'meetings.open', { reason: 'đủ số' });
    await delivery.lose();
    await delivery.lose();
    await delivery.accept(7);
    await expect(sent).resolves.toEqual({ seq: 7 });
    expect(delivery.sent).toHaveLength(3);
    expect(new Set(delivery.sent.map(({ id }) => id)).size).toBe(1);
    expect(delivery.sent[0]).toMatchObject({
      stream: meeting,
      name: 'meetings.open',
      input: { reason: 'đủ số' },
    });
  });

  test('S7: what is sent again is what was meant, whatever has become of the form', async () => {
    const outbox = load();
    const form = { title: 'Quy hoạch tỉnh' };
    outbox.send(meeting, 'agenda.addItem', form);
    await delivery.lose();
    form.title = 'Đầu tư công';
    await delivery.accept();
    expect(delivery.sent.map(({ input }) => input)).toEqual([
      { title: 'Quy hoạch tỉnh' },
      { title: 'Quy hoạch tỉnh' },
    ]);
  });

  test.each<ErrorCode>(['unavailable', 'too_many', 'unauthenticated', 'outdated', 'internal'])(
    'S7: the answer "%s" may pass, so the command is sent again',
    async code => {
      const outbox = load();
      const sent = outbox.send(meeting, 'meetings.open', {});
      await delivery.refuse(code);
      await delivery.accept(2);
      await expect(sent).resolves.toEqual({ seq: 2 });
    },
  );

  test('a server that fails again and again is not asked for ever', async () => {
    const sent = load().send(meeting, 'meetings.open', {});
    const problem = problemOf(sent);
    for (let failure = 0; failure < 4; failure += 1) await delivery.refuse('internal');
    expect(await problem).toMatchObject({ code: 'internal' });
  });

  test('without a connection nothing is sent, and all of it as soon as there is one', async () => {
    const outbox = load();
    delivery.isOpen = false;
    const sent = outbox.send(meeting, 'meetings.open', {});
    expect(delivery.sent).toEqual([]);
    delivery.isOpen = true;
    outbox.flush();
    await delivery.accept();
    await sent;
  });

  test('S11: what waits is in sight, and says whether it may have had its effect', async () => {
    const outbox = load();
    delivery.isOpen = false;
    const sent = outbox.send(meeting, 'meetings.open', {});
    expect(outbox.pending).toMatchObject([{ name: 'meetings.open', sent: false }]);
    delivery.isOpen = true;
    outbox.flush();
    await vi.waitFor(() => expect(outbox.pending).toMatchObject([{ sent: true }]));
    await delivery.accept();
    await sent;
    expect(outbox.pending).toEqual([]);
  });

  test('S4: an answer reveals the newest seq, and the promise waits for the records to have it', async () => {
    let reach = () => {};
    const head = vi.fn();
    delivery.feed = {
      head,
      reached: () =>
        new Promise<void>(resolve => {
          reach = resolve;
        }),
    };
    const done = vi.fn();
    const outbox = load();
    const sent = outbox.send(meeting, 'meetings.open', {}).then(done);
    await delivery.accept(9);
    await vi.waitFor(() => expect(head).toHaveBeenCalledWith(9));
    expect(outbox.pending).toEqual([]);
    expect(done).not.toHaveBeenCalled();
    reach();
    await sent;
    expect(done).toHaveBeenCalledWith({ seq: 9 });
  });
});

describe('order', () => {
  test('commands of one stream are sent one after the other, in the order in which they were given', async () => {
    const outbox = load();
    const all = ['a', 'b', 'c'].map(id => outbox.send(meeting, 'agenda.addItem', { id }));
    expect(delivery.sent).toHaveLength(1);
    await delivery.lose();
    await delivery.accept();
    await delivery.accept();
    await delivery.accept();
    await Promise.all(all);
    expect(delivery.sent.map(({ input }) => (input as { id: string }).id)).toEqual(['a', 'a', 'b', 'c']);
  });

  test('a stream that waits does not hold up another', async () => {
    const outbox = load();
    outbox.send(meeting, 'meetings.open', {}).catch(() => {});
    const other = outbox.send(unit, 'assignments.accept', {});
    const first = await delivery.lose();
    expect(first.stream).toBe(meeting);
    await delivery.accept();
    await other;
  });

  test('a refusal does not hold up what was given after it', async () => {
    const outbox = load();
    const refused = problemOf(outbox.send(meeting, 'agenda.addItem', {}));
    const next = outbox.send(meeting, 'agenda.addItem', {});
    await delivery.refuse('conflict');
    await delivery.accept();
    expect(await refused).toMatchObject({ code: 'conflict' });
    await next;
  });
});

describe('across a reload of the page', () => {
  test('S7, S9: what was not answered is sent again with the same id and in the same order', async () => {
    const before = load();
    delivery.isOpen = false;
    for (const id of ['a', 'b', 'c']) void before.send(meeting, 'agenda.addItem', { id });
    const ids = before.pending.map(({ id }) => id);
    before.close('keep');

    delivery.isOpen = true;
    const after = load();
    expect(after.pending.map(({ id }) => id)).toEqual(ids);
    for (let count = 0; count < 3; count += 1) await delivery.accept();
    await vi.waitFor(() => expect(after.pending).toEqual([]));
    expect(delivery.sent.map(({ id }) => id)).toEqual(ids);
    expect(storage.texts.size).toBe(0);
  });

  test('a refusal of what another page had given is told to the person', async () => {
    delivery.isOpen = false;
    load().send(meeting, 'meetings.open', {});
    delivery.isOpen = true;
    const after = load();
    const told = vi.fn();
    after.onRefused(told);
    await delivery.refuse('conflict');
    await vi.waitFor(() => expect(told).toHaveBeenCalledOnce());
    expect(told.mock.calls[0]![0]).toMatchObject({
      command: { name: 'meetings.open' },
      problem: { code: 'conflict' },
    });
    expect(storage.texts.size).toBe(0);
  });

  test('what was meant for a meeting of yesterday is not sent, and the person is told', () => {
    const id = '00000000-0000-4000-8000-0000000000ff';
    const yesterday = {
      id,
      stream: meeting,
      name: 'meetings.open',
      input: {},
      givenAt: Date.now() - 24 * 3_600_000,
    };
    storage.setItem(`nghisu.command.${person}.${id}`, JSON.stringify(yesterday));
    const outbox = new Outbox(delivery, storage, () => 1);
    const told = vi.fn();
    outbox.onRefused(told);
    outbox.open(person);
    expect(told).toHaveBeenCalledOnce();
    expect([delivery.sent, outbox.pending, storage.texts.size]).toEqual([[], [], 0]);
  });

  test('another person on the same device neither sees nor sends it', () => {
    delivery.isOpen = false;
    const before = load();
    before.send(meeting, 'meetings.open', {});
    before.close('keep');
    delivery.isOpen = true;
    const other = load('00000000-0000-4000-8000-00000000000b');
    expect([other.pending, delivery.sent]).toEqual([[], []]);
    expect(storage.texts.size).toBe(1);
  });

  test('logging out forgets it', async () => {
    delivery.isOpen = false;
    const outbox = load();
    const sent = problemOf(outbox.send(meeting, 'meetings.open', {}));
    outbox.close('forget');
    expect(await sent).toMatchObject({ reason: 'outbox.withdrawn' });
    expect(storage.texts.size).toBe(0);
  });

  test('an answer that another tab received ends it here too', async () => {
    delivery.isOpen = false;
    load().send(meeting, 'meetings.open', {});
    const after = load();
    const [key] = [...storage.texts.keys()];
    after.removedElsewhere(key!);
    expect(after.pending).toEqual([]);
  });

  test('what cannot be read is dropped', () => {
    storage.setItem(`nghisu.command.${person}.x`, '{"id":"x"');
    storage.setItem(`nghisu.command.${person}.y`, '{"id":"y","stream":5}');
    expect(load().pending).toEqual([]);
    expect(storage.texts.size).toBe(0);
  });

  test('a browser without room for it sends all the same', async () => {
    storage.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    const sent = load().send(meeting, 'meetings.open', {});
    await delivery.accept();
    await expect(sent).resolves.toEqual({ seq: 1 });
  });
});

describe('the end without success', () => {
  test.each<ErrorCode>(['invalid', 'not_found', 'conflict', 'too_large', 'unsupported'])(
    'the answer "%s" is final and reaches whoever waits',
    async code => {
      const outbox = load();
      const told = vi.fn();
      outbox.onRefused(told);
      const problem = problemOf(outbox.send(meeting, 'meetings.open', {}));
      await delivery.refuse(code);
      expect(await problem).toMatchObject({ code });
      expect([outbox.pending, storage.texts.size]).toEqual([[], 0]);
      expect(told).not.toHaveBeenCalled();
    },
  );

  test('a command that the person gives up is not sent again', async () => {
    const outbox = load();
    const told = vi.fn();
    outbox.onRefused(told);
    const problem = problemOf(outbox.send(meeting, 'meetings.open', {}));
    const { id } = await delivery.lose();
    outbox.withdraw(id);
    expect(await problem).toMatchObject({ reason: 'outbox.withdrawn' });
    const next = outbox.send(meeting, 'meetings.close', {});
    await delivery.accept();
    await next;
    expect(delivery.sent.filter(sent => sent.id === id)).toHaveLength(1);
    expect([storage.texts.size, told.mock.calls]).toEqual([0, []]);
  });

  test('a command larger than the server takes is refused here, for the server would close the connection', async () => {
    const outbox = load();
    const problem = await problemOf(outbox.send(meeting, 'agenda.addItem', { title: 'ệ'.repeat(21_000) }));
    expect(problem).toMatchObject({ code: 'too_large' });
    expect([delivery.sent, outbox.pending]).toEqual([[], []]);
  });
});
