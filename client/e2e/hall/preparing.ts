import type { Locator, Page } from 'playwright-core';
import type { Actor } from './actors.ts';

// What a secretary does before the meeting, through the screens.

/** The dialog on top, by its title. */
export const dialog = (page: Page, name: string): Locator => page.getByRole('dialog', { name });

/** Finds an entry by typing a part of it, and chooses it; `chosen` is where the choice then shows. */
export async function choose(within: Page | Locator, label: string, text: string): Promise<void> {
  const page = 'page' in within ? within.page() : within;
  const field = within.getByRole('combobox', { name: label });
  await field.click();
  await field.fill(text);
  await page.getByRole('listbox').getByRole('option', { name: text }).first().click();
}

/** A day and a time of day as people write them here. */
export function vietnamese(at: Date): { day: string; time: string } {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Ho_Chi_Minh',
    dateStyle: 'short',
    timeStyle: 'short',
  });
  const [day = '', time = ''] = parts.format(at).split(', ');
  return { day, time };
}

/** Makes a meeting and answers its id; the page then shows its preparation. */
export async function createMeeting(
  actor: Actor,
  meeting: { title: string; startsAt: Date; chair: string; secretary?: string; room?: string },
): Promise<string> {
  const { page } = actor;
  await actor.goTo('/hop/moi');
  await page.getByLabel('Loại cuộc họp').selectOption({ label: 'Phiên họp chuyên đề' });
  await page.getByLabel('Tên cuộc họp').fill(meeting.title);
  const { day, time } = vietnamese(meeting.startsAt);
  const begins = page.getByRole('group', { name: 'Bắt đầu' });
  await begins.getByLabel('Ngày').fill(day);
  await begins.getByLabel('Giờ').fill(time);
  await page.getByLabel('Số phút dự kiến').fill('90');
  if (meeting.room) await choose(page, 'Phòng họp', meeting.room);
  await choose(page, 'Chủ trì', meeting.chair);
  if (meeting.secretary) await choose(page, 'Thư ký', meeting.secretary);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Tạo cuộc họp' }).click();
  await page.waitForURL(/\/chuan-bi$/);
  await page.getByRole('heading', { name: meeting.title, level: 1 }).waitFor();
  return new URL(page.url()).pathname.split('/')[2] ?? '';
}

/** Invites by name and by unit, as members. */
export async function invite(page: Page, people: readonly string[], units: readonly string[]): Promise<void> {
  await page.getByRole('tab', { name: 'Thành phần' }).click();
  for (const person of people) await choose(page, 'Mời theo tên', person);
  await page.keyboard.press('Escape');
  for (const unit of units) await choose(page, 'Mời theo đơn vị', unit);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Mời', exact: true }).click();
  for (const person of people) await page.getByRole('listitem').filter({ hasText: person }).first().waitFor();
}

export type NewItem = { title: string; unit?: string; presenter?: string; minutes?: string };

/** Adds an item at the end of the agenda. */
export async function addItem(page: Page, item: NewItem): Promise<void> {
  await page.getByRole('button', { name: 'Thêm nội dung' }).click();
  const form = dialog(page, 'Thêm nội dung');
  await form.getByLabel('Tên nội dung').fill(item.title);
  if (item.unit) await choose(form, 'Cơ quan trình', item.unit);
  if (item.presenter) await choose(form, 'Người trình bày', item.presenter);
  await form.getByLabel('Số phút dự kiến').fill(item.minutes ?? '15');
  await form.getByRole('button', { name: 'Lưu' }).click();
  await form.waitFor({ state: 'detached' });
  await itemLine(page, item.title).waitFor();
}

/** The line of an item while the agenda is built. */
export const itemLine = (page: Page, title: string): Locator =>
  page
    .getByRole('tabpanel')
    .getByRole('listitem')
    .filter({ has: page.getByText(title, { exact: true }) })
    .first();

/** Opens the menu of an item and presses one of its entries. */
export async function itemAct(page: Page, title: string, act: string): Promise<void> {
  await itemLine(page, title).getByRole('button', { name: 'Việc khác' }).click();
  await page.getByRole('menuitem', { name: act, exact: true }).click();
}

/** Numbers and titles of the agenda while it is built, from top to bottom. */
export const agendaLines = (page: Page): Promise<string[]> =>
  page
    .getByRole('tabpanel')
    .locator('ol > li')
    .evaluateAll(lines =>
      lines.map(
        line => `${line.querySelector('.number')?.textContent} ${line.querySelector('.title')?.textContent}`,
      ),
    );

/** Takes an item by its handle and lets it go on the upper half of another one, with the mouse. */
export async function dragItem(page: Page, title: string, onto: string): Promise<void> {
  const from = await boxOf(itemLine(page, title).getByLabel(`Kéo để đổi thứ tự: ${title}`));
  const to = await boxOf(itemLine(page, onto).getByLabel(`Kéo để đổi thứ tự: ${onto}`));
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + from.width / 2, from.y - 8, { steps: 4 });
  await page.mouse.move(to.x + to.width / 2, to.y + 4, { steps: 12 });
  // The list makes room for what is held over it; only then is it let go.
  await page.waitForFunction(
    ([held, place]) => {
      const titles = [...document.querySelectorAll('[role=tabpanel] ol > li .title')].map(
        one => one.textContent,
      );
      return titles.indexOf(held ?? '') < titles.indexOf(place ?? '') && titles.includes(held ?? '');
    },
    [title, onto],
  );
  await page.mouse.up();
}

/** Drops a file from the desktop on the place for papers of an item, as the browser sees a real drag. */
export async function dropPaper(page: Page, title: string, file: string): Promise<void> {
  const place = itemLine(page, title).getByRole('group', { name: 'Kéo tệp PDF vào đây' });
  await place.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await boxOf(place);
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [file], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: x + width / 2, y: y + height / 2, data });
  await session.detach();
}

async function boxOf(part: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await part.boundingBox();
  if (!box) throw new Error('nothing to take hold of');
  return box;
}
