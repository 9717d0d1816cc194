import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SyncReply } from '@nghisu/shared/platform/feed.ts';
import { newId } from '@nghisu/shared/platform/ids.ts';
import type { RecordKind, RecordOf } from '@nghisu/shared/records.ts';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { type FaultProxy, openFaultProxy } from '../../../server/cluster/links/faultProxy.ts';
import { CHROMIUM_ARGS, findChromium } from '../../../server/test/programs/programs.ts';
import { demoPassword, Product } from './product.ts';
import { CommandTape } from './tape.ts';

/** Who takes part, and the demo login of each. */
const logins = {
  chair: 'chutich',
  secretary: 'thuky',
  secondSecretary: 'thuky2',
  departmentHead: 'gd.taichinh',
  member: 'thanhvien1',
  administrator: 'quantri',
} as const;

export type ActorName = keyof typeof logins;

/** How the window of an actor looks; a laptop in light colours unless said otherwise. */
export type Look = { width?: number; height?: number; theme?: 'light' | 'dark' };

/** Pictures for people to look at; not kept in the repository. */
export const screenshots = join(import.meta.dirname, '..', 'screenshots');

/** Longest wait for a state of a page, on two busy cores. */
export const patienceMs = 60_000;

/** What pdf.js says of a paper that is left while its pages are still being read; nothing of it is seen. */
const leftPaper = /Worker was terminated|Transport destroyed|pdfPage is not loaded/;

/** One person at an own browser, whose network can be cut; every command and its answer is on the tape. */
export class Actor {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly tape: CommandTape;
  /** What went wrong in the page without anybody seeing it. */
  readonly problems: string[] = [];
  readonly #proxy: FaultProxy;

  constructor(context: BrowserContext, page: Page, proxy: FaultProxy) {
    this.context = context;
    this.page = page;
    this.#proxy = proxy;
    this.tape = new CommandTape(page);
    const note = (text: string) => void (leftPaper.test(text) || this.problems.push(text));
    page.on('pageerror', error => note(error.stack ?? error.message));
    page.on('console', message => {
      const isOurs =
        message.type() === 'error' &&
        !/net::ERR_|WebSocket connection|status of (401|5\d\d)/.test(message.text());
      if (isOurs) note(message.text());
    });
  }

  /** Through the screen, as a person does. */
  async login(username: string): Promise<void> {
    await this.goTo('/');
    await this.page.getByLabel('Tên đăng nhập').fill(username);
    await this.page.getByLabel('Mật khẩu', { exact: true }).fill(demoPassword);
    await this.page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
    await this.page.getByRole('heading', { name: 'Việc hôm nay', level: 1 }).waitFor();
  }

  /** Opens an address of the product; a whole load of the page. */
  async goTo(path: string): Promise<void> {
    await this.page.goto(`${this.#proxy.origin}${path}`);
  }

  /** Asks the server as this person, beside the page. */
  async ask<Answer>(path: string, init?: { method: string; data: unknown }): Promise<Answer> {
    const response = await this.context.request.fetch(`${this.#proxy.origin}${path}`, {
      ...init,
      headers: { origin: this.#proxy.origin },
    });
    if (!response.ok()) throw new Error(`${path}: ${response.status()} ${await response.text()}`);
    return (await response.json()) as Answer;
  }

  /** Gives a command beside the page. */
  command(stream: string, name: string, input: unknown): Promise<{ seq: number }> {
    return this.ask('/api/commands', { method: 'POST', data: { id: newId(), stream, name, input } });
  }

  /** Who this is. */
  async person(): Promise<{ id: string; fullName: string }> {
    const session = await this.ask<{ person: { id: string; fullName: string } }>('/api/session');
    return session.person;
  }

  /** The records of a kind that a stream has for this person, from the server. */
  async records<Kind extends RecordKind>(stream: string, kind: Kind): Promise<RecordOf<Kind>[]> {
    const { changes } = await this.ask<SyncReply>(`/api/streams/${stream}?since=-1`);
    const all = changes.flatMap(change => (change.op === 'put' ? [change.record] : []));
    return all.filter((record): record is RecordOf<Kind> => record.kind === kind);
  }

  /** Pulls the cable: requests fail and open sockets end. */
  async offline(): Promise<void> {
    this.#proxy.refuse();
    await this.context.setOffline(true);
  }
  async online(): Promise<void> {
    this.#proxy.mend();
    await this.context.setOffline(false);
  }
}

/** The product, a browser, and the people who are at it. */
export class Hall {
  readonly product: Product;
  readonly browser: Browser;
  readonly #proxies: FaultProxy[];
  readonly #free: FaultProxy[];

  /** Starts everything; `seats` is how many actors can come. */
  static async open(seats: number, env: Record<string, string> = {}): Promise<Hall> {
    const proxies = await Promise.all(Array.from({ length: seats }, () => openFaultProxy()));
    const product = await Product.start({
      ALLOWED_ORIGINS: proxies.map(({ origin }) => origin).join(','),
      ...env,
    });
    for (const proxy of proxies) proxy.target = product.port;
    const browser = await chromium.launch({ executablePath: await findChromium(), args: [...CHROMIUM_ARGS] });
    return new Hall(product, browser, proxies);
  }

  private constructor(product: Product, browser: Browser, proxies: FaultProxy[]) {
    this.product = product;
    this.browser = browser;
    this.#proxies = proxies;
    this.#free = [...proxies];
  }

  /** A browser of one's own, not logged in yet. */
  async seat(look: Look = {}): Promise<Actor> {
    const proxy = this.#free.pop();
    if (!proxy) throw new Error('the hall has no seat left');
    const context = await this.browser.newContext({
      viewport: { width: look.width ?? 1440, height: look.height ?? 900 },
      colorScheme: look.theme ?? 'light',
      reducedMotion: 'reduce',
      locale: 'vi-VN',
      timezoneId: 'Asia/Ho_Chi_Minh',
    });
    context.setDefaultTimeout(patienceMs);
    return new Actor(context, await context.newPage(), proxy);
  }

  /** Somebody who has not logged in. */
  async visitor(look: Look = {}): Promise<Actor> {
    const actor = await this.seat(look);
    await actor.goTo('/');
    return actor;
  }

  /** Seats these people and logs them in, all at once. */
  async actors<Name extends ActorName>(
    names: readonly Name[],
    look: Look = {},
  ): Promise<Record<Name, Actor>> {
    const seated = await Promise.all(
      names.map(async name => {
        const actor = await this.seat(look);
        await actor.login(logins[name]);
        return [name, actor] as const;
      }),
    );
    return Object.fromEntries(seated) as Record<Name, Actor>;
  }

  /** What every actor saw when something went wrong, as pictures in `screenshots/`, and what the server said. */
  async photograph(name: string): Promise<void> {
    const pages = this.browser.contexts().flatMap(context => context.pages());
    for (const [index, page] of pages.entries())
      await page.screenshot({ path: join(screenshots, `${name}-${index + 1}.png`) }).catch(() => undefined);
    writeFileSync(join(screenshots, `${name}.log`), this.product.output);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await Promise.all(this.#proxies.map(proxy => proxy.close()));
    await this.product.close();
  }
}
