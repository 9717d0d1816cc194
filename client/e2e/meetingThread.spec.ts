import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { writePaper } from '../../server/src/demo/pdf/paper.ts';
import { type Actor, type ActorName, Hall } from './hall/actors.ts';
import {
  addItem,
  agendaLines,
  createMeeting,
  dialog,
  dragItem,
  dropPaper,
  invite,
  itemAct,
  itemLine,
} from './hall/preparing.ts';
import { compose, newLine, section, untilStored, watchStored } from './hall/writing.ts';

const names = ['chair', 'secretary', 'secondSecretary', 'departmentHead', 'member'] as const;
const title = 'Phiên họp chuyên đề về dự toán ngân sách năm 2027';
const items = {
  budget: 'Dự toán ngân sách địa phương năm 2027',
  investment: 'Phương án phân bổ vốn đầu tư công năm 2027',
  land: 'Giá đất trên địa bàn tỉnh',
  schools: 'Đề án kiên cố hóa trường học',
} as const;

let hall: Hall;
let actors: Record<ActorName, Actor>;
let folder: string;
let meetingId = '';
const fullNames = {} as Record<ActorName, string>;
let isBroken = false;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nghisu-papers-'));
  hall = await Hall.open(names.length);
  actors = await hall.actors(names);
  for (const name of names) {
    const session = await actors[name].ask<{ person: { fullName: string } }>('/api/session');
    fullNames[name] = session.person.fullName;
  }
});
afterAll(async () => {
  await hall?.close();
  rmSync(folder, { recursive: true, force: true });
});
// One story: after a step that failed the next ones have nothing to stand on.
beforeEach(() => {
  if (isBroken) throw new Error('an earlier step of this story failed');
});
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail' || isBroken) return;
  isBroken = true;
  await hall?.photograph('broken');
});

describe('one meeting, from agenda to assignment', () => {
  test('the secretary makes a meeting and invites people by name and by unit', async () => {
    const { secretary } = actors;
    const startsAt = new Date(Date.now() + 15 * 60_000);
    meetingId = await createMeeting(secretary, {
      title,
      startsAt,
      chair: fullNames.chair,
      secretary: fullNames.secondSecretary,
    });
    await invite(secretary.page, [fullNames.member], ['Sở Tài chính']);
    await secretary.page
      .getByRole('listitem')
      .filter({ hasText: fullNames.departmentHead })
      .first()
      .waitFor();
  });

  test('the secretary builds the agenda: adds, edits, drags and nests', async () => {
    const { page } = actors.secretary;
    await page.getByRole('tab', { name: 'Chương trình họp' }).click();
    await addItem(page, { title: items.investment, unit: 'Sở Kế hoạch và Đầu tư' });
    await addItem(page, { title: items.budget, unit: 'Sở Tài chính', presenter: fullNames.departmentHead });
    await addItem(page, { title: items.land });
    await addItem(page, { title: 'Đề án trường học' });
    await itemAct(page, 'Đề án trường học', 'Sửa nội dung');
    await dialog(page, 'Sửa nội dung').getByLabel('Tên nội dung').fill(items.schools);
    await dialog(page, 'Sửa nội dung').getByRole('button', { name: 'Lưu' }).click();
    await itemLine(page, items.schools).waitFor();
    await dragItem(page, items.budget, items.investment);
    await expect
      .poll(() => agendaLines(page))
      .toEqual([`1 ${items.budget}`, `2 ${items.investment}`, `3 ${items.land}`, `4 ${items.schools}`]);
    await itemAct(page, items.land, 'Thành mục con');
    await expect
      .poll(() => agendaLines(page))
      .toEqual([`1 ${items.budget}`, `2 ${items.investment}`, `2.1 ${items.land}`, `3 ${items.schools}`]);
  });

  test('a PDF dropped on an item becomes its paper', async () => {
    const { page } = actors.secretary;
    const file = join(folder, 'To trinh du toan 2027.pdf');
    const spec = {
      id: 'e2e',
      title: 'Tờ trình về việc giao dự toán ngân sách năm 2027',
      kind: 'submission' as const,
      pages: 6,
      style: 'tables' as const,
      unitId: 'stc',
      issuedOn: '2026-11-20',
      signerName: fullNames.departmentHead,
    };
    const setting = { today: '2026-11-24', unitNames: new Map([['stc', 'Sở Tài chính']]) };
    writeFileSync(file, await writePaper(spec, setting));
    await dropPaper(page, items.budget, file);
    await itemLine(page, items.budget).getByText('6 trang').waitFor();
  });

  test('once it is published everybody sees it in their day, live', async () => {
    const { page } = actors.secretary;
    await page.getByRole('button', { name: 'Gửi giấy mời' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Gửi giấy mời' }).click();
    for (const name of ['chair', 'secondSecretary', 'departmentHead', 'member'] as const)
      await actors[name].page.getByText(title).first().waitFor();
  });

  test('the chair opens the meeting and every screen follows; who looked elsewhere is back with one tap', async () => {
    const { chair, member } = actors;
    for (const actor of Object.values(actors)) await actor.goTo(`/hop/${meetingId}`);
    await chair.page.getByRole('button', { name: 'Khai mạc' }).click();
    await chair.page.getByRole('alertdialog').getByRole('button', { name: 'Khai mạc' }).click();
    for (const actor of Object.values(actors)) await shows(actor, `1. ${items.budget}`);
    await chooseItem(member, items.schools);
    await shows(member, `3. ${items.schools}`);
    await chair.page.getByRole('button', { name: `Sang mục 2: ${items.investment}` }).click();
    for (const name of ['chair', 'secretary', 'secondSecretary', 'departmentHead'] as const)
      await shows(actors[name], `2. ${items.investment}`);
    await member.page.getByText('Cuộc họp đang ở mục 2').waitFor();
    await shows(member, `3. ${items.schools}`);
    await member.page.getByRole('button', { name: 'Về mục đang thảo luận' }).click();
    await shows(member, `2. ${items.investment}`);
    await chooseItem(chair, items.budget);
    await chair.page.getByRole('button', { name: 'Việc điều hành khác' }).click();
    await chair.page.getByRole('menuitem', { name: 'Thảo luận mục này' }).click();
    for (const actor of Object.values(actors)) await shows(actor, `1. ${items.budget}`);
  });

  test('everybody reads the paper of the item', async () => {
    for (const { page } of Object.values(actors))
      await page.getByRole('img', { name: 'Trang 1 trên 6' }).waitFor();
  });

  test('two secretaries write the minutes at the same time, one of them through an input method', async () => {
    const { secretary, secondSecretary } = actors;
    await secretary.page.getByRole('link', { name: 'Biên bản' }).click();
    await secretary.page.getByRole('button', { name: 'Lập biên bản' }).click();
    await secondSecretary.page.getByRole('link', { name: 'Biên bản' }).click();
    for (const { page } of [secretary, secondSecretary]) {
      await section(page, `2.1. ${items.land}`).waitFor();
      await watchStored(page);
    }
    await newLine(secretary.page, `1. ${items.budget}`);
    await newLine(secondSecretary.page, `2. ${items.investment}`);
    await Promise.all([
      secretary.page.keyboard.type('Giám đốc Sở Tài chính báo cáo tổng thu 37.500 tỷ đồng.', { delay: 25 }),
      compose(secondSecretary.page, 'Thống nhất phương án phân bổ vốn đã trình, ưu tiên công trình chuyển tiếp.'),
    ]);
    for (const { page } of [secretary, secondSecretary]) {
      await untilStored(page);
      await page.getByText('Giám đốc Sở Tài chính báo cáo tổng thu 37.500 tỷ đồng.').waitFor();
      await page
        .getByText('Thống nhất phương án phân bổ vốn đã trình, ưu tiên công trình chuyển tiếp.')
        .waitFor();
    }
  });
});

/** The item that this screen is at. */
const shows = (actor: Actor, heading: string): Promise<void> =>
  actor.page.getByRole('heading', { name: heading, level: 2 }).waitFor();

const chooseItem = (actor: Actor, itemTitle: string): Promise<void> =>
  actor.page.getByRole('navigation', { name: 'Chương trình họp' }).getByRole('button', { name: itemTitle }).click();
