import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type GalleryPage, type GalleryWorld, openGallery, violationsOf } from './gallery.world.ts';

let world: GalleryWorld;
beforeAll(async () => {
  world = await openGallery();
});
afterAll(() => world?.close());

test.each(['light', 'dark', 'projector'])(
  'the %s theme fits every width and has no axe violation',
  async theme => {
    const { page, context, problems } = await world.open({ theme, width: 1440 });
    const violations = await violationsOf(page);
    const sideways: Record<number, number> = {};
    for (const width of [1440, 1024, 768, 390]) {
      await page.setViewportSize({ width, height: 844 });
      sideways[width] = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    }
    expect(sideways).toEqual({ 1440: 0, 1024: 0, 768: 0, 390: 0 });
    expect([...violations, ...(await violationsOf(page))]).toEqual([]);
    expect(problems).toEqual([]);
    await context.close();
  },
);

const openings: Record<string, (page: Page) => Promise<void>> = {
  'a menu': page => page.getByRole('button', { name: 'Việc khác với nhiệm vụ này' }).click(),
  'a list': page => page.getByRole('combobox', { name: 'Xã' }).click(),
  'a list with nothing in it': page => page.getByRole('combobox', { name: 'Xã' }).fill('zzz'),
  'a month': page => page.getByRole('button', { name: 'Mở lịch' }).first().click(),
  'a dialog': page => page.getByRole('button', { name: 'Giao nhiệm vụ' }).click(),
  'a question': page => page.getByRole('button', { name: 'Xoá mục' }).click(),
  'a sheet': page => page.getByRole('button', { name: 'Chương trình' }).click(),
  'a notice': page => page.getByRole('button', { name: 'Thông báo', exact: true }).click(),
};

test('what opens over the page has no axe violation', async () => {
  const { page, context, problems } = await world.open({ theme: 'dark', width: 1024 });
  const found: Record<string, string[]> = {};
  for (const [name, open] of Object.entries(openings)) {
    await open(page);
    const part = page.locator('[role=menu], [role=listbox], [role=dialog], [role=alertdialog], .toasts li');
    await part.first().waitFor();
    found[name] = await violationsOf(page);
    await page.keyboard.press('Escape');
    if (name !== 'a notice') await part.waitFor({ state: 'detached' });
  }
  expect(found).toEqual(Object.fromEntries(Object.keys(openings).map(name => [name, []])));
  expect(problems).toEqual([]);
  await context.close();
});

describe('in the hands of a person', () => {
  let opened: GalleryPage;
  let page: Page;
  beforeEach(async () => {
    opened = await world.open({ theme: 'light', width: 1024 });
    page = opened.page;
  });
  afterEach(async () => {
    expect(opened.problems).toEqual([]);
    await opened.context.close();
  });

  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());

  test('a dialog focuses its first field, keeps Tab inside and gives the focus back on Escape', async () => {
    await page.getByRole('button', { name: 'Giao nhiệm vụ' }).click();
    const dialog = page.getByRole('dialog', { name: 'Giao nhiệm vụ từ biên bản' });
    const lead = dialog.getByRole('combobox', { name: 'Đơn vị chủ trì' });
    await expect.poll(() => lead.evaluate(field => field === document.activeElement)).toBe(true);
    for (let presses = 0; presses < 12; presses += 1) {
      await page.keyboard.press('Tab');
      expect(await dialog.evaluate(box => box.contains(document.activeElement))).toBe(true);
    }
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(focused).toBe('Giao nhiệm vụ');
  });

  test('a press beside a guarded dialog does not close it', async () => {
    await page.getByRole('button', { name: 'Giao nhiệm vụ' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Nội dung').fill('Chưa lưu');
    await page.mouse.click(5, 400);
    expect(await dialog.getByLabel('Nội dung').inputValue()).toBe('Chưa lưu');
  });

  test('Escape in a list inside a dialog closes the list, not the dialog', async () => {
    await page.getByRole('button', { name: 'Giao nhiệm vụ' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox').fill('so');
    await dialog.getByRole('listbox').waitFor();
    await page.keyboard.press('Escape');
    await dialog.getByRole('listbox').waitFor({ state: 'detached' });
    expect(await dialog.isVisible()).toBe(true);
  });

  test('a dangerous question starts on its harmless answer', async () => {
    await page.getByRole('button', { name: 'Xoá mục' }).click();
    await expect.poll(focused).toBe('Hủy bỏ');
  });

  test('a menu works by keyboard and gives the focus back', async () => {
    const trigger = page.getByRole('button', { name: 'Việc khác với nhiệm vụ này' });
    await trigger.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menu').waitFor();
    await expect.poll(focused).toContain('Sửa nội dung');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('menu').waitFor({ state: 'detached' });
    await expect.poll(() => trigger.evaluate(button => button === document.activeElement)).toBe(true);
    await trigger.click();
    expect(
      await page.getByRole('menuitemradio', { name: 'Đơn vị chủ trì' }).getAttribute('aria-checked'),
    ).toBe('true');
  });

  test('a busy button keeps the focus and ignores presses', async () => {
    const busy = page.getByRole('button', { name: 'Đang lưu' });
    await busy.focus();
    expect(await busy.getAttribute('aria-busy')).toBe('true');
    await page.keyboard.press('Enter');
    await busy.click({ force: true });
    await page.getByRole('button', { name: 'Đã nhận' }).click();
    expect(await page.locator('section[aria-labelledby=actions] output').textContent()).toBe('Đã nhận');
    await busy.focus();
    expect(await busy.evaluate(button => button === document.activeElement)).toBe(true);
  });

  test('a notice is announced politely and leaves the focus where it was', async () => {
    await page.getByRole('button', { name: 'Thông báo', exact: true }).click();
    const region = page.getByRole('region', { name: 'Thông báo' });
    await region.getByText('Đã chuyển mục 4 sang phiên sau.').waitFor();
    expect(await region.locator('[aria-live=polite]').count()).toBe(1);
    expect(await focused()).toBe('Thông báo');
    await region.getByRole('button', { name: 'Hoàn tác' }).click();
    await region.getByText('Đã chuyển mục 4 sang phiên sau.').waitFor({ state: 'detached' });
  });

  test('the first Tab offers to skip to the content', async () => {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
  });

  test('another language changes every word at once and is kept on the device', async () => {
    await page.getByLabel('English').check();
    await page.getByRole('button', { name: 'Open the calendar' }).first().waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.reload();
    await page.getByRole('button', { name: 'Open the calendar' }).first().waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });

  test('figures in columns have one width, and every letter comes from the shipped typefaces', async () => {
    const widths = await page.evaluate(() => {
      const probe = document.body.appendChild(document.createElement('span'));
      probe.className = 'tabular';
      return ['1111', '0000', '4747'].map(digits => {
        probe.textContent = digits;
        return probe.getBoundingClientRect().width;
      });
    });
    expect(new Set(widths.map(width => width.toFixed(2))).size).toBe(1);
    const faces = await page.evaluate(() =>
      [...document.fonts].filter(face => face.status === 'loaded').map(face => face.family),
    );
    expect(new Set(faces.map(family => family.replaceAll('"', '')))).toEqual(
      new Set(['Be Vietnam Pro', 'Nghi Su Figures', 'Tinos']),
    );
  });

  test('the line between two panes moves by keyboard within its limits and stays there after a reload', async () => {
    const line = page.getByRole('separator', { name: 'Chiều rộng khung tài liệu' });
    await line.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowLeft');
    expect(await line.getAttribute('aria-valuenow')).toBe('20');
    await page.reload();
    expect(await line.getAttribute('aria-valuenow')).toBe('20');
  });
});
