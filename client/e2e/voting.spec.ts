import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Actor, Hall, screenshots } from './hall/actors.ts';
import { dialog } from './hall/preparing.ts';
import { openSession } from './hall/session.ts';

let hall: Hall;
let people: Record<'chair' | 'secretary' | 'departmentHead' | 'member', Actor>;
let meetingId = '';

beforeAll(async () => {
  hall = await Hall.open(4);
  people = await hall.actors(['chair', 'secretary', 'departmentHead', 'member']);
  meetingId = (await openSession(people)).meetingId;
  await Promise.all(Object.values(people).map(actor => actor.goTo(`/hop/${meetingId}`)));
});
afterAll(() => hall?.close());
afterEach(context => (context.task.result?.state === 'fail' ? hall.photograph('voting-failed') : undefined));

const panel = (page: Page) => page.getByRole('region', { name: 'Biểu quyết' });
const answer = (actor: Actor, name: string): Promise<void> =>
  panel(actor.page).getByRole('button', { name, exact: true }).click();
const recorded = (actor: Actor): Promise<void> =>
  panel(actor.page).getByText('Phiếu của đồng chí đã được ghi nhận trên máy chủ').waitFor();

/** The chair puts the item to the vote and, when all have voted, ends it. */
async function putToVote({ page }: Actor, secret: boolean): Promise<void> {
  await page.getByRole('button', { name: 'Mở biểu quyết' }).click();
  const form = dialog(page, 'Mở biểu quyết');
  if (secret) await form.getByRole('checkbox', { name: 'Bỏ phiếu kín' }).check();
  await form.getByRole('button', { name: 'Mở biểu quyết', exact: true }).click();
  await panel(page).waitFor();
}

async function endVote({ page }: Actor): Promise<void> {
  await panel(page).getByRole('button', { name: 'Kết thúc biểu quyết' }).click();
  const asked = page.getByRole('alertdialog', { name: 'Kết thúc biểu quyết?' });
  await asked.getByRole('button', { name: 'Kết thúc biểu quyết' }).click();
  await panel(page).waitFor({ state: 'detached' });
}

test.each([false, true])(
  'a vote on the screens (secret: %s): put, cast, ended, and its result with the reason',
  async secret => {
    const { chair, member, secretary } = people;
    await putToVote(chair, secret);
    await panel(member.page).waitFor();
    await panel(secretary.page).waitFor();
    expect(await panel(secretary.page).getByRole('button', { name: 'Tán thành', exact: true }).count()).toBe(
      0,
    );
    await member.page.screenshot({ path: join(screenshots, `vote-open-${secret}.png`) });
    await answer(member, 'Không tán thành');
    await recorded(member);
    await answer(chair, 'Tán thành');
    await recorded(chair);
    await panel(secretary.page)
      .getByText(/^2\/\d+ đã biểu quyết$/)
      .waitFor();
    await chair.page.screenshot({ path: join(screenshots, `vote-cast-${secret}.png`) });
    await endVote(chair);
    const result = member.page.getByText(
      secret ? /Bỏ phiếu kín\. Tán thành: 1/ : /Biểu quyết công khai\. Tán thành: 1/,
    );
    await result.waitFor();
    await member.page.screenshot({ path: join(screenshots, `vote-result-${secret}.png`) });
    // One of 28 is far from the 15 that it takes, whatever the chair's side.
    await member.page.getByText('Không được thông qua').last().waitFor();
    await member.page.getByText('1/28, cần 15').last().waitFor();
  },
);

test('a ballot whose answer is lost is sent again when the network is back, and counts once', async () => {
  const { chair, member } = people;
  await putToVote(chair, false);
  await panel(member.page).getByRole('button', { name: 'Tán thành', exact: true }).waitFor();
  await member.offline();
  await answer(member, 'Tán thành');
  await panel(member.page).getByText('Đang gửi phiếu. Đừng đóng trang.').waitFor();
  await member.online();
  await recorded(member);
  await panel(chair.page)
    .getByText(/^1\/\d+ đã biểu quyết$/)
    .waitFor();
  await endVote(chair);
  for (const { problems } of Object.values(people)) expect(problems).toEqual([]);
});
