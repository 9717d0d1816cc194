import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Actor, Hall } from './hall/actors.ts';
import { openSession, type Session } from './hall/session.ts';
import { newLine, seenText, servedText, untilStored, watchStored } from './hall/writing.ts';

let hall: Hall;
let people: Record<'chair' | 'secretary' | 'administrator', Actor>;
let session: Session;

beforeAll(async () => {
  hall = await Hall.open(3);
  people = await hall.actors(['chair', 'secretary', 'administrator']);
  session = await openSession(people);
});
afterAll(() => hall?.close());

const sentence = 'Các thành viên thống nhất với báo cáo và giao Văn phòng hoàn thiện dự thảo.';

test('R29: a server that is replaced tells nobody of an error, and loses nothing that is typed or pressed', async () => {
  const { chair, secretary } = people;
  const room = `/hop/${session.meetingId}`;
  await chair.goTo(room);
  await secretary.goTo(`${room}/bien-ban`);
  const [first] = session.items;
  await newLine(secretary.page, `1. ${first?.title}`);
  await watchStored(secretary.page);
  for (const { page } of [chair, secretary])
    await page.evaluate(() => {
      window.alerts = [];
      const look = () => {
        for (const alert of document.querySelectorAll('[role=alert]'))
          window.alerts.push(alert.textContent ?? '');
      };
      new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
    });
  const typing = secretary.page.keyboard.type(sentence, { delay: 60 });
  await secretary.page.getByText(sentence.slice(0, 20)).waitFor();
  await hall.product.stop();
  await chair.page.getByRole('button', { name: `Sang mục ${session.next}` }).click();
  await hall.product.restart();
  await typing;
  await untilStored(secretary.page);
  await chair.page.getByRole('heading', { name: session.next.replace(':', '.'), level: 2 }).waitFor();
  const served = await servedText(chair, hall.product.origin, session.meetingId);
  expect(served).toEqual(await seenText(secretary.page));
  expect(served.flatMap(({ lines }) => lines)).toContain(sentence);
  for (const { page } of [chair, secretary]) expect(await page.evaluate(() => window.alerts)).toEqual([]);
});

test('R30: a page whose parts are gone from the server says that there is a new version', async () => {
  const { page, context } = people.administrator;
  await context.route('**/assets/Administration*', route => route.fulfill({ status: 404 }));
  await page.getByRole('link', { name: 'Quản trị' }).click();
  await page.getByText('Nghị Sự vừa được nâng cấp').waitFor();
  await context.unroute('**/assets/Administration*');
  await page.getByRole('button', { name: 'Tải lại trang' }).click();
  await page.getByRole('link', { name: 'Quản trị' }).click();
  await page.getByRole('heading', { name: 'Quản trị', level: 1 }).waitFor();
});

declare global {
  interface Window {
    alerts: string[];
  }
}
