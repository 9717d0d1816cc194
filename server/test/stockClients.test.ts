import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { newId } from '@nghisu/shared/platform/ids.ts';
import { protocolVersion } from '@nghisu/shared/protocol.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { accounts } from '../src/organisation/organisation.tables.ts';
import { hashPassword } from '../src/organisation/password.ts';
import { type AppWorld, createAppWorld } from './worlds/appWorld.ts';

// The programs are those of the README, word for word: whoever writes one from it alone gets what is tested here.

const readme = readFileSync(fileURLToPath(new URL('../../README.md', import.meta.url)), 'utf8');
const blocks = [...readme.matchAll(/^```js\n(.*?)^```$/gms)].map(match => match[1]!);
const blockWith = (word: string): string => {
  const block = blocks.find(one => one.includes(word));
  if (!block) throw new Error(`the README has no program with ${word}`);
  return block;
};

const login = blockWith('/api/session');
const follow = blockWith("from 'socket.io-client'");
const change = blockWith("emitWithAck('command'");
const write = blockWith("from 'y-websocket'");

const password = 'mat-khau-cua-chuong-trinh';

let world: AppWorld;
let passwordHash: string;
const programs: ChildProcess[] = [];
beforeAll(async () => {
  world = await createAppWorld();
  passwordHash = await hashPassword(password);
});
afterAll(async () => {
  for (const program of programs) program.kill();
  await world.close();
});

/** Runs a program of the README in the name of a person; answers what it has said so far. */
async function run(source: string, personId: string, meetingId: string): Promise<{ said(): string }> {
  await world.db.update(accounts).set({ passwordHash }).where(eq(accounts.personId, personId));
  const args = ['--input-type=module', '-', world.origin, `p${personId}`, password, meetingId];
  const cwd = fileURLToPath(new URL('..', import.meta.url));
  const program = spawn(process.execPath, args, { cwd, stdio: ['pipe', 'pipe', 'pipe'] });
  programs.push(program);
  let said = '';
  for (const output of [program.stdout, program.stderr]) {
    output.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  program.stdin.end(source);
  return { said: () => said };
}

const patience = { timeout: 30_000, interval: 200 };

const anItem = {
  parentId: null,
  beforeId: null,
  title: 'Nội dung khác',
  unitId: null,
  presenterId: null,
  minutesPlanned: 15,
  note: '',
};

describe('a stock socket.io-client', () => {
  it('speaks the present protocol: with an older one it would get everything anew each time', () => {
    expect(follow).toContain(`protocol: ${protocolVersion} }`);
  });

  it('follows a meeting and changes it', async () => {
    const member = await world.person();
    const meeting = await world.meeting({ members: [member] });
    const programs = [
      await run(login + follow, member, meeting.id),
      await run(login + follow + change, meeting.secretary, meeting.id),
    ];
    await vi.waitUntil(() => /stored as \d+/.test(programs[1]!.said()), patience);
    // A change that comes before the answer to `subscribe` is part of that answer, so there are more until both tell one.
    const other = await world.client(meeting.chair);
    await vi.waitUntil(async () => {
      await other.command(meeting.stream, 'agenda.addItem', { ...anItem, itemId: newId() });
      return programs.every(program => /agenda\.itemAdded .*"title":"Nội dung khác"/.test(program.said()));
    }, patience);
    const { reply } = await world.app.feed.read(member, meeting.stream, -1);
    expect(JSON.stringify(reply)).toContain('"title":"Báo cáo bổ sung"');
  });

  it('is told in words why it may not', async () => {
    const meeting = await world.meeting();
    const stranger = await run(login + follow + change, await world.person(), meeting.id);
    await vi.waitUntil(() => stranger.said().includes('Không tìm thấy'), patience);
    expect(stranger.said()).not.toContain('stored as');
  });
});

describe('a stock y-websocket client', () => {
  it('writes the minutes, and another one sees it', async () => {
    const meeting = await world.meeting({ state: 'running' });
    await world.agendaItem(meeting);
    await world.run(meeting.secretary, meeting.stream, 'minutes.start', {});
    await world.app.minutes.sectionsChanged(meeting.id);
    const two = [
      await run(login + write, meeting.secretary, meeting.id),
      await run(login + write, meeting.chair, meeting.id),
    ];
    for (const program of two) {
      for (const author of [meeting.secretary, meeting.chair]) {
        const sentence = `<paragraph>p${author} có mặt.</paragraph>`;
        await vi.waitUntil(() => program.said().includes(sentence), patience);
      }
      expect(program.said()).toMatch(/<section itemid="opening">|<section itemId="opening">/);
    }
  });
});
