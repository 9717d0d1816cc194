import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { LONGEST_NAME } from '../src/platform/ui/gallery/samples.ts';
import { type GalleryPage, type GalleryWorld, openGallery } from './gallery.world.ts';

let world: GalleryWorld;
let opened: GalleryPage;
let page: Page;
beforeAll(async () => {
  world = await openGallery();
});
afterAll(() => world?.close());
beforeEach(async () => {
  opened = await world.open({ theme: 'light', width: 1024 });
  page = opened.page;
});
afterEach(async () => {
  expect(opened.problems).toEqual([]);
  await opened.context.close();
});

const written = () => page.locator('section[aria-labelledby=fields] > output').textContent();

describe('a day', () => {
  test('is typed day first, shows its weekday and is written out on leaving', async () => {
    const due = page.getByLabel('Hạn hoàn thành').first();
    await due.fill('7/12/2026');
    await expect.poll(written).toContain('2026-12-07');
    await due.blur();
    expect(await due.inputValue()).toBe('07/12/2026');
    await page.getByText('thứ Hai', { exact: true }).first().waitFor();
  });

  test('that does not exist explains itself, and is no value', async () => {
    const due = page.getByLabel('Hạn hoàn thành').first();
    await due.fill('31/2/2026');
    await due.blur();
    await page.getByText('Nhập ngày theo thứ tự ngày/tháng/năm, ví dụ 05/12/2026.').waitFor();
    expect(await due.getAttribute('aria-invalid')).toBe('true');
    expect(await due.inputValue()).toBe('31/2/2026');
    expect(await written()).not.toContain('2026-02');
  });

  test('before the first one allowed says which day that is', async () => {
    const due = page.getByLabel('Hạn hoàn thành').first();
    await due.fill('1/11/2026');
    await due.blur();
    await page.getByText('Chọn ngày từ 24/11/2026 trở đi.').waitFor();
  });

  test('is picked from the month by keyboard', async () => {
    await page.getByRole('button', { name: 'Mở lịch' }).first().click();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toContain('5 tháng 12');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(written).toContain('2026-12-13');
    expect(await page.getByLabel('Hạn hoàn thành').first().inputValue()).toBe('13/12/2026');
  });

  test('with a time is one instant, whatever the order of typing', async () => {
    const moment = page.getByRole('group', { name: 'Khai mạc' });
    await moment.getByLabel('Giờ').fill('8h30');
    await expect.poll(written).toContain('2026-11-24T01:30:00.000Z');
    await moment.getByLabel('Ngày').fill('25/11');
    await expect.poll(written).toContain('2026-11-25T01:30:00.000Z');
  });
});

describe('one of many', () => {
  const lead = () => page.getByRole('combobox', { name: 'Đơn vị chủ trì' });

  test('is found without diacritics and chosen with Enter; a long name is there in full', async () => {
    await lead().fill('nong nghiep');
    await page.getByRole('option', { name: 'Sở Nông nghiệp và Phát triển nông thôn' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await lead().inputValue()).toBe(LONGEST_NAME);
    await page.locator('.field', { has: lead() }).getByText(LONGEST_NAME, { exact: true }).waitFor();
    await expect.poll(written).toContain('· ban ·');
  });

  test('keeps its value when the typing leads nowhere', async () => {
    await lead().fill('không có đơn vị này');
    await page.getByRole('option', { name: 'Không có mục nào khớp' }).waitFor();
    await page.keyboard.press('Escape');
    await lead().blur();
    expect(await lead().inputValue()).toBe(LONGEST_NAME);
  });

  test('composed input filters, and the Enter that ends a composition chooses nothing', async () => {
    const keys = await opened.context.newCDPSession(page);
    await lead().fill('');
    await keys.send('Input.imeSetComposition', { text: 'tài ch', selectionStart: 6, selectionEnd: 6 });
    await page.getByRole('option', { name: 'Sở Tài chính' }).waitFor();
    await keys.send('Input.imeSetComposition', { text: 'tài chính', selectionStart: 9, selectionEnd: 9 });
    await lead().dispatchEvent('keydown', { key: 'Enter', isComposing: true });
    expect(await lead().inputValue()).toBe('tài chính');
    await keys.send('Input.insertText', { text: 'tài chính' });
    expect(await lead().inputValue()).toBe('tài chính');
    await page.keyboard.press('Enter');
    expect(await lead().inputValue()).toBe('Sở Tài chính');
  });

  test('asked elsewhere, the answer to the last text wins and a failure says what is safe', async () => {
    const asked = page.getByRole('combobox', { name: 'Hỏi máy chủ' });
    await asked.fill('so');
    await asked.fill('stc');
    await page.getByRole('option', { name: 'Sở Tài chính' }).waitFor();
    await expect.poll(() => page.getByRole('listbox').getByRole('option').count()).toBe(1);
    await asked.fill('lỗi');
    await page.getByText('Chưa tìm được vì mất kết nối. Những mục đã chọn vẫn còn.').waitFor();
  });
});

test('several of many are added by keyboard and removed by their own button, and the focus stays', async () => {
  const units = page.getByRole('combobox', { name: 'Đơn vị phối hợp' });
  await units.fill('sxd');
  await page.getByRole('option', { name: 'Sở Xây dựng' }).waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(written).toContain('stc, ban, sxd');
  expect(await units.inputValue()).toBe('');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: `Bỏ chọn ${LONGEST_NAME}` }).click();
  await expect.poll(written).toContain('stc, sxd');
  expect(await units.evaluate(field => field === document.activeElement)).toBe(true);
});
