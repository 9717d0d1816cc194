import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPdfInspector, pdfInspectionLimits } from './pdfInspection.ts';
import { boastfulPdf, hostilePdfs, protectedPdf, soundPdf } from './pdfSamples.ts';

describe('looking into PDF files', () => {
  const inspect = createPdfInspector();
  let folder = '';
  let count = 0;

  async function verdictOf(bytes: Uint8Array, inspector = inspect) {
    count += 1;
    const path = join(folder, `${count}.pdf`);
    await writeFile(path, bytes);
    return inspector(path);
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nghisu-inspection-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each([1, 137])('counts the %i pages of a sound file', async pages => {
    expect(await verdictOf(await soundPdf(pages))).toEqual({ pages });
  });

  it('accepts a file with zeros behind its end, as some scanners write them', async () => {
    expect(await verdictOf(Buffer.concat([await soundPdf(2), Buffer.alloc(1500)]))).toEqual({ pages: 2 });
  });

  it('refuses a file that broke off on its way, wherever it broke', async () => {
    const whole = await soundPdf(40);
    for (const share of [0.3, 0.6, 0.9, 0.99]) {
      expect(await verdictOf(whole.subarray(0, whole.length * share))).toEqual({ refused: 'cutOff' });
    }
  });

  it('refuses a file that opens with a password only, and takes one that is merely protected from changes', async () => {
    expect(await verdictOf(await protectedPdf({ toOpen: 'kín', toChange: 'x' }))).toEqual({
      refused: 'locked',
    });
    expect(await verdictOf(await protectedPdf({ toOpen: '', toChange: 'x' }))).toEqual({ pages: 1 });
  });

  it('refuses more pages than the limit', async () => {
    const strict = createPdfInspector({ ...pdfInspectionLimits, mostPages: 10 });
    expect(await verdictOf(await soundPdf(10), strict)).toEqual({ pages: 10 });
    expect(await verdictOf(await soundPdf(11), strict)).toEqual({ refused: 'tooManyPages' });
  });

  it('believes no page count that the file does not hold', async () => {
    expect(await verdictOf(boastfulPdf())).toEqual({ pages: 1 });
  });

  it.each(Object.keys(hostilePdfs))('A19: refuses %s, and this process stays as it was', async name => {
    const bytes = hostilePdfs[name]!();
    const memoryBefore = process.memoryUsage().rss;
    expect(await verdictOf(bytes)).toMatchObject({ refused: expect.any(String) });
    expect(process.memoryUsage().rss - memoryBefore).toBeLessThan(64 * 1024 * 1024);
  });

  it('ends a process that takes longer than its time', async () => {
    const hasty = createPdfInspector({ ...pdfInspectionLimits, timeMs: 0 });
    expect(await verdictOf(hostilePdfs['an object stream that unpacks to 400 MB']!(), hasty)).toEqual({
      refused: 'tooHeavy',
    });
  });

  it('looks into twelve files at once, two by two, and answers each', async () => {
    const files = await Promise.all(Array.from({ length: 12 }, (_, index) => soundPdf(index + 1)));
    const verdicts = await Promise.all(files.map(file => verdictOf(file)));
    expect(verdicts).toEqual(files.map((_, index) => ({ pages: index + 1 })));
  });
});
