import { minutesFragment } from '@nghisu/shared/minutes/document/schema.ts';
import type { Locator, Page } from 'playwright-core';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { Actor } from './actors.ts';

// Writing the minutes through the screen, and reading what is there in three independent ways.

/** The text of the minutes, one entry for each section: its item, and its lines without carets and states. */
export type MinutesText = readonly { readonly itemId: string; readonly lines: readonly string[] }[];

/** The section under this heading, as in "2.1. Giá đất". */
export const section = (page: Page, heading: string): Locator =>
  page.locator('section[data-item]').filter({ has: page.locator('h2').getByText(heading, { exact: true }) });

/** Starts a new line at the end of a section and leaves the caret there. */
export async function newLine(page: Page, heading: string): Promise<void> {
  const last = section(page, heading).locator(':scope > div > :last-child');
  await last.click();
  await page.keyboard.press('End');
  if ((await last.textContent()) !== '') await page.keyboard.press('Enter');
}

/** Types as a Vietnamese input method does: each word is composed letter by letter, then committed. */
export async function compose(page: Page, text: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  for (const word of text.split(/(?<= )/)) {
    for (let length = 1; length <= word.length; length += 1) {
      const part = word.slice(0, length).normalize('NFC');
      await session.send('Input.imeSetComposition', {
        text: part,
        selectionStart: part.length,
        selectionEnd: part.length,
      });
    }
    await session.send('Input.insertText', { text: word });
  }
  await session.detach();
}

/** What the state beside the text says. */
export const storageOf = (page: Page): Locator => page.locator('[data-storage]');

/** Waits until the screen says that everything typed is on the server. */
export const untilStored = (page: Page): Promise<void> =>
  page.locator('[data-storage="stored"]').waitFor({ timeout: 45_000 });

/** The text as this person sees it. */
export const seenText = (page: Page): Promise<MinutesText> => page.evaluate(() => window.minutesText());

/** From now on every text that this screen calls stored is kept; see `storedTexts`. */
export async function watchStored(page: Page): Promise<void> {
  await storageOf(page).waitFor();
  await page.evaluate(() => {
    window.storedTexts = [];
    window.minutesText = () =>
      [...document.querySelectorAll<HTMLElement>('.ProseMirror section[data-item]')].map(one => {
        const copy = one.cloneNode(true) as HTMLElement;
        const painted = '.ProseMirror-widget, .assignment-state, .collaboration-carets__caret';
        for (const part of copy.querySelectorAll(painted)) part.remove();
        const lines = [...(copy.querySelector(':scope > div')?.children ?? [])];
        // Typed spaces that would fold away are shown as unbreakable ones; a caret leaves a joiner.
        const plain = (line: Element) =>
          (line.textContent ?? '').replace(/[\u2060\uFEFF]/g, '').replace(/\u00A0/g, ' ');
        return { itemId: one.dataset.item ?? '', lines: lines.map(plain) };
      });
    const line = document.querySelector<HTMLElement>('[data-storage]');
    if (!line) throw new Error('the state beside the text is missing');
    new MutationObserver(() => {
      if (line.dataset.storage === 'stored') window.storedTexts.push(window.minutesText());
    }).observe(line, { attributes: true });
  });
}

/** Every text that this screen has called stored since `watchStored`. */
export const storedTexts = (page: Page): Promise<MinutesText[]> => page.evaluate(() => window.storedTexts);

/** The text as the server gives it to an unmodified y-websocket client that has just come. */
export async function servedText(actor: Actor, origin: string, meetingId: string): Promise<MinutesText> {
  const cookies = await actor.context.cookies(origin);
  const headers = { origin, cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') };
  class WithCookie extends WebSocket {
    constructor(address: string | URL) {
      // Node's own WebSocket takes headers, which the types of browsers do not know.
      super(address, { headers } as never);
    }
  }
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(`${origin.replace(/^http/, 'ws')}/minutes`, meetingId, doc, {
    WebSocketPolyfill: WithCookie,
    disableBc: true,
  });
  await new Promise<void>(resolve => {
    provider.on('sync', isSynced => isSynced && resolve());
  });
  const sections = doc.getXmlFragment(minutesFragment).toArray() as Y.XmlElement[];
  const text = sections.map(one => ({
    itemId: one.getAttribute('itemId') ?? '',
    lines: one.toArray().map(line => plainText(line as Y.XmlElement | Y.XmlText)),
  }));
  provider.destroy();
  doc.destroy();
  return text;
}

function plainText(node: Y.XmlElement | Y.XmlText): string {
  if (node instanceof Y.XmlText)
    return (node.toDelta() as { insert: unknown }[]).map(({ insert }) => insert).join('');
  return node
    .toArray()
    .map(child => plainText(child as Y.XmlElement | Y.XmlText))
    .join('');
}

declare global {
  interface Window {
    minutesText(): MinutesText;
    storedTexts: MinutesText[];
  }
}
