import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '@nghisu/shared/platform/ids.ts';
import { Child } from '../measure/child.ts';
import { contest, cpuOf } from '../measure/contest.ts';
import { compared, errors, median, type Row } from '../measure/report.ts';
import { command, type Meeting, openMeeting } from '../product/meeting.ts';
import { RunningProduct } from '../product/product.ts';
import { pageBytes, scanOf } from '../product/scan.ts';
import type { Options } from './options.ts';

/** Pages for each event asked for; 60 make the 300 pages and 50 MB of a real scan. */
const pagesPerEvent = 5;
const mostRequests = 6;

type Reading = { milliseconds: number; requests: number; bytes: number };
type Result = { first: Reading; jump: Reading; cpu: number };

/** Opens a long scan and turns to a page far behind, through the product's ranges and as a whole. */
export async function pdf(options: Options): Promise<Row[]> {
  const product = await RunningProduct.start();
  const [own, other, plain] = [
    reader(),
    reader(),
    new Child(new URL('../anchors/static.child.ts', import.meta.url)),
  ];
  try {
    const meeting = await openMeeting(product, 2);
    const pages = Math.min(300, options.events * pagesPerEvent);
    const scan = scanOf(pages);
    const path = join(product.database.folder, 'scan.pdf');
    await writeFile(path, scan);
    const url = `${product.origin}/api/papers/${await attach(product, meeting, scan)}/file`;
    const plainUrl = await plain.ask<string>('start', { path });
    const cookie = meeting.cookies[1]!;
    const page = Math.max(1, Math.floor((pages * 2) / 3));
    const play =
      (child: Child, from: string, whole: boolean, pids: number[]) => async (): Promise<Result> => {
        const readings = await child.ask<Omit<Result, 'cpu'>>('read', { url, cookie, whole, page });
        const times = 3;
        const cpu = await cpuOf(pids, () => child.ask('download', { url: from, cookie, times }));
        return { ...readings, cpu: cpu / times / (scan.length / 1e6) };
      };
    const results = await contest(options.repetitions, {
      product: play(own, url, false, [product.pid, product.database.pid]),
      anchor: play(other, plainUrl, true, [plain.pid]),
    });
    return rowsOf(pages, results);
  } finally {
    for (const child of [own, other, plain]) await child.stop();
    await product.stop();
  }
}

const reader = () => new Child(new URL('../load/pdfReader.child.ts', import.meta.url));

/** Uploads the scan and attaches it to the first item; answers its id. */
async function attach(product: RunningProduct, { id, stream, cookies, itemIds }: Meeting, scan: Buffer) {
  const cookie = cookies[0]!;
  const fileName = 'scan.pdf';
  const uploaded = await fetch(`${product.origin}/api/uploads?meetingId=${id}&fileName=${fileName}`, {
    method: 'POST',
    headers: { 'content-type': 'application/pdf', cookie },
    body: new Uint8Array(scan),
  });
  if (!uploaded.ok) throw new Error(await uploaded.text());
  const { sha256 } = (await uploaded.json()) as { sha256: string };
  const paperId = newId();
  const paper = { paperId, agendaItemId: itemIds[0]!, sha256, title: 'Hồ sơ quét', fileName };
  await command(product, cookie, stream, 'papers.attach', paper);
  return paperId;
}

function rowsOf(pages: number, results: Record<'product' | 'anchor', Result[]>): Row[] {
  const row = (metric: string, figure: (all: Result[]) => number) => ({
    scenario: 'pdf',
    participants: 1,
    metric,
    product: figure(results.product),
    anchor: figure(results.anchor),
  });
  const middle = (of: 'first' | 'jump', field: keyof Reading) => (all: Result[]) =>
    median(all.map(result => result[of][field]));
  const empty = (all: Result[]) => all.filter(({ first }) => first.bytes === 0).length;
  return [
    compared(row(`bytes to page 1 of ${pages}, beside the whole file`, middle('first', 'bytes')), 0.03),
    compared({ ...row('requests to page 1', middle('first', 'requests')), anchor: mostRequests }, 1),
    compared(row('page 1 on loopback, ms', middle('first', 'milliseconds')), null),
    compared(
      { ...row('bytes of a jump far ahead, beside one page', middle('jump', 'bytes')), anchor: pageBytes },
      1.5,
    ),
    compared(
      row('server CPU a megabyte, us, beside a bare file stream', all => median(all.map(({ cpu }) => cpu))),
      1.2,
    ),
    errors(row('readings that brought nothing', empty)),
  ];
}
