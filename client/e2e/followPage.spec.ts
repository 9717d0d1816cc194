import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Actor, Hall, screenshots } from './hall/actors.ts';
import { openSession } from './hall/session.ts';

let hall: Hall;
let people: Record<'chair' | 'secretary' | 'departmentHead' | 'member', Actor>;
let meetingId = '';
/** The longest paper of the session. */
let paper: { id: string; title: string; pages: number; agendaItemId: string };

beforeAll(async () => {
  hall = await Hall.open(4);
  people = await hall.actors(['chair', 'secretary', 'departmentHead', 'member']);
  meetingId = (await openSession(people)).meetingId;
  const papers = await people.chair.records(`meeting:${meetingId}`, 'paper');
  paper = papers.toSorted((a, b) => b.pages - a.pages)[0]!;
});
afterAll(() => hall?.close());
afterEach(context => (context.task.result?.state === 'fail' ? hall.photograph('follow-failed') : undefined));

const shownPage = (page: Page): Promise<string> =>
  page.getByRole('textbox', { name: 'Số trang' }).inputValue();
const untilAt = (page: Page, number: number) =>
  expect.poll(() => shownPage(page), { timeout: 15_000 }).toBe(`${number}`);
const opened = (page: Page) =>
  page.getByLabel(`Trang 1 trên ${paper.pages}`, { exact: true }).first().waitFor({ state: 'attached' });

/** Turns to a page by typing its number. */
async function turnTo(page: Page, number: number): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Số trang' });
  await field.fill(`${number}`);
  await field.press('Enter');
}

async function choosePaper(page: Page): Promise<void> {
  await opened(page).catch(() => undefined);
  const choices = page.getByRole('list', { name: 'Tài liệu' });
  if (await choices.isVisible()) await choices.getByRole('button', { name: paper.title }).click();
}

test('one page for the hall: the presenter leads, anyone leaves, comes back with one tap, and keeps an own place', async () => {
  const { chair, member } = people;
  await Promise.all(
    [chair, member].map(async actor => {
      await actor.goTo(`/hop/${meetingId}?muc=${paper.agendaItemId}`);
      await choosePaper(actor.page);
      await opened(actor.page);
    }),
  );
  await turnTo(member.page, 5);
  await untilAt(member.page, 5);
  await chair.page.getByRole('button', { name: 'Trình chiếu tài liệu này' }).click();
  await chair.page.getByText('Cả phòng đang xem trang của đồng chí').waitFor();

  await turnTo(chair.page, 9);
  await untilAt(member.page, 9);
  await member.page.getByText(/Đang theo trang 9 của/).waitFor();
  await member.page.screenshot({ path: join(screenshots, 'follow-member.png') });
  await chair.page.screenshot({ path: join(screenshots, 'follow-chair.png') });

  // Leaving by the reader's own hand: this screen stays, the presenter goes on.
  await member.page.getByRole('region', { name: 'Các trang của tài liệu' }).press('PageDown');
  await member.page.getByRole('button', { name: 'Về trang trình chiếu' }).waitFor();
  await turnTo(chair.page, 12);
  await member.page.getByText(/đang ở trang 12/).waitFor();
  expect(await shownPage(member.page)).not.toBe('12');
  await member.page.screenshot({ path: join(screenshots, 'follow-left.png') });
  await member.page.getByRole('button', { name: 'Về trang trình chiếu' }).click();
  await untilAt(member.page, 12);

  // The button leads back to where this reader had been alone.
  await member.page.getByRole('button', { name: 'Tự xem' }).click();
  await untilAt(member.page, 10);
  await chair.page.getByRole('button', { name: 'Dừng trình chiếu' }).click();
  await member.page.getByRole('button', { name: 'Về trang trình chiếu' }).waitFor({ state: 'detached' });
  expect(await shownPage(member.page)).toBe('10');
});

test('the pointer of the presenter is over the same point of the page, and a late comer comes to the same page', async () => {
  const { chair, departmentHead } = people;
  await chair.page.getByRole('button', { name: 'Trình chiếu tài liệu này' }).click();
  await turnTo(chair.page, 7);
  await departmentHead.goTo(`/hop/${meetingId}`);
  await untilAt(departmentHead.page, 7);
  await chair.page.getByRole('button', { name: 'Con trỏ' }).click();
  const pageBox = await chair.page.getByLabel(`Trang 7 trên ${paper.pages}`, { exact: true }).boundingBox();
  await chair.page.mouse.move(pageBox!.x + pageBox!.width * 0.25, pageBox!.y + pageBox!.height * 0.1);
  const dot = departmentHead.page.locator('.presenter-pointer');
  await dot.waitFor();
  const followed = departmentHead.page.getByLabel(`Trang 7 trên ${paper.pages}`, { exact: true });
  const [at, of] = [(await dot.boundingBox())!, (await followed.boundingBox())!];
  expect((at.x + at.width / 2 - of.x) / of.width).toBeCloseTo(0.25, 1);
  expect((at.y + at.height / 2 - of.y) / of.height).toBeCloseTo(0.1, 1);
  await departmentHead.page.screenshot({ path: join(screenshots, 'follow-pointer.png') });
});

test('following survives the end of the server, and a meeting that closes ends it', async () => {
  const { chair, departmentHead } = people;
  await hall.product.killHard();
  await hall.product.restart();
  await turnTo(chair.page, 3);
  await untilAt(departmentHead.page, 3);
  await chair.command(`meeting:${meetingId}`, 'meetings.close', {});
  await departmentHead.page.getByText(/Đang theo trang/).waitFor({ state: 'detached' });
  for (const { problems } of Object.values(people)) expect(problems).toEqual([]);
});
