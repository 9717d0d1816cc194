import type { Flow } from './flow.ts';
import { breakLines, type Look, placeLine } from './lines.ts';

/** Boxes 1 to 5 of Decree 30/2020/NĐ-CP, Annex I. */
export type Letterhead = {
  /** The organisation above the issuing one, or null where there is none. */
  parent: string | null;
  /** One line each; long lines are broken. */
  issuer: string[];
  /** The whole line, 'Số: 15/BC-STC'. */
  number: string;
  /** The whole line, 'Vĩnh Phúc, ngày 05 tháng 02 năm 2022', or null where the kind has none. */
  placeAndDate: string | null;
  /** 'DỰ THẢO', framed under the number. */
  stamp: string | null;
  kindName: string;
  subject: string;
  addressee: string | null;
};

/** Boxes 7 and 9: who signs, and who receives. The place of the signature stays empty. */
export type Closing = { authority: string[]; signer: string; recipients: string[] };

const centred = (style: Look['style'], size: number): Look => ({
  style,
  size,
  align: 'centre',
  firstIndent: 0,
  indent: 0,
  before: 0,
  after: 0,
  leading: 1.2,
});

type Edges = { left: number; right: number };

/** Draws the head of an official document and leaves the pen under the title. */
export function drawLetterhead(flow: Flow, head: Letterhead): void {
  const { left, right } = flow.area;
  const middle = left + flow.measure * 0.41;
  const issuing: Edges = { left: left - 12, right: middle - 6 };
  const national: Edges = { left: middle, right };
  const top = flow.y;
  column(flow, national, [['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', centred('bold', 12)]]);
  const motto = 'Độc lập - Tự do - Hạnh phúc';
  column(flow, national, [[motto, centred('bold', 13)]]);
  underline(flow, national, (flow.typefaces.bold.measure(motto) * 13) / 1000);
  const under = flow.y - 12;

  flow.y = top;
  column(flow, issuing, [
    ...(head.parent === null ? [] : [[head.parent, centred('regular', 12)] as const]),
    ...head.issuer.map(line => [line, centred('bold', 12)] as const),
  ]);
  underline(flow, issuing, 62);
  flow.y = Math.min(flow.y - 12, under);
  const line = flow.y;
  column(flow, issuing, [[head.number, centred('regular', 13)]]);
  if (head.stamp !== null) stamp(flow, issuing, head.stamp);
  const leftEnd = flow.y;
  flow.y = line;
  if (head.placeAndDate !== null) column(flow, national, [[head.placeAndDate, centred('italic', 13)]]);
  flow.y = Math.min(flow.y, leftEnd) - 20;
  drawTitle(flow, head);
}

function drawTitle(flow: Flow, head: Letterhead): void {
  flow.paragraph({ text: head.kindName }, centred('bold', 14));
  flow.paragraph({ text: head.subject }, { ...centred('bold', 14), after: 2 });
  underline(flow, flow.area, 90);
  flow.y -= 16;
  if (head.addressee === null) return;
  flow.paragraph({ text: head.addressee }, { ...centred('regular', 14), after: 8 });
}

/** The height that `drawClosing` takes. */
export function closingHeight(flow: Flow, closing: Closing): number {
  const signing = closing.authority.length * 14 * 1.3 + signatureRoom + 20;
  const listed = closing.recipients.map(
    recipient =>
      breakLines(
        flow.typefaces,
        { text: recipient },
        centred('regular', 11),
        recipientsEdge(flow) - flow.area.left,
      ).length,
  );
  const receiving = 20 + listed.reduce((sum, lines) => sum + lines, 0) * 11 * 1.2;
  return 14 + Math.max(signing, receiving);
}

const signatureRoom = 72;
const recipientsEdge = (flow: Flow): number => flow.area.left + flow.measure * 0.46;

/** Draws recipients on the left and the signing authority on the right, kept together. */
export function drawClosing(flow: Flow, closing: Closing): void {
  flow.keep(closingHeight(flow, closing));
  flow.space(14);
  const top = flow.y;
  const receiving: Edges = { left: flow.area.left, right: recipientsEdge(flow) };
  const plain: Look = { ...centred('regular', 11), align: 'left' };
  column(flow, receiving, [['Nơi nhận:', { ...plain, style: 'boldItalic', size: 12 }]]);
  for (const recipient of closing.recipients) column(flow, receiving, [[recipient, plain]]);
  const end = flow.y;
  flow.y = top;
  const signing: Edges = { left: flow.area.left + flow.measure * 0.5, right: flow.area.right };
  for (const line of closing.authority) column(flow, signing, [[line, centred('bold', 14)]]);
  flow.y -= signatureRoom;
  if (closing.signer !== '') column(flow, signing, [[closing.signer, centred('bold', 14)]]);
  flow.y = Math.min(flow.y, end);
}

function column(flow: Flow, edges: Edges, texts: readonly (readonly [string, Look])[]): void {
  for (const [text, look] of texts) {
    const step = look.size * look.leading;
    for (const line of breakLines(flow.typefaces, { text }, look, edges.right - edges.left)) {
      flow.y -= step;
      flow.mark(...placeLine(flow.typefaces, line, look, edges.left, edges.right, flow.y + step - look.size));
    }
  }
}

function underline(flow: Flow, edges: Edges, width: number): void {
  const middle = (edges.left + edges.right) / 2;
  const y = flow.y - 2;
  flow.mark({ kind: 'rule', x1: middle - width / 2, y1: y, x2: middle + width / 2, y2: y, width: 0.75 });
}

function stamp(flow: Flow, edges: Edges, text: string): void {
  const width = (flow.typefaces.bold.measure(text) * 12) / 1000 + 16;
  const middle = (edges.left + edges.right) / 2;
  const [x1, x2, top, bottom] = [middle - width / 2, middle + width / 2, flow.y - 6, flow.y - 25];
  const sides = [
    [x1, top, x2, top],
    [x1, bottom, x2, bottom],
    [x1, top, x1, bottom],
    [x2, top, x2, bottom],
  ] as const;
  for (const [ax, ay, bx, by] of sides)
    flow.mark({ kind: 'rule', x1: ax, y1: ay, x2: bx, y2: by, width: 0.75 });
  flow.y -= 8;
  column(flow, edges, [[text, centred('bold', 12)]]);
  flow.y -= 6;
}
