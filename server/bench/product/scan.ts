import { randomBytes } from 'node:crypto';

/** What a page of the scan weighs, about. */
export const pageBytes = 166_000;

const [width, height] = [400, pageBytes / 400];

/**
 * A scan as many machines write it: each page one picture that does not compress and one line of text, the dictionaries of
 * the pages next to their pages, one flat page tree, and the table of all objects at the end.
 */
export function scanOf(pages: number): Buffer {
  const parts: Buffer[] = [];
  const offsets: number[] = [];
  let length = 0;
  const add = (...pieces: (string | Buffer)[]) => {
    for (const piece of pieces) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece;
      parts.push(bytes);
      length += bytes.length;
    }
  };
  const object = (number: number, ...body: (string | Buffer)[]) => {
    offsets[number] = length;
    add(`${number} 0 obj\n`, ...body, '\nendobj\n');
  };
  add('%PDF-1.7\n');
  object(1, '<< /Type /Catalog /Pages 2 0 R >>');
  object(3, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>');
  const first = (page: number) => 4 + page * 3;
  for (let page = 0; page < pages; page += 1) {
    const [dictionary, picture, content] = [first(page), first(page) + 1, first(page) + 2];
    const head = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray`;
    object(
      picture,
      `<< ${head} /BitsPerComponent 8 /Length ${width * height} >>\nstream\n`,
      randomBytes(width * height),
      '\nendstream',
    );
    const drawing = `q 595 0 0 842 0 0 cm /Picture Do Q BT /F 12 Tf 40 20 Td (Page ${page + 1}) Tj ET`;
    object(content, `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`);
    object(
      dictionary,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${content} 0 R`,
      ` /Resources << /Font << /F 3 0 R >> /XObject << /Picture ${picture} 0 R >> >> >>`,
    );
  }
  const kids = Array.from({ length: pages }, (_, page) => `${first(page)} 0 R`).join(' ');
  object(2, `<< /Type /Pages /Count ${pages} /Kids [${kids}] >>`);
  const table = length;
  const rows = offsets.slice(1).map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`);
  add(`xref\n0 ${offsets.length}\n0000000000 65535 f \n${rows.join('')}`);
  add(`trailer\n<< /Size ${offsets.length} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`);
  return Buffer.concat(parts);
}
