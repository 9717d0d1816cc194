import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, Hall } from './hall/actors.ts';
import { expectAgreement } from './hall/agreement.ts';
import { choose, dialog } from './hall/preparing.ts';
import { openSession, prepareConsent } from './hall/session.ts';

type Name = 'chair' | 'secretary' | 'member' | 'departmentHead';

let hall: Hall;
let actors: Record<Name, Actor>;
const names = {} as Record<Name, string>;

beforeAll(async () => {
  hall = await Hall.open(4);
  actors = await hall.actors(['chair', 'secretary', 'member', 'departmentHead']);
  for (const [name, actor] of Object.entries(actors)) names[name as Name] = (await actor.person()).fullName;
});
afterAll(() => hall?.close());
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await hall?.photograph('floor');
});

const everybody = (): Actor[] => Object.values(actors);
const queueOf = ({ page }: Actor): Locator =>
  page.getByRole('region', { name: 'Danh sách đăng ký phát biểu' });
const rowOf = (actor: Actor, name: string): Locator =>
  queueOf(actor).getByRole('listitem').filter({ hasText: name });
const handleOf = (actor: Actor, name: string): Locator =>
  queueOf(actor).getByRole('button', { name: `Đổi thứ tự: ${name}` });
const floorOf = ({ page }: Actor): Locator => page.getByRole('region', { name: 'Phát biểu', exact: true });

/** Everybody sees the same people wait, in the same order. */
const expectQueue = async (expected: readonly string[]): Promise<void> => {
  for (const actor of everybody())
    await expect
      .poll(() => queueOf(actor).locator('li:not(.gone) .name').allTextContents(), { timeout: 20_000 })
      .toEqual(expected);
};

const ask = async ({ page }: Actor, type: string): Promise<void> => {
  await page.getByRole('button', { name: 'Đăng ký phát biểu' }).click();
  await page.getByRole('menuitem', { name: type }).click();
};

/** What a page says aloud from now on, sentence by sentence. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    for (const region of document.querySelectorAll('[aria-live="polite"]'))
      new MutationObserver(() => heard.push(region.textContent?.trim() ?? '')).observe(region, {
        characterData: true,
        childList: true,
        subtree: true,
      });
  });
  return () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
}

describe('speaking', () => {
  let meetingId = '';
  beforeAll(async () => {
    ({ meetingId } = await openSession(actors));
    for (const actor of everybody()) {
      await actor.goTo(`/hop/${meetingId}`);
      await queueOf(actor).waitFor();
    }
  });

  test('everybody sees who waits and at which turn; points of order come first', async () => {
    const { secretary, member, departmentHead } = actors;
    await ask(member, 'Phát biểu ý kiến');
    await member.page.getByText('Đồng chí phát biểu tiếp theo').waitFor();
    await ask(departmentHead, 'Kiến nghị về điều hành');
    await member.page.getByText('Đồng chí chờ ở lượt 2').waitFor();
    await secretary.page.getByRole('button', { name: 'Đăng ký thay' }).click();
    const form = dialog(secretary.page, 'Đăng ký phát biểu thay');
    await choose(form, 'Người phát biểu', names.chair);
    await form.getByLabel('Chất vấn').check();
    await form.getByRole('button', { name: 'Đưa vào danh sách' }).click();
    await form.waitFor({ state: 'detached' });
    await expectQueue([names.departmentHead, names.member, names.chair]);
  });

  test('the chair orders the queue by keys, keeping the place of the focus, and by dragging', async () => {
    const { chair } = actors;
    await handleOf(chair, names.chair).focus();
    await chair.page.keyboard.press('ArrowUp');
    await expectQueue([names.departmentHead, names.chair, names.member]);
    await expect
      .poll(() => handleOf(chair, names.chair).evaluate(handle => handle === document.activeElement))
      .toBe(true);
    // A point of order is not passed.
    await chair.page.keyboard.press('ArrowUp');
    await expectQueue([names.departmentHead, names.chair, names.member]);
    await chair.page.keyboard.press('ArrowDown');
    await expectQueue([names.departmentHead, names.member, names.chair]);
    await handleOf(chair, names.chair).blur();
    await drag(chair, names.chair, names.member);
    await expectQueue([names.departmentHead, names.chair, names.member]);
  });

  test('a list keeps its places under the hand: who withdraws stays, marked, until the hand has left', async () => {
    const { chair, departmentHead } = actors;
    await rowOf(chair, names.chair).hover();
    const before = await rowOf(chair, names.chair).boundingBox();
    await departmentHead.page.getByRole('button', { name: 'Rút đăng ký' }).click();
    await rowOf(chair, names.departmentHead).getByText('đã rút').waitFor();
    expect(await rowOf(chair, names.chair).boundingBox()).toEqual(before);
    await chair.page.mouse.move(5, 5);
    await rowOf(chair, names.departmentHead).waitFor({ state: 'detached' });
    await expectQueue([names.chair, names.member]);
  });

  test('the floor goes from one to the next on all screens, told aloud, and takes the focus from nobody', async () => {
    const { chair, member, departmentHead } = actors;
    await ask(departmentHead, 'Phát biểu ý kiến');
    await departmentHead.page.getByRole('button', { name: 'Ý kiến bằng văn bản' }).click();
    const text = dialog(departmentHead.page, 'Ý kiến bằng văn bản').getByLabel('Nội dung ý kiến');
    await text.fill('Đề nghị bổ sung');
    const heard = await listen(departmentHead.page);
    await chair.page.getByRole('button', { name: `Mời ${names.chair} phát biểu` }).click();
    await floorOf(member).getByText(names.chair).waitFor();
    await chair.page.getByRole('button', { name: `Mời ${names.member} phát biểu` }).click();
    await floorOf(member).getByText('Đồng chí đang có lời').waitFor();
    await expect.poll(heard).toContain(`${names.member} đang phát biểu`);
    await departmentHead.page.keyboard.type(' kinh phí.');
    expect(await text.inputValue()).toBe('Đề nghị bổ sung kinh phí.');
    await dialog(departmentHead.page, 'Ý kiến bằng văn bản')
      .getByRole('button', { name: 'Gửi ý kiến' })
      .click();
    await queueOf(chair).getByText('Đề nghị bổ sung kinh phí.').waitFor();
    await expectQueue([]);
  });

  test('the clock warns in words and shapes, the chair extends, the speaker gives the floor back', async () => {
    const { chair, member } = actors;
    const stream = `meeting:${meetingId}`;
    const requests = await chair.records(stream, 'speakerRequest');
    const requestId = requests.find(request => request.state === 'speaking')!.id;
    await chair.command(stream, 'speakers.takeFloor', { requestId });
    await chair.command(stream, 'speakers.giveFloor', { requestId, secondsAllowed: 30 });
    for (const actor of [chair, member])
      await floorOf(actor)
        .getByText(/sắp hết giờ|quá giờ/)
        .waitFor();
    await floorOf(chair)
      .getByText(/quá giờ/)
      .waitFor();
    await floorOf(chair).getByRole('button', { name: 'Thêm 2 phút' }).click();
    await floorOf(member)
      .getByText(/^còn|^sắp hết giờ/)
      .waitFor();
    await floorOf(member).getByRole('button', { name: 'Tôi đã phát biểu xong' }).click();
    await floorOf(member).waitFor({ state: 'detached' });
    await queueOf(chair).getByText('Thời gian đã phát biểu').click();
    await queueOf(chair)
      .getByRole('listitem')
      .filter({ hasText: `${names.member} ` })
      .waitFor();
    for (const [name, actor] of Object.entries(actors)) {
      expect([name, actor.problems]).toEqual([name, []]);
      await expectAgreement(actor, (await actor.person()).id, stream);
    }
  });
});

describe('the consent block', () => {
  test('is agreed to beforehand, opens the meeting, loses what is pulled out, and is adopted in one act', async () => {
    const { chair, member, departmentHead } = actors;
    const { meetingId, itemIds } = await prepareConsent(actors, 'Phiên họp về các nội dung đã thống nhất');
    const stream = `meeting:${meetingId}`;
    // Whoever objected thinks again; everybody says where they stand on the last item through the screen.
    for (const actor of [chair, member, departmentHead]) {
      await actor.goTo(`/hop/${meetingId}/y-kien`);
      const last = actor.page.getByRole('group', { name: /^Ý kiến về mục 6/ });
      await last.getByLabel(actor === member ? 'Xin phát biểu' : 'Không phản đối').check();
      await last.getByText('Đã ghi lúc').waitFor();
    }
    await chair.page.getByText('2 không phản đối, 1 ý kiến khác, 0 chưa ghi').waitFor();

    for (const actor of everybody()) await actor.goTo(`/hop/${meetingId}`);
    await chair.page.getByRole('button', { name: 'Khai mạc' }).click();
    await chair.page.getByRole('alertdialog').getByRole('button', { name: 'Khai mạc' }).click();
    for (const actor of everybody())
      await actor.page.getByRole('heading', { name: 'Các mục không có ý kiến khác' }).waitFor();
    await member.page
      .getByRole('button', { name: 'Tách ra để thảo luận: Nội dung thứ 3 trình Ủy ban nhân dân tỉnh' })
      .click();
    await chair.page.getByText(`${names.member} đã tách để thảo luận`).waitFor();

    await chair.page.getByRole('button', { name: 'Thông qua 3 mục' }).click();
    await chair.page.getByRole('alertdialog').getByRole('button', { name: 'Thông qua 3 mục' }).click();
    for (const actor of everybody())
      await expect.poll(() => actor.page.getByRole('navigation').getByText('Đã thông qua').count()).toBe(3);
    const decisions = await member.records(stream, 'decision');
    expect(decisions.map(one => one.agendaItemId).sort()).toEqual(
      [itemIds[0], itemIds[1], itemIds[3]].sort(),
    );
    for (const decision of decisions)
      expect(decision.tally).toEqual({ inFavour: 3, against: 0, notVoting: 0, total: 3 });
    // What a member wished to speak about stands in the queue.
    const waiting = await chair.records(stream, 'speakerRequest');
    expect(waiting.map(({ state, agendaItemId }) => ({ state, agendaItemId }))).toEqual([
      { state: 'waiting', agendaItemId: itemIds[5] },
    ]);
    for (const actor of everybody()) await expectAgreement(actor, (await actor.person()).id, stream);
  });
});

/** Takes a row by its handle and lets it go over another one. */
async function drag(actor: Actor, name: string, onto: string): Promise<void> {
  const { page } = actor;
  const from = (await handleOf(actor, name).boundingBox())!;
  const to = (await handleOf(actor, onto).boundingBox())!;
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + from.width / 2, from.y - 8, { steps: 4 });
  await page.mouse.move(to.x + to.width / 2, to.y + 4, { steps: 12 });
  // The list makes room for what is held over it; only then is it let go.
  await page.waitForFunction(
    ([held, place]) => {
      const rows = [...document.querySelectorAll('li .name')].map(one => one.textContent);
      return rows.indexOf(held!) < rows.indexOf(place!);
    },
    [name, onto],
  );
  await page.mouse.up();
  await page.mouse.move(5, 5);
}
