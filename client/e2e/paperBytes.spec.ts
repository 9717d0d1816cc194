import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Actor, Hall } from './hall/actors.ts';

let hall: Hall;
let member: Actor;
beforeAll(async () => {
  hall = await Hall.open(1);
  ({ member } = await hall.actors(['member']));
});
afterAll(() => hall?.close());

test('a paper of more than 100 pages shows its first page after less than 10 % of the file', async () => {
  const { id } = await member.person();
  const meetings = await member.records(`user:${id}`, 'myMeeting');
  const papers = await Promise.all(meetings.map(meeting => member.records(`meeting:${meeting.id}`, 'paper')));
  const all = papers.flat();
  const long = all.find(paper => paper.pages >= 100);
  if (!long) throw new Error('the demo has no paper of more than 100 pages');
  const file = `/api/papers/${long.id}/file`;
  const network = await member.context.newCDPSession(member.page);
  const ours = new Set<string>();
  const answers: number[] = [];
  let received = 0;
  await network.send('Network.enable');
  network.on('Network.responseReceived', ({ requestId, response }) => {
    if (new URL(response.url).pathname !== file) return;
    ours.add(requestId);
    answers.push(response.status);
  });
  network.on('Network.dataReceived', ({ requestId, dataLength }) => {
    if (ours.has(requestId)) received += dataLength;
  });
  await member.goTo(`/hop/${long.meetingId}?muc=${long.agendaItemId}`);
  const beside = all.filter(({ agendaItemId }) => agendaItemId === long.agendaItemId);
  const choices = member.page.getByRole('list', { name: 'Tài liệu' });
  if (beside.length > 1) await choices.getByRole('button', { name: long.title }).click();
  await member.page.getByLabel(`Trang 1 trên ${long.pages}`).locator('.textLayer :not(br)').first().waitFor();
  expect(answers).toContain(206);
  expect(received).toBeGreaterThan(0);
  expect(received / long.bytes).toBeLessThan(0.1);
});
