import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import {
  PDFArray,
  PDFContext,
  type PDFDict,
  PDFHexString,
  PDFName,
  PDFRawStream,
  type PDFRef,
  PDFStreamWriter,
  PDFString,
} from '@cantoo/pdf-lib';
import type { Typefaces } from './layout/lines.ts';
import type { Mark, Page, Picture } from './layout/page.ts';
import type { Style, Typeface } from './typeface.ts';

/** What a reader shows about a file; the date is the only one that the file holds, so that it repeats itself. */
type FileInfo = { title: string; author: string; createdAt: Date };

const pagesPerNode = 16;

/**
 * Writes pages as a PDF 1.7 file. Page dictionaries and the page tree go into object streams beside the
 * cross-reference stream, so that a viewer with range requests reaches page 1 without reading the rest.
 */
export async function writeFile(
  pages: readonly Page[],
  typefaces: Typefaces,
  info: FileInfo,
): Promise<Uint8Array> {
  const context = PDFContext.create();
  const pageRefs = pages.map(() => context.nextRef());
  const nodes = Array.from({ length: Math.ceil(pages.length / pagesPerNode) }, () => context.nextRef());
  const root = context.nextRef();
  const fonts = new Map<Style, PDFRef>();
  for (const [index, page] of pages.entries()) {
    const parent = nodes[Math.floor(index / pagesPerNode)];
    const ref = pageRefs[index];
    // Plain dictionaries: the library keeps its own page classes out of object streams.
    if (ref && parent) context.assign(ref, pageDictionary(context, page, parent, typefaces, fonts));
  }
  for (const [index, node] of nodes.entries()) {
    const kids = pageRefs.slice(index * pagesPerNode, (index + 1) * pagesPerNode);
    context.assign(node, context.obj({ Type: 'Pages', Parent: root, Kids: kids, Count: kids.length }));
  }
  context.assign(root, context.obj({ Type: 'Pages', Kids: nodes, Count: pages.length }));
  describe(context, root, info);
  const writer = PDFStreamWriter.forContext(context, Number.POSITIVE_INFINITY);
  return writer.serializeToBuffer();
}

function describe(context: PDFContext, pages: PDFRef, info: FileInfo): void {
  const text = (value: string) => PDFHexString.fromText(value);
  const date = PDFString.fromDate(info.createdAt);
  const catalogue = context.obj({
    Type: 'Catalog',
    Pages: pages,
    ViewerPreferences: { DisplayDocTitle: true },
  });
  catalogue.set(PDFName.of('Lang'), PDFString.of('vi-VN'));
  context.trailerInfo.Root = context.register(catalogue);
  const entries = context.obj({});
  entries.set(PDFName.of('Title'), text(info.title));
  entries.set(PDFName.of('Author'), text(info.author));
  entries.set(PDFName.of('CreationDate'), date);
  entries.set(PDFName.of('ModDate'), date);
  context.trailerInfo.Info = context.register(entries);
  const digest = createHash('md5').update(JSON.stringify(info)).digest('hex');
  const id = PDFArray.withContext(context);
  id.push(PDFHexString.of(digest));
  id.push(PDFHexString.of(digest));
  context.trailerInfo.ID = id;
}

function pageDictionary(
  context: PDFContext,
  page: Page,
  parent: PDFRef,
  typefaces: Typefaces,
  fonts: Map<Style, PDFRef>,
): PDFDict {
  // The content of a page comes before fonts that it is the first to use: what page 1 needs stands together.
  const pictures = new Map<string, Picture>();
  const contents = packed(context, {}, Buffer.from(paint(page, typefaces, pictures), 'latin1'));
  const styles = new Set(page.marks.flatMap(mark => (mark.kind === 'text' ? [mark.style] : [])));
  const fontEntries: Record<string, PDFRef> = {};
  for (const style of styles) {
    const ref = fonts.get(style) ?? embedFont(context, typefaces[style]);
    fonts.set(style, ref);
    fontEntries[style] = ref;
  }
  const images: Record<string, PDFRef> = {};
  for (const [name, picture] of pictures) images[name] = embedPicture(context, picture);
  return context.obj({
    Type: 'Page',
    Parent: parent,
    MediaBox: [0, 0, Number(page.width.toFixed(2)), Number(page.height.toFixed(2))],
    Resources: { Font: fontEntries, ...(pictures.size > 0 ? { XObject: images } : {}) },
    Contents: contents,
  });
}

function paint(page: Page, typefaces: Typefaces, pictures: Map<string, Picture>): string {
  const lines = page.marks.map(mark => {
    if (mark.kind === 'rule') {
      return `${fixed(mark.width)} w ${fixed(mark.x1)} ${fixed(mark.y1)} m ${fixed(mark.x2)} ${fixed(mark.y2)} l S`;
    }
    if (mark.kind === 'picture') {
      const name = `image${pictures.size + 1}`;
      pictures.set(name, mark.picture);
      return `q ${fixed(mark.width)} 0 0 ${fixed(mark.height)} ${fixed(mark.x)} ${fixed(mark.y)} cm /${name} Do Q`;
    }
    return paintText(mark, typefaces[mark.style], page.hidden);
  });
  return lines.join('\n');
}

function paintText(mark: Extract<Mark, { kind: 'text' }>, face: Typeface, hidden: boolean): string {
  const grey = mark.grey > 0 ? `${fixed(mark.grey)} g ` : '';
  const start = `BT ${hidden ? '3 Tr ' : ''}${grey}/${mark.style} ${fixed(mark.size)} Tf ${fixed(mark.x)} ${fixed(mark.y)} Td`;
  const end = grey === '' ? 'ET' : '0 g ET';
  if (mark.gap === 0) return `${start} <${face.encode(mark.text)}> Tj ${end}`;
  // Negative numbers in a TJ array move the pen on, in 1/1000 of the size.
  const move = fixed((-mark.gap * 1000) / mark.size);
  const words = mark.text.split(/(?<= )/).map(word => `<${face.encode(word)}>`);
  const trailing = mark.text.endsWith(' ') ? ` ${move}` : '';
  return `${start} [${words.join(` ${move} `)}${trailing}] TJ ${end}`;
}

function embedFont(context: PDFContext, face: Typeface): PDFRef {
  const toUnicode = context.register(PDFRawStream.of(context.obj({ Filter: 'FlateDecode' }), face.toUnicode));
  const systemInfo = context.obj({ Supplement: 0 });
  systemInfo.set(PDFName.of('Registry'), PDFString.of('Adobe'));
  systemInfo.set(PDFName.of('Ordering'), PDFString.of('Identity'));
  const descendant = context.obj({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: subsetName(face),
    FontDescriptor: describeFont(context, face),
    CIDToGIDMap: 'Identity',
    DW: 1000,
    W: [0, face.glyphWidths.map(width => Math.round(width * 10) / 10)],
  });
  descendant.set(PDFName.of('CIDSystemInfo'), systemInfo);
  return context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: subsetName(face),
      Encoding: 'Identity-H',
      DescendantFonts: [context.register(descendant)],
      ToUnicode: toUnicode,
    }),
  );
}

// Six capitals and a plus mark a subset.
const subsetName = (face: Typeface): string => `NGHISU+${face.postscriptName}`;

function describeFont(context: PDFContext, face: Typeface): PDFRef {
  const program = context.register(
    PDFRawStream.of(context.obj({ Filter: 'FlateDecode', Length1: face.programLength }), face.program),
  );
  return context.register(
    context.obj({
      Type: 'FontDescriptor',
      FontName: subsetName(face),
      // 4 is "symbolic", as befits glyph numbers; 2 is "serif", 64 is "italic".
      Flags: 4 + 2 + (face.italicAngle === 0 ? 0 : 64),
      FontBBox: [-544, -389, 2797, 1010],
      ItalicAngle: face.italicAngle,
      Ascent: 891,
      Descent: -216,
      CapHeight: 655,
      StemV: face.style.startsWith('bold') ? 136 : 84,
      FontFile2: program,
    }),
  );
}

function embedPicture(context: PDFContext, picture: Picture): PDFRef {
  const entries = context.obj({
    Type: 'XObject',
    Subtype: 'Image',
    Width: picture.width,
    Height: picture.height,
    BitsPerComponent: 8,
  });
  const grey = PDFName.of('DeviceGray');
  const colours = picture.palette;
  entries.set(
    PDFName.of('ColorSpace'),
    colours
      ? context.obj([
          PDFName.of('Indexed'),
          PDFName.of('DeviceRGB'),
          colours.length / 3 - 1,
          PDFHexString.of(Buffer.from(colours).toString('hex')),
        ])
      : grey,
  );
  if (picture.stored) return context.register(PDFRawStream.of(entries, picture.pixels));
  entries.set(PDFName.of('Filter'), PDFName.of('FlateDecode'));
  return context.register(PDFRawStream.of(entries, deflateSync(picture.pixels, { level: 1 })));
}

function packed(context: PDFContext, entries: Record<string, number>, content: Uint8Array): PDFRef {
  const dictionary = context.obj({ ...entries, Filter: 'FlateDecode' });
  return context.register(PDFRawStream.of(dictionary, deflateSync(content)));
}

// Two decimals are a third of a pixel on the sharpest screen; no exponent, no trailing zeros.
function fixed(value: number): string {
  return String(Math.round(value * 100) / 100);
}
