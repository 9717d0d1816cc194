// pdf.js itself has to be evaluated before its viewer, which takes it from the global object: keep this order.
import * as pdfjs from 'pdfjs-dist';
import rendererUrl from 'pdfjs-dist/build/pdf.renderer.min.mjs?url';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import * as viewer from 'pdfjs-dist/web/pdf_viewer.mjs';
import { chunkBytes } from './rangeSource.ts';

pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;
// Pages are drawn beside the main thread, so that turning them stays smooth.
pdfjs.GlobalWorkerOptions.rendererSrc = rendererUrl;

/** What every document is opened with; the build puts the files at /pdfjs/. */
export const openingOptions = {
  cMapUrl: '/pdfjs/cmaps/',
  cMapPacked: true,
  standardFontDataUrl: '/pdfjs/standard_fonts/',
  wasmUrl: '/pdfjs/wasm/',
  iccUrl: '/pdfjs/iccs/',
  // Only what is looked at is fetched, never the rest of the file.
  disableAutoFetch: true,
  disableStream: true,
  rangeChunkSize: chunkBytes,
  enableXfa: false,
  // A single image beyond this would take the memory of a tablet; its place stays empty.
  maxImageSize: 120_000_000,
} as const;

/** pdf.js would speak English through marks in its elements; ours are named where they are made. */
export const silentL10n = {
  getLanguage: () => 'vi',
  getDirection: () => 'ltr',
  get: async () => '',
  translate: async () => {},
  translateOnce: async () => {},
  destroy: async () => {},
  pause: () => {},
  resume: () => {},
} as unknown as InstanceType<typeof viewer.GenericL10n>;

export { pdfjs, viewer };
