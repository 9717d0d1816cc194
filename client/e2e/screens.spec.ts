import { join } from 'node:path';
import { newId } from '@nghisu/shared/platform/ids.ts';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Actor, Hall, screenshots } from './hall/actors.ts';
import { dialog } from './hall/preparing.ts';
import {
  axeFaultsOf,
  colourFaultsOf,
  sizeFaultsOf,
  themes,
  type Window,
  windows,
} from './hall/screenCheck.ts';
import { callSpeakers, openSession, prepareConsent } from './hall/session.ts';
import { newLine } from './hall/writing.ts';

/** The longest real names are what breaks a line. */
const longTitle =
  'Phiên họp chuyên đề về phương án đầu tư các công trình nông nghiệp và phát triển nông thôn do Ban Quản lý dự án đầu tư xây dựng các công trình nông nghiệp và phát triển nông thôn trình';

let hall: Hall;
let people: Record<'chair' | 'secretary' | 'departmentHead' | 'member' | 'administrator', Actor>;
let visitor: Actor;
/** The session of today, made to run. */
let sessionId = '';
/** A meeting in which nothing has been prepared yet. */
let emptyId = '';
/** A meeting of few people that begins with items nobody objects to. */
let consentId = '';
/** One of the assignments that the chair follows up. */
let assignmentId = '';

beforeAll(async () => {
  hall = await Hall.open(6);
  people = await hall.actors(['chair', 'secretary', 'departmentHead', 'member', 'administrator']);
  visitor = await hall.visitor();
  sessionId = (await openSession(people)).meetingId;
  emptyId = await makeEmptyMeeting();
  consentId = (await prepareConsent(people, longTitle)).meetingId;
  const followed = await people.chair.ask<{ items: { id: string }[] }>('/api/assignments?scope=all');
  assignmentId = followed.items[0]?.id ?? '';
});
afterAll(() => hall?.close());

/** A screen: who looks, how it is opened, and what shows that it is all there. */
type Screen = {
  who: () => Actor;
  path: () => string;
  /** Goes on from the address; what it answers must be visible before the screen is judged. */
  open: (page: Page) => Locator | Promise<Locator>;
  /** Where it looks like this in some windows only. */
  windows?: readonly Window[];
  /** What is undone afterwards. */
  leave?: () => Promise<void>;
};

/** The widest window and the narrowest, where the widths between show nothing of their own. */
const ends = [windows[0]!, windows.at(-1)!];

const roomPath = (): string => `/hop/${sessionId}`;

const heading =
  (name: string | RegExp) =>
  (page: Page): Locator =>
    page.getByRole('heading', { name }).first();

const screens: Record<string, Screen> = {
  login: { who: () => visitor, path: () => '/', open: heading('Đăng nhập') },
  'today-leader': { who: () => people.chair, path: () => '/', open: nextMeeting },
  'today-department': { who: () => people.departmentHead, path: () => '/', open: nextMeeting },
  meetings: { who: () => people.secretary, path: () => '/hop', open: heading('Đã qua') },
  'new-meeting': {
    who: () => people.secretary,
    path: () => '/hop/moi',
    open: page => page.getByLabel('Tên cuộc họp'),
  },
  'prepare-empty': {
    who: () => people.secretary,
    path: () => `/hop/${emptyId}/chuan-bi`,
    open: heading('Chưa có nội dung nào'),
  },
  'prepare-agenda': {
    who: () => people.secretary,
    path: () => `/hop/${sessionId}/chuan-bi`,
    open: page => page.getByRole('tabpanel').locator('ol > li').nth(5),
  },
  'prepare-people': {
    who: () => people.secretary,
    path: () => `/hop/${sessionId}/chuan-bi`,
    open: async page => {
      await page.getByRole('tab', { name: 'Thành phần' }).click();
      return page.getByRole('heading', { name: /Chủ trì/ });
    },
  },
  'prepare-details': {
    who: () => people.secretary,
    path: () => `/hop/${sessionId}/chuan-bi`,
    open: async page => {
      await page.getByRole('tab', { name: 'Thông tin' }).click();
      return page.getByLabel('Tên cuộc họp');
    },
  },
  'item-dialog': {
    who: () => people.secretary,
    path: () => `/hop/${emptyId}/chuan-bi`,
    open: async page => {
      await page.getByRole('button', { name: 'Thêm nội dung' }).click();
      return dialog(page, 'Thêm nội dung').getByLabel('Tên nội dung');
    },
  },
  'room-chair': { who: () => people.chair, path: roomPath, open: firstPage },
  'room-member': { who: () => people.member, path: roomPath, open: firstPage },
  'room-agenda': {
    who: () => people.member,
    path: roomPath,
    windows: windows.filter(({ width }) => width < 900),
    open: async page => {
      await page.getByRole('button', { name: 'Chương trình họp' }).click();
      return page.getByRole('dialog').getByRole('navigation', { name: 'Chương trình họp' });
    },
  },
  'minutes-desk': {
    who: () => people.secretary,
    path: () => `/hop/${sessionId}/bien-ban`,
    open: page => page.locator('section[data-item]').first(),
  },
  'minutes-assignment': {
    who: () => people.secretary,
    path: () => `/hop/${sessionId}/bien-ban`,
    open: formAssignment,
  },
  assignments: {
    who: () => people.chair,
    path: () => '/nhiem-vu',
    open: page => page.getByRole('main').getByRole('link').nth(5),
  },
  'assignment-detail': {
    who: () => people.chair,
    path: () => `/nhiem-vu/${assignmentId}`,
    open: heading('Quá trình thực hiện'),
  },
  administration: {
    who: () => people.administrator,
    path: () => '/quan-tri',
    open: page => page.getByRole('tabpanel').getByRole('button').nth(2),
  },
  lost: { who: () => people.member, path: () => '/khong-co', open: heading('Trang này không có') },
  'today-quiet': {
    who: () => people.administrator,
    path: () => '/',
    windows: ends,
    open: heading('Hôm nay không còn cuộc họp nào'),
  },
  'assignments-none': {
    who: () => people.chair,
    path: () => '/nhiem-vu?tim=khongcogi',
    windows: ends,
    open: heading('Không có nhiệm vụ nào như vậy'),
  },
  'positions-member': {
    who: () => people.member,
    path: () => `/hop/${consentId}/y-kien`,
    open: page => page.getByRole('group', { name: /^Ý kiến về mục 4/ }),
  },
  'positions-chair': {
    who: () => people.chair,
    path: () => `/hop/${consentId}/y-kien`,
    open: page => page.getByText(/1 ý kiến khác/).first(),
  },
  'room-published': {
    who: () => people.member,
    path: () => `/hop/${consentId}`,
    windows: ends,
    open: page => page.getByRole('link', { name: 'Cho ý kiến trước' }),
  },
  'attendance-member': {
    who: () => people.member,
    path: () => `/hop/${sessionId}/diem-danh`,
    open: page => page.getByRole('heading', { name: 'Cử người dự thay' }),
  },
  'attendance-secretary': {
    who: () => people.secretary,
    path: () => `/hop/${sessionId}/diem-danh`,
    open: async page => {
      await page.getByRole('button', { name: 'Xếp chỗ theo thứ tự danh sách' }).click();
      return page.getByText('Phía chủ trì');
    },
  },
  'attendance-door': {
    who: () => people.secretary,
    path: () => `/hop/${sessionId}/ma-diem-danh`,
    open: page => page.getByRole('img', { name: 'Mã điểm danh ở cửa' }),
  },
  'recusal-dialog': {
    who: () => people.member,
    path: roomPath,
    windows: windows.filter(({ width }) => width >= 1100),
    open: async page => {
      await page.getByRole('button', { name: 'Xin không tham gia nội dung này' }).click();
      return dialog(page, 'Không tham gia nội dung này?').getByLabel('Lý do');
    },
  },
  // From here on the session goes on from screen to screen.
  'consent-chair': {
    who: () => people.chair,
    path: () => `/hop/${consentId}`,
    open: async page => {
      await people.chair.command(`meeting:${consentId}`, 'meetings.open', {});
      return page.getByRole('button', { name: /^Thông qua \d+ mục/ });
    },
  },
  'consent-member': {
    who: () => people.member,
    path: () => `/hop/${consentId}`,
    open: async page => {
      await page
        .getByRole('button', { name: /^Tách ra để thảo luận/ })
        .nth(1)
        .click();
      return page.getByText('đã tách để thảo luận');
    },
  },
  'consent-adopted': {
    who: () => people.chair,
    path: () => `/hop/${consentId}`,
    windows: ends,
    open: async page => {
      await page.getByRole('button', { name: /^Thông qua \d+ mục/ }).click();
      await page
        .getByRole('alertdialog')
        .getByRole('button', { name: /^Thông qua/ })
        .click();
      return page.getByText(/^Đã thông qua \d+ mục/);
    },
  },
  'floor-chair': {
    who: () => people.chair,
    path: roomPath,
    open: async page => {
      await callSpeakers(people, sessionId);
      return page.getByRole('button', { name: /^Mời .* phát biểu/ });
    },
  },
  'floor-member': {
    who: () => people.member,
    path: roomPath,
    open: page => page.getByText(/Đồng chí (chờ ở lượt|phát biểu tiếp)/),
  },
  'floor-queue': {
    who: () => people.chair,
    path: roomPath,
    windows: windows.filter(({ width }) => width < 1100),
    open: async page => {
      await page.getByRole('button', { name: 'Về nội dung này' }).click();
      return page.getByRole('dialog').getByRole('heading', { name: 'Danh sách đăng ký phát biểu' });
    },
  },
  'floor-request-for': {
    who: () => people.secretary,
    path: roomPath,
    windows: windows.filter(({ width }) => width >= 1100),
    open: async page => {
      await page.getByRole('button', { name: 'Đăng ký thay' }).click();
      return dialog(page, 'Đăng ký phát biểu thay').getByLabel('Chất vấn');
    },
  },
  'floor-written': {
    who: () => people.member,
    path: roomPath,
    windows: ends,
    open: async page => {
      await page.getByRole('button', { name: 'Sửa ý kiến đã gửi' }).click();
      return dialog(page, 'Ý kiến bằng văn bản').getByLabel('Nội dung ý kiến');
    },
  },
  'room-offline': {
    who: () => people.member,
    path: roomPath,
    windows: ends,
    open: async page => {
      await firstPage(page).waitFor();
      await people.member.offline();
      return page.getByRole('status').getByText('Ngoại tuyến từ');
    },
    leave: () => people.member.online(),
  },
  'room-paused': {
    who: () => people.chair,
    path: roomPath,
    windows: ends,
    open: page => orderThen('meetings.pause', page.getByText(/^Tạm dừng từ/)),
  },
  'room-closed': {
    who: () => people.member,
    path: roomPath,
    windows: ends,
    open: async page => {
      const item = page.getByRole('main').getByRole('heading', { level: 2 }).first();
      const looked = (await item.textContent()) ?? '';
      await (await orderThen('meetings.close', page.getByText(/^Đã kết thúc lúc/))).waitFor();
      return item.and(page.getByText(looked, { exact: true }));
    },
  },
  'room-cancelled': {
    who: () => people.secretary,
    path: () => `/hop/${emptyId}`,
    windows: ends,
    open: async page => {
      await people.secretary.command(`meeting:${emptyId}`, 'meetings.cancel', {});
      return page.getByText('Đã hủy', { exact: true });
    },
  },
};

test.each(Object.keys(screens))('%s has no fault in any window, light or dark', async name => {
  const { who, path, open, windows: some = windows, leave } = screens[name]!;
  const actor = who();
  await actor.page.setViewportSize(some[0]!);
  await actor.goTo(path());
  await (await open(actor.page)).waitFor();
  const faults = await faultsEverywhere(actor.page, name, some);
  await leave?.();
  expect(faults).toEqual({});
});

test('the first set-up of an installation without accounts has no fault', async () => {
  const office = await Hall.open(1, { NGHISU_DEMO: '0' });
  const { page } = await office.visitor();
  await page.getByRole('heading', { name: 'Thiết lập lần đầu' }).waitFor();
  const faults = await faultsEverywhere(page, 'setup', windows);
  await office.close();
  expect(faults).toEqual({});
});

/** What is wrong with the screen, each fault with the windows and themes that show it; nothing where nothing is. */
async function faultsEverywhere(
  page: Page,
  name: string,
  some: readonly Window[],
): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  await page.evaluate(() => document.fonts.ready);
  const note = (faults: readonly string[], place: string): void => {
    for (const fault of faults) found[fault] = [...(found[fault] ?? []), place];
  };
  for (const window of some) {
    await page.setViewportSize(window);
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme });
      const place = `${window.width} ${theme}`;
      // Between the widest and the narrowest window nothing appears that neither of them has.
      const isEnd = window === some[0] || window === some.at(-1);
      if (theme === 'light') note(await sizeFaultsOf(page), place);
      if (theme === 'light' && isEnd) note(await axeFaultsOf(page), place);
      if (theme === 'dark' && window === some[0]) note(await colourFaultsOf(page), place);
      if (process.env.E2E_SCREENSHOTS === '1')
        await page.screenshot({ path: join(screenshots, `${name}-${window.width}-${theme}.png`) });
    }
  }
  return found;
}

function nextMeeting(page: Page): Locator {
  return page.getByRole('link', { name: /Vào phòng họp|Đọc tài liệu/ });
}

/** The chair gives an order for the session; what it leads to comes into view by itself. */
async function orderThen(name: string, seen: Locator): Promise<Locator> {
  await people.chair.command(`meeting:${sessionId}`, name, {});
  return seen;
}

function firstPage(page: Page): Locator {
  return page
    .getByLabel(/^Trang 1 trên/)
    .locator('.textLayer :not(br)')
    .first();
}

/** Writes an order into the minutes and begins to make it an assignment. */
async function formAssignment(page: Page): Promise<Locator> {
  const first = page.locator('section[data-item]').nth(1);
  await first.waitFor();
  await newLine(page, (await first.locator('h2').first().textContent()) ?? '');
  await page.keyboard.type(
    'Giao Sở Tài chính chủ trì, phối hợp Sở Kế hoạch và Đầu tư, báo cáo trước ngày 30/12.',
  );
  await page.keyboard.press('Control+Enter');
  return page.getByRole('form', { name: 'Nhiệm vụ từ câu đã chọn' });
}

async function makeEmptyMeeting(): Promise<string> {
  const { secretary, chair } = people;
  const id = newId();
  await secretary.command(`meeting:${id}`, 'meetings.create', {
    type: 'thematicSession',
    title: longTitle,
    startsAt: new Date(Date.now() + 3 * 86_400_000).toISOString(),
    minutesPlanned: 90,
    roomId: null,
    chairId: (await chair.person()).id,
    secretaryIds: [(await secretary.person()).id],
  });
  return id;
}
