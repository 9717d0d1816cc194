// Cuts a TrueType font down to some glyphs. fontkit's own subset is not used: it writes a short 'loca' table without
// padding glyphs of odd length, which shifts every glyph after the first of them.

type Table = { tag: string; data: Buffer };

/** A font program with only the glyphs asked for, renumbered in their order; their parts follow behind them. */
export function subsetTrueType(font: Buffer, glyphIds: readonly number[]): Buffer {
  const tables = readTables(font);
  const table = (tag: string): Buffer => {
    const data = tables.get(tag);
    if (!data) throw new RangeError(`the font has no table '${tag}'`);
    return data;
  };
  const { glyphs, ids } = copyGlyphs(table('glyf'), glyphRanges(table('head'), table('loca')), glyphIds);
  const head = Buffer.from(table('head'));
  head.writeInt16BE(1, 50); // indexToLocFormat: offsets of 32 bits
  const hhea = Buffer.from(table('hhea'));
  const metrics = copyMetrics(table('hmtx'), hhea.readUInt16BE(34), ids);
  hhea.writeUInt16BE(ids.length, 34);
  const maxp = Buffer.from(table('maxp'));
  maxp.writeUInt16BE(ids.length, 4);
  return writeTables([
    { tag: 'cvt ', data: table('cvt ') },
    { tag: 'fpgm', data: table('fpgm') },
    { tag: 'glyf', data: Buffer.concat(glyphs) },
    { tag: 'head', data: head },
    { tag: 'hhea', data: hhea },
    { tag: 'hmtx', data: metrics },
    { tag: 'loca', data: offsetsOf(glyphs) },
    { tag: 'maxp', data: maxp },
    { tag: 'prep', data: table('prep') },
  ]);
}

function readTables(font: Buffer): Map<string, Buffer> {
  const tables = new Map<string, Buffer>();
  for (let index = 0; index < font.readUInt16BE(4); index++) {
    const entry = 12 + index * 16;
    const start = font.readUInt32BE(entry + 8);
    tables.set(
      font.toString('latin1', entry, entry + 4),
      font.subarray(start, start + font.readUInt32BE(entry + 12)),
    );
  }
  return tables;
}

function glyphRanges(head: Buffer, loca: Buffer): (glyphId: number) => [number, number] {
  const long = head.readInt16BE(50) === 1;
  const offset = (index: number) => (long ? loca.readUInt32BE(index * 4) : loca.readUInt16BE(index * 2) * 2);
  return glyphId => [offset(glyphId), offset(glyphId + 1)];
}

function copyGlyphs(glyf: Buffer, rangeOf: (glyphId: number) => [number, number], wanted: readonly number[]) {
  const ids = [...wanted];
  const numberOf = new Map(ids.map((id, index) => [id, index]));
  const glyphs: Buffer[] = [];
  for (const id of ids) {
    const [start, end] = rangeOf(id);
    const glyph = Buffer.alloc(Math.ceil((end - start) / 4) * 4);
    glyf.copy(glyph, 0, start, end);
    for (const place of partPlaces(glyph, end - start)) {
      const part = glyph.readUInt16BE(place);
      const number = numberOf.get(part) ?? ids.push(part) - 1;
      numberOf.set(part, number);
      glyph.writeUInt16BE(number, place);
    }
    glyphs.push(glyph);
  }
  return { glyphs, ids };
}

// Where a composed glyph (a letter with its marks) names its parts; OpenType 'glyf', composite glyph description.
function partPlaces(glyph: Buffer, length: number): number[] {
  if (length === 0 || glyph.readInt16BE(0) >= 0) return [];
  const places: number[] = [];
  let at = 10;
  for (let more = true; more; ) {
    const flags = glyph.readUInt16BE(at);
    places.push(at + 2);
    const scale = flags & 0x80 ? 8 : flags & 0x40 ? 4 : flags & 0x08 ? 2 : 0;
    at += 4 + (flags & 0x01 ? 4 : 2) + scale;
    more = (flags & 0x20) !== 0;
  }
  return places;
}

function copyMetrics(hmtx: Buffer, count: number, ids: readonly number[]): Buffer {
  const metrics = Buffer.alloc(ids.length * 4);
  for (const [index, id] of ids.entries()) {
    // Glyphs behind the last full entry share its width.
    const width = hmtx.readUInt16BE(Math.min(id, count - 1) * 4);
    const bearing = hmtx.readInt16BE(id < count ? id * 4 + 2 : count * 4 + (id - count) * 2);
    metrics.writeUInt16BE(width, index * 4);
    metrics.writeInt16BE(bearing, index * 4 + 2);
  }
  return metrics;
}

function offsetsOf(glyphs: readonly Buffer[]): Buffer {
  const offsets = Buffer.alloc((glyphs.length + 1) * 4);
  let offset = 0;
  for (const [index, glyph] of glyphs.entries()) {
    offset += glyph.length;
    offsets.writeUInt32BE(offset, (index + 1) * 4);
  }
  return offsets;
}

function writeTables(tables: readonly Table[]): Buffer {
  const power = 2 ** Math.floor(Math.log2(tables.length));
  const header = Buffer.alloc(12 + tables.length * 16);
  header.writeUInt32BE(0x00010000, 0);
  header.writeUInt16BE(tables.length, 4);
  header.writeUInt16BE(power * 16, 6);
  header.writeUInt16BE(Math.log2(power), 8);
  header.writeUInt16BE((tables.length - power) * 16, 10);
  const parts: Buffer[] = [header];
  let offset = header.length;
  for (const [index, { tag, data }] of tables.entries()) {
    const padded = Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]);
    const entry = 12 + index * 16;
    header.write(tag, entry, 'latin1');
    header.writeUInt32BE(checksum(padded), entry + 4);
    header.writeUInt32BE(offset, entry + 8);
    header.writeUInt32BE(data.length, entry + 12);
    parts.push(padded);
    offset += padded.length;
  }
  return Buffer.concat(parts);
}

function checksum(padded: Buffer): number {
  let sum = 0;
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0;
  return sum;
}
