import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Actor, Hall } from './hall/actors.ts';
import { openSession } from './hall/session.ts';
import { newLine, seenText, untilStored, watchStored } from './hall/writing.ts';

let hall: Hall;
let secretary: Actor;
let heading = '';

beforeAll(async () => {
  hall = await Hall.open(2);
  const people = await hall.actors(['chair', 'secretary']);
  secretary = people.secretary;
  const session = await openSession(people);
  await secretary.goTo(`/hop/${session.meetingId}/bien-ban`);
  heading = `1. ${session.items[0]?.title}`;
  await watchStored(secretary.page);
});
afterAll(() => hall?.close());

/** The page does nothing but count for this long, as a slow tablet does; keys wait in the queue meanwhile. */
const busyMs = 600;

test('keys pressed while the page is busy act where the caret went, not where it was', async () => {
  const { page } = secretary;
  await newLine(page, heading);
  await page.keyboard.type('Báo cáo tổng thu 37.500 tỷ đồng.');
  await page.keyboard.press('Home');
  const keys = await page.context().newCDPSession(page);
  const press = (key: string, code: number) =>
    ['rawKeyDown', 'keyUp'].map(type =>
      keys.send('Input.dispatchKeyEvent', {
        type: type as 'rawKeyDown' | 'keyUp',
        key,
        code: key,
        windowsVirtualKeyCode: code,
        nativeVirtualKeyCode: code,
      }),
    );
  const busy = page.evaluate(ms => {
    const until = performance.now() + ms;
    while (performance.now() < until);
  }, busyMs);
  await Promise.all([busy, ...press('End', 35), ...press('Enter', 13)]);
  await page.keyboard.type('Đề nghị bổ sung.');
  await untilStored(page);
  const lines = (await seenText(page)).flatMap(one => one.lines).filter(line => line !== '');
  expect(lines).toEqual(['Báo cáo tổng thu 37.500 tỷ đồng.', 'Đề nghị bổ sung.']);
});
