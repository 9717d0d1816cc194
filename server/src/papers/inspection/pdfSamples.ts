import { deflateSync } from 'node:zlib';
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';

/** A sound PDF file with so many A4 pages, its objects in object streams. */
export async function soundPdf(pages: number, padding = 0): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (let number = 1; number <= pages; number += 1) {
    pdf.addPage([595, 842]).drawText(`page ${number} of ${pages}`, { x: 60, y: 760, size: 20, font });
  }
  const bytes = Buffer.from(await pdf.save({ useObjectStreams: true }));
  // A comment before the end makes a file longer and stays within what readers accept.
  return padding === 0 ? bytes : Buffer.concat([bytes, Buffer.from(`\n%${'x'.repeat(padding)}\n%%EOF\n`)]);
}

/** A PDF file that asks for a password before it opens, or only before it is changed. */
export async function protectedPdf(passwords: { toOpen: string; toChange: string }): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  pdf.addPage([595, 842]);
  pdf.encrypt({ userPassword: passwords.toOpen, ownerPassword: passwords.toChange });
  return Buffer.from(await pdf.save({ useObjectStreams: false }));
}

/** A PDF file written by hand from the bodies of its objects 1, 2, 3, ...; object 1 is the catalogue. */
export function handWritten(bodies: readonly (string | Buffer)[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  const offsets: number[] = [];
  let at = parts[0]!.length;
  for (const [index, body] of bodies.entries()) {
    offsets.push(at);
    const object = Buffer.concat([
      Buffer.from(`${index + 1} 0 obj\n`),
      Buffer.from(body as string),
      Buffer.from('\nendobj\n'),
    ]);
    parts.push(object);
    at += object.length;
  }
  const rows = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    Buffer.from(
      `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${rows}trailer\n<</Size ${bodies.length + 1}/Root 1 0 R>>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

const catalogue = '<</Type/Catalog/Pages 2 0 R>>';
const page = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>';

/** A file whose cross-reference is a stream that unpacks to zeros without end in sight. */
function referenceBomb(mebibytes: number): Buffer {
  const packed = deflateSync(Buffer.alloc(mebibytes * 1024 * 1024), { level: 1 });
  const head = Buffer.from('%PDF-1.7\n');
  const dictionary = `<</Type/XRef/Size ${mebibytes * 100_000}/W[1 4 2]/Root 1 0 R/Filter/FlateDecode/Length ${packed.length}>>`;
  return Buffer.concat([
    head,
    Buffer.from(`1 0 obj\n${dictionary}\nstream\n`),
    packed,
    Buffer.from(`\nendstream\nendobj\nstartxref\n${head.length}\n%%EOF\n`),
  ]);
}

/** The catalogue hides in an object stream of zeros. */
function objectBomb(mebibytes: number): Buffer {
  const packed = deflateSync(Buffer.alloc(mebibytes * 1024 * 1024, 0x20), { level: 1 });
  const head = Buffer.from('%PDF-1.7\n');
  const bomb = Buffer.concat([
    Buffer.from(
      `5 0 obj\n<</Type/ObjStm/N 100000/First 8/Filter/FlateDecode/Length ${packed.length}>>\nstream\n`,
    ),
    packed,
    Buffer.from('\nendstream\nendobj\n'),
  ]);
  const table = Buffer.alloc(6 * 5);
  for (let number = 0; number < 6; number += 1) table.set([2, 0, 5, 0, 0], number * 5);
  table.set([1, 0, head.length, 0, 0], 5 * 5);
  const start = head.length + bomb.length;
  return Buffer.concat([
    head,
    bomb,
    Buffer.from(`6 0 obj\n<</Type/XRef/Size 6/W[1 2 2]/Root 1 0 R/Length ${table.length}>>\nstream\n`),
    table,
    Buffer.from(`\nendstream\nendobj\nstartxref\n${start}\n%%EOF\n`),
  ]);
}

const nest = (depth: number, open: string, close: string): string => open.repeat(depth) + close.repeat(depth);

/** A file of one page that claims to have a thousand million. */
export const boastfulPdf = (): Buffer =>
  handWritten([catalogue, '<</Type/Pages/Count 1000000000/Kids[3 0 R]>>', page]);

/** Files that mean harm or make no sense, by what they try. None of them is a paper. */
export const hostilePdfs: Readonly<Record<string, () => Buffer>> = {
  'a hundred thousand pages': () =>
    handWritten([catalogue, `<</Type/Pages/Count 100000/Kids[${'3 0 R '.repeat(100_000)}]>>`, page]),
  'no page': () => handWritten([catalogue, '<</Type/Pages/Count 0/Kids[]>>']),
  'a page tree that contains itself': () =>
    handWritten([catalogue, '<</Type/Pages/Count 3/Kids[2 0 R 2 0 R 2 0 R]>>']),
  'a page tree of ten thousand levels': () =>
    handWritten([
      catalogue,
      ...Array.from({ length: 10_000 }, (_, index) => `<</Type/Pages/Count 1/Kids[${index + 3} 0 R]>>`),
    ]),
  'a catalogue of a million arrays in each other': () =>
    handWritten([`<</Type/Catalog/Pages ${nest(1_000_000, '[', ']')}>>`]),
  'a catalogue of a million dictionaries in each other': () =>
    handWritten([`<</Type/Catalog/Pages ${nest(1_000_000, '<</A', '>>')}>>`]),
  'a cross-reference that unpacks to 400 MB': () => referenceBomb(400),
  'an object stream that unpacks to 400 MB': () => objectBomb(400),
  'nothing but a beginning and an end': () => Buffer.from('%PDF-1.7\n%%EOF\n'),
  'a web page in between': () => Buffer.from('%PDF-1.4\n<html><script>alert(1)</script></html>\n%%EOF\n'),
  'references that lead to themselves': () => handWritten(['1 0 R', '2 0 R', '3 0 R']),
  'a previous table that is itself': () => {
    const file = handWritten([catalogue, '<</Type/Pages/Count 1/Kids[9 0 R]>>']).toString('latin1');
    return Buffer.from(file.replace('/Root 1 0 R', `/Root 1 0 R/Prev ${file.indexOf('xref\n0')}`), 'latin1');
  },
};
