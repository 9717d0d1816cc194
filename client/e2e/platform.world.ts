import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { build, type Rollup } from 'vite';
import { CHROMIUM_ARGS, findChromium } from '../../server/test/programs/programs.ts';
import { TestServer } from '../src/platform/connection/testServer.ts';

const PLATFORM = join(import.meta.dirname, '..', 'src', 'platform');
// The ending lets the compiler see its runes.
const ENTRY = 'virtual:platform.svelte.js';

/** What the page of these tests offers them under `window.platform`. */
export type PagePlatform = {
  Connection: typeof import('../src/platform/connection/connection.svelte.ts').Connection;
  Outbox: typeof import('../src/platform/outbox/outbox.svelte.ts').Outbox;
  LocalCopies: typeof import('../src/platform/device/localCopy.ts').LocalCopies;
  StreamFeed: typeof import('../src/platform/feed/streamFeed.svelte.ts').StreamFeed;
  uploadFile: typeof import('../src/platform/api/api.ts').uploadFile;
  ProblemError: typeof import('../src/platform/api/problems.ts').ProblemError;
  /** As `watch`, but through a `$derived`, as most screens read. */
  watchDerived<Value>(read: () => Value): { values: Value[]; stop(): void };
  /** Reads like a template does; answers what it read each time, and again whenever that changed. */
  watch<Value>(read: () => Value): { values: Value[]; stop(): void };
};

declare global {
  interface Window {
    platform: PagePlatform;
  }
}

/** The client's platform in real Chromium, against a server that follows the protocol. */
export type PlatformWorld = {
  readonly server: TestServer;
  /** Answers what is neither page nor socket; to be set by a test. */
  respond: (request: IncomingMessage, response: ServerResponse) => void;
  open(context?: BrowserContext): Promise<Page>;
  close(): Promise<void>;
};

export async function openPlatform(): Promise<PlatformWorld> {
  const code = await bundle();
  const browser: Browser = await chromium.launch({
    executablePath: await findChromium(),
    args: [...CHROMIUM_ARGS],
  });
  const server = new TestServer((request, response) => {
    if (request.url === '/')
      response.setHeader('content-type', 'text/html').end('<script type="module" src="/page.js"></script>');
    else if (request.url === '/page.js') response.setHeader('content-type', 'text/javascript').end(code);
    else world.respond(request, response);
  });
  await server.start();
  const world: PlatformWorld = {
    server,
    respond: (_request, response) => response.writeHead(404).end(),
    async open(context) {
      const page = await (context ?? (await browser.newContext())).newPage();
      await page.goto(server.url);
      await page.waitForFunction(() => window.platform !== undefined);
      return page;
    },
    async close() {
      await browser.close();
      await server.stop();
    },
  };
  return world;
}

async function bundle(): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [svelte({ configFile: false }), virtualEntry()],
    build: { write: false, minify: false, rolldownOptions: { input: ENTRY } },
  });
  const { output: chunks } = output as Rollup.RollupOutput;
  const [entry] = chunks;
  return entry.code;
}

/** The page's script: the platform's own modules, and a watcher made of a store, which may be used outside of Svelte. */
function virtualEntry() {
  const from = (file: string) => JSON.stringify(join(PLATFORM, file));
  return {
    name: 'platform-page',
    resolveId: (id: string) => (id === ENTRY ? `\0${ENTRY}` : undefined),
    load: (id: string) =>
      id === `\0${ENTRY}`
        ? `import { Connection } from ${from('connection/connection.svelte.ts')};
           import { Outbox } from ${from('outbox/outbox.svelte.ts')};
           import { LocalCopies } from ${from('device/localCopy.ts')};
           import { StreamFeed } from ${from('feed/streamFeed.svelte.ts')};
           import { uploadFile } from ${from('api/api.ts')};
           import { ProblemError } from ${from('api/problems.ts')};
           import { toStore } from 'svelte/store';
           function watch(read) {
             const values = [];
             return { values, stop: toStore(read).subscribe(value => values.push(value)) };
           }
           function watchDerived(read) {
             const worth = $derived(read());
             return watch(() => worth);
           }
           window.platform = { Connection, Outbox, LocalCopies, StreamFeed, uploadFile, ProblemError, watch, watchDerived };`
        : undefined,
  };
}
