import type { ServerResponse } from 'node:http';
import type { CommandInput, CommandName } from '@nghisu/shared/commands.ts';
import { newId } from '@nghisu/shared/platform/ids.ts';
import type { SystemRole } from '@nghisu/shared/platform/viewer.ts';
import { insertAccount } from '../../src/organisation/accounts.store.ts';
import { savePerson } from '../../src/organisation/organisation.store.ts';
import { createSessions } from '../../src/organisation/sessions.ts';
import { type Db, openDatabase } from '../../src/platform/database/db.ts';
import { createLog } from '../../src/platform/log.ts';

/** Where a product can be reached and its people be made. */
type Place = { readonly origin: string; readonly connectionString: string };

/** A meeting under way: everybody's cookie, first of those who may change its agenda, and the items of that. */
export type Meeting = {
  readonly id: string;
  readonly stream: string;
  readonly cookies: string[];
  readonly itemIds: string[];
  readonly organisers: number;
};

/** As many as a meeting may have. */
const mostSecretaries = 10;

/** Runs a command over HTTP; throws where it is refused. */
export async function command<Name extends CommandName>(
  { origin }: Pick<Place, 'origin'>,
  cookie: string,
  stream: string,
  name: Name,
  input: CommandInput<Name>,
): Promise<void> {
  const answer = await fetch(`${origin}/api/commands`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ id: newId(), stream, name, input }),
  });
  if (!answer.ok) throw new Error(`${name}: ${await answer.text()}`);
}

/** Makes a meeting with so many people, its secretaries first, and an agenda of twenty items. */
export async function openMeeting(place: Place, participants: number): Promise<Meeting> {
  const people = Array.from({ length: Math.max(2, participants) }, () => newId());
  const cookies = await makePeople(place.connectionString, people);
  const [chair = '', ...others] = people;
  const secretaries = others.slice(0, mostSecretaries);
  const members = others.slice(mostSecretaries);
  const id = newId();
  const stream = `meeting:${id}`;
  const run = <Name extends CommandName>(name: Name, input: CommandInput<Name>) =>
    command(place, cookies[0]!, stream, name, input);
  await run('meetings.create', {
    type: 'regularSession',
    title: 'Phiên họp thường kỳ',
    startsAt: new Date().toISOString(),
    minutesPlanned: 240,
    roomId: null,
    chairId: chair,
    secretaryIds: secretaries,
  });
  for (let at = 0; at < members.length; at += 500)
    await run('meetings.invitePeople', { personIds: members.slice(at, at + 500), role: 'member' });
  const itemIds = Array.from({ length: 20 }, () => newId());
  for (const [index, itemId] of itemIds.entries()) await run('agenda.addItem', agendaItem(itemId, index));
  await run('meetings.publish', {});
  await run('meetings.open', {});
  const organisers = Math.min(participants, secretaries.length + 1);
  return { id, stream, cookies: cookies.slice(0, participants), itemIds, organisers };
}

const agendaItem = (itemId: string, index: number): CommandInput<'agenda.addItem'> => ({
  itemId,
  parentId: null,
  beforeId: null,
  title: `Báo cáo tình hình kinh tế - xã hội, lĩnh vực số ${index + 1}`,
  unitId: null,
  presenterId: null,
  minutesPlanned: 15,
  note: '',
});

/** Makes people with accounts, and answers a cookie of each. */
async function makePeople(
  connectionString: string,
  ids: readonly string[],
  systemRoles: SystemRole[] = ['officeStaff'],
): Promise<string[]> {
  const database = openDatabase(connectionString, createLog('error'), 4);
  try {
    const cookies: string[] = [];
    for (const id of ids) cookies.push(await makePerson(database.db, id, systemRoles));
    return cookies;
  } finally {
    await database.close();
  }
}

/** A person who follows up every assignment. */
export async function monitorOf(connectionString: string): Promise<{ personId: string; cookie: string }> {
  const personId = newId();
  const [cookie = ''] = await makePeople(connectionString, [personId], ['monitor']);
  return { personId, cookie };
}

async function makePerson(db: Db, personId: string, systemRoles: SystemRole[]): Promise<string> {
  const sessions = createSessions({ db, secure: false, hours: 1, onEnded: () => {} });
  const accountId = newId();
  await db.transaction(async tx => {
    await savePerson(tx, { id: personId, fullName: 'Nguyễn Văn An', protocolOrder: 1 });
    await insertAccount(tx, {
      id: accountId,
      username: personId,
      personId,
      passwordHash: '',
      systemRoles,
    });
  });
  let cookie = '';
  const setHeader = (_: string, value: string) => {
    cookie = value.split(';')[0]!;
  };
  await sessions.start({ id: accountId, passwordHash: '' }, { setHeader } as unknown as ServerResponse);
  return cookie;
}
