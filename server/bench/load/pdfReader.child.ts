import { getDocument, OPS, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { answer } from '../measure/child.ts';

// A reader with pdf.js, of whom every request and every byte is counted.

let requests = 0;
let bytes = 0;

const plainFetch = globalThis.fetch;
globalThis.fetch = async (...question) => {
  requests += 1;
  const response = await plainFetch(...question);
  const counted = response.body?.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, next) {
        bytes += chunk.length;
        next.enqueue(chunk);
      },
    }),
  );
  const { status, headers } = response;
  return new Response(counted ?? null, { status, headers });
};

type Reading = { milliseconds: number; requests: number; bytes: number };

async function counted(act: () => Promise<void>): Promise<Reading> {
  [requests, bytes] = [0, 0];
  const began = performance.now();
  await act();
  return { milliseconds: performance.now() - began, requests, bytes };
}

/** Opens a paper, waits until its first page could be drawn, and then turns to another one. */
async function read(given: { url: string; cookie: string; whole: boolean; page: number }) {
  let document!: PDFDocumentProxy;
  const draw = async (number: number): Promise<void> => {
    const page = await document.getPage(number);
    const { fnArray, argsArray } = await page.getOperatorList();
    const at = fnArray.indexOf(OPS.paintImageXObject);
    if (at < 0) throw new Error(`page ${number} has no picture`);
    await new Promise(resolve => page.objs.get(argsArray[at][0], resolve));
  };
  const loading = getDocument({
    url: given.url,
    httpHeaders: { cookie: given.cookie },
    // As the product's own reader does, or everything before anything.
    ...(given.whole ? { disableRange: true } : { disableAutoFetch: true, disableStream: true }),
    verbosity: 0,
  });
  const first = await counted(async () => {
    document = await loading.promise;
    await draw(1);
  });
  const jump = await counted(() => draw(given.page));
  await loading.destroy();
  return { first, jump };
}

answer({
  read,
  /** Takes the whole file so many times. */
  download: async (given: { url: string; cookie: string; times: number }) => {
    let total = 0;
    for (let at = 0; at < given.times; at += 1) {
      const response = await plainFetch(given.url, { headers: { cookie: given.cookie } });
      total += (await response.arrayBuffer()).byteLength;
    }
    return total;
  },
});
