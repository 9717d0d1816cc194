import { createHash } from 'node:crypto';
import { getDocument, PDFDataRangeTransport, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildOrganisation } from '../province/organisation.ts';
import { type PaperSpec, writePaper } from './paper.ts';
import { repertoire, typeface } from './typeface.ts';

const today = '2026-11-24';
const province = buildOrganisation('vinh-phuc', today);
const unitNames = new Map(province.units.map(unit => [unit.id, unit.name]));
const unitId = (name: string) => province.units.find(unit => unit.name === name)?.id ?? '';

const paper = (
  title: string,
  kind: PaperSpec['kind'],
  pages: number,
  unit: string,
  style: PaperSpec['style'] = 'text',
): PaperSpec => ({
  id: title,
  title,
  kind,
  pages,
  style,
  unitId: unitId(unit),
  issuedOn: '2026-11-18',
  signerName: kind === 'draft' ? null : 'Nguyễn Thị Ngọc Ánh',
});

const submission = paper(
  'Tờ trình về phương án phân bổ dự toán ngân sách năm 2027',
  'submission',
  6,
  'Sở Tài chính',
);
const long = paper(
  'Báo cáo tổng hợp Quy hoạch tỉnh Vĩnh Phúc thời kỳ 2021 - 2030',
  'report',
  112,
  'Sở Xây dựng',
  'long',
);
const scan = paper('Báo cáo kết quả kiểm tra phòng cháy, chữa cháy', 'report', 10, 'Công an tỉnh', 'scan');
const specs = [
  submission,
  paper(
    'Tờ trình về việc ban hành quy định hỗ trợ liên kết sản xuất',
    'submission',
    3,
    'Sở Nông nghiệp và Phát triển nông thôn',
  ),
  paper('Báo cáo tình hình kinh tế - xã hội 11 tháng năm 2026', 'report', 13, 'Sở Kế hoạch và Đầu tư'),
  paper(
    'Dự thảo Quyết định quy định mức hỗ trợ đào tạo nghề',
    'draft',
    8,
    'Sở Lao động - Thương binh và Xã hội',
  ),
  paper('Dự thảo Nghị quyết về kế hoạch đầu tư công năm 2027', 'draft', 2, 'Sở Kế hoạch và Đầu tư'),
  paper('Phụ lục danh mục dự án đầu tư công năm 2027', 'annex', 9, 'Sở Kế hoạch và Đầu tư', 'tables'),
  paper('Phụ lục số liệu thu, chi ngân sách', 'annex', 3, 'Sở Tài chính', 'tables'),
  long,
  scan,
];

const files = new Map<PaperSpec, Uint8Array>();
beforeAll(async () => {
  for (const spec of specs) files.set(spec, await writePaper(spec, { today, unitNames }));
}, 60_000);
const fileOf = (spec: PaperSpec): Uint8Array => files.get(spec) ?? new Uint8Array();
const digest = (file: Uint8Array) => createHash('sha256').update(file).digest('hex');

// pdf.js takes the bytes over, hence the copy.
const open = (spec: PaperSpec): Promise<PDFDocumentProxy> =>
  getDocument({ data: fileOf(spec).slice(), verbosity: 0 }).promise;

async function textOf(document: PDFDocumentProxy, page: number): Promise<string> {
  const { items } = await (await document.getPage(page)).getTextContent();
  const parts = items.map(item => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : ''));
  return parts.join('').replace(/\s+/g, ' ').trim();
}

// pdf.js has much to read here, and the machine may be busy.
describe('a demo paper', { timeout: 60_000 }, () => {
  test('has as many pages as asked for, whatever its kind', async () => {
    for (const spec of specs) {
      const document = await open(spec);
      expect(document.numPages, spec.title).toBe(spec.pages);
      await document.loadingTask.destroy();
    }
  });

  test('gives back its Vietnamese text in composed Unicode', async () => {
    const document = await open(submission);
    const first = await textOf(document, 1);
    expect(first).toBe(first.normalize('NFC'));
    for (const phrase of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'SỞ TÀI CHÍNH',
      'Vĩnh Phúc, ngày 18 tháng 11 năm 2026',
      'Kính gửi: Ủy ban nhân dân tỉnh Vĩnh Phúc',
      'Căn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015;',
      'Thực hiện chương trình công tác của UBND tỉnh, Sở Tài chính kính trình UBND tỉnh xem xét phương án phân bổ dự toán ngân sách năm 2027 với những nội dung chính như sau:',
    ]) {
      expect(first).toContain(phrase);
    }
    expect(await textOf(document, submission.pages)).toContain('GIÁM ĐỐC');
    expect(await textOf(document, submission.pages)).toContain('Nguyễn Thị Ngọc Ánh');
    await document.loadingTask.destroy();
  });

  test('leaves no slot of its sentences unfilled', async () => {
    for (const spec of specs) {
      const document = await open(spec);
      for (let page = 1; page <= document.numPages; page++) {
        expect(await textOf(document, page), `${spec.title}, page ${page}`).not.toMatch(/[{}]|undefined|NaN/);
      }
      await document.loadingTask.destroy();
    }
  });

  test('is the same to the byte for the same arguments, and another for another id', async () => {
    expect(digest(await writePaper(submission, { today, unitNames }))).toBe(digest(fileOf(submission)));
    expect(digest(await writePaper(scan, { today, unitNames }))).toBe(digest(fileOf(scan)));
    const other = await writePaper({ ...submission, id: 'other' }, { today, unitNames });
    expect(digest(other)).not.toBe(digest(fileOf(submission)));
  });

  test('that looks scanned weighs 20 MB or more and can be searched all the same', async () => {
    expect(fileOf(scan).length).toBeGreaterThanOrEqual(20 * 1024 * 1024);
    const document = await open(scan);
    expect(await textOf(document, 1)).toContain('CÔNG AN TỈNH VĨNH PHÚC');
    await document.loadingTask.destroy();
  });

  test('of 100 pages or more shows page 1 after less than a tenth of it was fetched', async () => {
    expect(long.pages).toBeGreaterThanOrEqual(100);
    const file = fileOf(long);
    let fetched = 0;
    const transport = new PDFDataRangeTransport(file.length, null);
    transport.requestDataRange = (begin: number, end: number) => {
      fetched += end - begin;
      transport.onDataRange(begin, file.slice(begin, end));
    };
    const document = await getDocument({
      range: transport,
      disableAutoFetch: true,
      disableStream: true,
      rangeChunkSize: 65536,
      verbosity: 0,
    }).promise;
    const page = await document.getPage(1);
    await page.getOperatorList();
    expect(await textOf(document, 1)).toContain('Quy hoạch tỉnh Vĩnh Phúc');
    expect(fetched).toBeGreaterThan(0);
    expect(fetched / file.length).toBeLessThan(0.1);
    await document.loadingTask.destroy();
  });
});

describe('the typeface', () => {
  test('holds every Vietnamese letter in all four styles', async () => {
    const marks = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
    const letters = [...'aăâeêioôơuưy'].flatMap(vowel => marks.map(mark => (vowel + mark).normalize('NFC')));
    const all = [...letters, 'đ'].flatMap(letter => [letter, letter.toUpperCase()]);
    expect(new Set(all).size).toBe(146);
    for (const style of ['regular', 'bold', 'italic', 'boldItalic'] as const) {
      const face = await typeface(style);
      for (const letter of all) {
        expect(repertoire).toContain(letter);
        expect(face.measure(letter)).toBeGreaterThan(0);
        expect(face.outline(letter).length).toBeGreaterThan(0);
      }
    }
  });

  test('refuses a character that it cannot show', async () => {
    const face = await typeface('regular');
    expect(() => face.measure('e\u0301')).toThrow(RangeError);
    expect(() => face.measure('漢')).toThrow(RangeError);
  });
});
