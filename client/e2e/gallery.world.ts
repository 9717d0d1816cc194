import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { build, preview } from 'vite';
import { CHROMIUM_ARGS, findChromium } from '../../server/test/programs/programs.ts';

const CLIENT = join(import.meta.dirname, '..');
// As strict as the server's: what needs more than this would not run in the product.
const POLICY =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:";

/** A page of the gallery in real Chromium, with everything that went wrong in it. */
export type GalleryPage = { page: Page; context: BrowserContext; problems: string[] };

/** The gallery, built and served on loopback, and a browser to look at it. */
export type GalleryWorld = {
  open(look: { theme: string; width: number }): Promise<GalleryPage>;
  close(): Promise<void>;
};

/** Builds the gallery into a folder of its own and starts a browser. */
export async function openGallery(): Promise<GalleryWorld> {
  const outDir = mkdtempSync(join(tmpdir(), 'nghisu-gallery-'));
  const configFile = join(CLIENT, 'vite.config.ts');
  const input = join(CLIENT, 'gallery.html');
  await build({
    configFile,
    logLevel: 'error',
    build: { outDir, rolldownOptions: { input } },
  });
  const server = await preview({
    configFile,
    logLevel: 'error',
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0, headers: { 'Content-Security-Policy': POLICY } },
  });
  const address = server.resolvedUrls?.local[0] ?? '';
  const browser = await chromium.launch({ executablePath: await findChromium(), args: [...CHROMIUM_ARGS] });
  return {
    open: look => openPage(browser, `${address}gallery.html?theme=${look.theme}`, look.width),
    async close() {
      await browser.close();
      await server.close();
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}

/** What axe finds, one line for each place. */
export async function violationsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html.slice(0, 120)}`));
}

async function openPage(browser: Browser, address: string, width: number): Promise<GalleryPage> {
  const context = await browser.newContext({
    viewport: { width, height: width < 500 ? 844 : 900 },
    reducedMotion: 'reduce',
    locale: 'vi-VN',
  });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', error => problems.push(error.message));
  page.on('console', message => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
  });
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.evaluate(() => document.fonts.ready);
  return { page, context, problems };
}
