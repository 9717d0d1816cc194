import { afterAll, beforeAll, expect, test } from 'vitest';
import { beginGenerations, setMinutesState } from '../../server/src/minutes/minutes.store.ts';
import { type Database, openDatabase } from '../../server/src/platform/database/db.ts';
import { createLog } from '../../server/src/platform/log.ts';
import { createTestDatabase, type TestDatabase } from '../../server/test/programs/postgres.ts';
import { type Actor, Hall } from './hall/actors.ts';
import { openSession, type Session } from './hall/session.ts';
import { newLine, section, servedText, storageOf, untilStored } from './hall/writing.ts';

let testDatabase: TestDatabase;
let database: Database;
let hall: Hall;
let people: Record<'chair' | 'secretary' | 'secondSecretary' | 'member', Actor>;
let session: Session;
let heading = '';

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = openDatabase(testDatabase.connectionString, createLog('silent'));
  hall = await Hall.open(4, { DATABASE_URL: testDatabase.connectionString });
  people = await hall.actors(['chair', 'secretary', 'secondSecretary', 'member']);
  session = await openSession(people);
  heading = `1. ${session.items[0]?.title}`;
  for (const actor of [people.secretary, people.secondSecretary, people.member])
    await actor.goTo(`/hop/${session.meetingId}/bien-ban`);
});
afterAll(async () => {
  await hall?.close();
  await database?.close();
  await testDatabase?.drop();
});

const inTime = 'Đại biểu tán thành phương án một.';
const offline = 'Giao Sở Tài chính trình dự toán trước ngày 5.';
const late = 'Câu ghi lúc mất mạng, đến sau khi khóa.';

const listButton = (actor: Actor) =>
  actor.page.locator('[data-aside]').getByRole('button', { name: 'Mở xem' });
const partOf = (actor: Actor, text: string) => actor.page.locator('[data-part]').filter({ hasText: text });

test('F17: what was typed offline before a backup was restored is told, listed, read and inserted', async () => {
  const { secretary, secondSecretary, member } = people;
  await newLine(secretary.page, heading);
  await secretary.page.keyboard.type(inTime);
  await untilStored(secretary.page);
  await secretary.offline();
  await newLine(secretary.page, heading);
  await secretary.page.keyboard.type(offline);
  await secretary.page.getByText('Ngoại tuyến').waitFor();
  await database.db.transaction(beginGenerations);
  await secretary.online();

  // The author is told, and writes on in the present text.
  await secretary.page.getByText('Chữ ghi trên máy này trước đó đã được để riêng').waitFor();
  await untilStored(secretary.page);
  const there = section(secretary.page, heading);
  await there.getByText(inTime).waitFor();
  expect(await there.getByText(offline).count()).toBe(0);

  await listButton(secondSecretary).click();
  const part = partOf(secondSecretary, offline);
  await part.waitFor();
  expect(await part.locator('.text p').allTextContents()).toEqual([offline]);
  expect(await part.locator('h4').textContent()).toBe(heading);
  await part.getByRole('button', { name: 'Chèn vào biên bản' }).click();
  await section(secondSecretary.page, heading).getByText(offline).waitFor();
  await untilStored(secondSecretary.page);
  await there.getByText(offline).waitFor();
  const served = await servedText(people.chair, hall.product.origin, session.meetingId);
  const lines = served.find(one => one.itemId === session.items[0]?.id)?.lines;
  expect(lines).toEqual([inTime, offline]);

  // Members see the minutes, and nothing of what was set aside.
  await section(member.page, heading).getByText(offline).waitFor();
  expect(await member.page.locator('[data-aside]').count()).toBe(0);
  // What was inserted is no news any more: nothing else is handed over.
  const records = await secondSecretary.records(`meeting:${session.meetingId}`, 'asidePart');
  expect(records.map(({ state, reason }) => ({ state, reason }))).toEqual([
    { state: 'inserted', reason: 'generation' },
  ]);
});

test('an inserted text is an edit like any other: its secretary takes it back with one undo', async () => {
  const { secondSecretary } = people;
  await secondSecretary.page.locator('.ProseMirror').focus();
  await secondSecretary.page.keyboard.press('Control+z');
  await section(secondSecretary.page, heading).getByText(offline).waitFor({ state: 'detached' });
  await section(secondSecretary.page, heading).getByText(inTime).waitFor();
  await secondSecretary.page.keyboard.press('Control+y');
  await section(secondSecretary.page, heading).getByText(offline).waitFor();
  await untilStored(secondSecretary.page);
});

test('F15: what comes after the closing is listed with its reason, and one who looked at it says so to both', async () => {
  const { secretary, secondSecretary } = people;
  await secretary.offline();
  await newLine(secretary.page, heading);
  await secretary.page.keyboard.type(late);
  await secretary.page.getByText('Ngoại tuyến').waitFor();
  await database.db.transaction(tx => setMinutesState(tx, session.meetingId, 'closed'));
  await secretary.online();
  await storageOf(secretary.page).getByText('Biên bản đã khóa').waitFor();
  await secretary.page.getByText('1 phần ghi của đồng chí được để riêng').waitFor();

  await listButton(secondSecretary).click();
  const part = partOf(secondSecretary, late);
  await part.getByText('Đến nơi sau khi biên bản đã khóa.').waitFor();
  await part.getByRole('button', { name: 'Đã xem, bỏ qua' }).click();
  await secondSecretary.page.getByText('Đã xử lý (2)').click();
  await part.getByText('Đã xem, bỏ qua:').waitFor();
  await part.getByText(late).waitFor();
  await secretary.page.getByText('2 phần ghi để riêng, đã xử lý').waitFor();
  for (const actor of Object.values(people)) expect(actor.problems).toEqual([]);
});
