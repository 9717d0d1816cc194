import type { LocalDate } from '@nghisu/shared/platform/dates.ts';
import { fieldOf, fields } from '../province/facts/fields.ts';
import { longDate } from '../province/setting/moments.ts';
import { type Random, seededRandom } from '../province/setting/random.ts';
import { capitalise, createWording } from '../province/setting/wording.ts';
import { drawBlock, drawEnd, drawSections, endOf, type Topic } from './compose.ts';
import { writeFile } from './file.ts';
import { closingOf, issuerOf, notationOf } from './issuer.ts';
import { Flow } from './layout/flow.ts';
import { drawLetterhead } from './layout/letterhead.ts';
import type { Typefaces } from './layout/lines.ts';
import type { Page } from './layout/page.ts';
import { drawAnnex, drawList } from './prose/annex.ts';
import { actBlocks, regulates, regulationBlocks, withoutVerb } from './prose/draft.ts';
import { projectList } from './prose/lists.ts';
import { drawPlan } from './prose/plan.ts';
import { reportSections } from './prose/report.ts';
import { submissionSections } from './prose/submission.ts';
import { Scanner } from './raster/scan.ts';
import { typeface } from './typeface.ts';

/** A paper to be written. Everything in it follows from `id`, the title and the unit. */
export type PaperSpec = {
  id: string;
  /** Begins with the kind of document: 'Tờ trình về việc …', 'Dự thảo Quyết định …', 'Phụ lục …'. */
  title: string;
  kind: 'submission' | 'draft' | 'report' | 'annex';
  /** So many pages are written: three or more for a submission, six for a draft with a regulation, else two. */
  pages: number;
  style: 'text' | 'tables' | 'long' | 'scan';
  /** The unit that drew the paper up. */
  unitId: string;
  issuedOn: LocalDate;
  /** The name under the empty place of the signature, or null for a draft. */
  signerName: string | null;
};

type PaperSetting = { today: LocalDate; unitNames: ReadonlyMap<string, string> };

/** Writes the paper as a PDF file in the form of Decree 30/2020/NĐ-CP; the same arguments give the same bytes. */
export async function writePaper(spec: PaperSpec, setting: PaperSetting): Promise<Uint8Array> {
  const typefaces = await loadTypefaces();
  const unit = setting.unitNames.get(spec.unitId) ?? 'Văn phòng UBND tỉnh';
  const pages = layOut(spec, unit, setting.today, typefaces);
  return writeFile(
    spec.style === 'scan' ? scanned(pages, typefaces, seededRandom(spec.id)) : pages,
    typefaces,
    {
      title: spec.title,
      author: unit,
      createdAt: new Date(`${spec.issuedOn}T09:00:00+07:00`),
    },
  );
}

function topicOf(spec: PaperSpec, unit: string, today: LocalDate, pages: number): Topic {
  const random = seededRandom(spec.id);
  const wording = createWording(random.fork('wording'), today);
  return { subject: nameOf(spec.title).subject, field: fieldOf(unit), unit, pages, today, random, wording };
}

async function loadTypefaces(): Promise<Typefaces> {
  const [regular, bold, italic, boldItalic] = await Promise.all([
    typeface('regular'),
    typeface('bold'),
    typeface('italic'),
    typeface('boldItalic'),
  ]);
  return { regular, bold, italic, boldItalic };
}

function layOut(spec: PaperSpec, unit: string, today: LocalDate, typefaces: Typefaces): Page[] {
  if (spec.style !== 'long' && (spec.kind === 'submission' || spec.kind === 'report')) {
    return layOutDocument(spec, unit, today, typefaces);
  }
  const topic = topicOf(spec, unit, today, spec.pages);
  const flow = new Flow(typefaces, spec.kind === 'annex' && topic.random.chance(0.4));
  if (spec.style === 'long') layOutPlan(flow, spec, topic);
  else if (spec.kind === 'annex') layOutAnnex(flow, spec, topic);
  else layOutDraft(flow, spec, topic);
  return flow.pages;
}

/** Pages of white to leave for page ends, in the order tried until the paper has exactly its pages. */
const slacks = [0.05, 0.2, 0.35, 0.5, 0.7, -0.15];

function layOutDocument(spec: PaperSpec, unit: string, today: LocalDate, typefaces: Typefaces): Page[] {
  const closing = closingOf(unit, spec.signerName);
  const addressee = spec.kind === 'submission' ? 'Kính gửi: Ủy ban nhân dân tỉnh Vĩnh Phúc' : null;
  // Content scales with the pages meant; if it does not fit, it is written for fewer.
  for (let meant = spec.pages; meant > 0; meant--) {
    for (const slack of slacks) {
      const topic = topicOf(spec, unit, today, meant);
      const flow = new Flow(typefaces);
      head(flow, spec, topic, addressee);
      const sections = spec.kind === 'submission' ? submissionSections(topic) : reportSections(topic);
      drawSections(flow, sections, endOf(flow, spec.pages, closing), slack);
      drawEnd(flow, closing);
      if (flow.pages.length === spec.pages) return flow.pages;
    }
  }
  throw new RangeError(`'${spec.title}' cannot be written on ${spec.pages} pages`);
}

function layOutDraft(flow: Flow, spec: PaperSpec, topic: Topic): void {
  const { kindName, subject } = nameOf(spec.title);
  const resolution = kindName === 'NGHỊ QUYẾT';
  head(flow, spec, topic, null);
  for (const block of actBlocks(topic, kindName)) drawBlock(flow, block);
  drawEnd(flow, closingOf(resolution ? 'Hội đồng nhân dân' : 'UBND tỉnh Vĩnh Phúc', null));
  if (regulates(subject)) {
    flow.newPage();
    drawBlock(flow, { kind: 'centred', text: 'QUY ĐỊNH' });
    drawBlock(flow, { kind: 'centred', text: capitalise(withoutVerb(subject)) });
    const year = spec.issuedOn.slice(0, 4);
    const act = resolution ? `Nghị quyết số … /${year}/NQ-HĐND` : `Quyết định số … /${year}/QĐ-UBND`;
    const origin = `(Ban hành kèm theo ${act} ngày … tháng … năm ${year})`;
    drawBlock(flow, { kind: 'text', text: origin, italic: true });
    for (const block of regulationBlocks(topic)) drawBlock(flow, block);
  }
  if (flow.pages.length >= spec.pages) return;
  flow.newPage();
  drawBlock(flow, { kind: 'centred', text: 'PHỤ LỤC' });
  drawList(flow, topic, projectList(topic), endOf(flow, spec.pages, null));
}

function layOutAnnex(flow: Flow, spec: PaperSpec, topic: Topic): void {
  const { kindName, subject } = nameOf(spec.title);
  drawBlock(flow, { kind: 'centred', text: kindName });
  drawBlock(flow, { kind: 'centred', text: subject.toUpperCase() });
  const [parentKind, parentSign] = /số liệu|tiến độ|nhiệm vụ/.test(subject)
    ? ['Báo cáo', 'BC']
    : ['Tờ trình', 'TTr'];
  const number = `${numberOf(topic.random)}/${parentSign}-${notationOf(topic.unit)}`;
  const parent = `(Kèm theo ${parentKind} số ${number} ${longDate(spec.issuedOn)} của ${topic.unit})`;
  drawBlock(flow, { kind: 'text', text: parent, italic: true });
  drawAnnex(flow, topic, endOf(flow, spec.pages, null));
}

function layOutPlan(flow: Flow, spec: PaperSpec, topic: Topic): void {
  head(flow, spec, topic, null);
  const general = fields.find(field => field.units.includes('Sở Xây dựng')) ?? topic.field;
  drawPlan(flow, { ...topic, field: general });
  drawEnd(flow, closingOf(topic.unit, spec.signerName));
  flow.newPage();
  drawBlock(flow, { kind: 'centred', text: 'PHỤ LỤC' });
  drawList(flow, topic, projectList(topic), endOf(flow, spec.pages, null));
}

function head(flow: Flow, spec: PaperSpec, topic: Topic, addressee: string | null): void {
  const { kindName, heading, abbreviation } = nameOf(spec.title);
  const draft = spec.kind === 'draft';
  const issuer = issuerOf(
    draft ? (kindName === 'NGHỊ QUYẾT' ? 'Hội đồng nhân dân' : 'UBND tỉnh Vĩnh Phúc') : topic.unit,
  );
  const year = spec.issuedOn.slice(0, 4);
  drawLetterhead(flow, {
    ...issuer,
    number: draft
      ? `Số: … /${year}/${kindName === 'NGHỊ QUYẾT' ? 'NQ-HĐND' : 'QĐ-UBND'}`
      : `Số: ${numberOf(topic.random.fork('number'))}/${abbreviation}-${notationOf(topic.unit)}`,
    placeAndDate: draft ? `Vĩnh Phúc, ngày … tháng … năm ${year}` : `Vĩnh Phúc, ${longDate(spec.issuedOn)}`,
    stamp: draft ? 'DỰ THẢO' : null,
    kindName,
    subject: heading,
    addressee,
  });
}

const kindNames: readonly (readonly [string, string])[] = [
  ['Tờ trình', 'TTr'],
  ['Báo cáo tổng hợp', 'BC'],
  ['Báo cáo', 'BC'],
  ['Nghị quyết', 'NQ'],
  ['Quyết định', 'QĐ'],
  ['Kế hoạch', 'KH'],
  ['Phụ lục', 'PL'],
  ['Đề án', 'ĐA'],
  ['Phương án', 'PA'],
];

type DocumentName = { kindName: string; heading: string; subject: string; abbreviation: string };

/** Splits a title into the kind of document, its heading under that, and its subject in the middle of a sentence. */
function nameOf(title: string): DocumentName {
  const plain = title.replace(/^Dự thảo /, '');
  const [kind, abbreviation] = kindNames.find(([name]) => plain.startsWith(name)) ?? ['Báo cáo', 'BC'];
  const heading = plain.startsWith(kind) ? plain.slice(kind.length).trim() : plain;
  const subject = heading.replace(/^về (việc )?/, '');
  return { kindName: kind.toUpperCase(), heading: capitalise(heading), subject, abbreviation };
}

function numberOf(random: Random): string {
  return String(random.int(4, 420)).padStart(2, '0');
}

function scanned(pages: readonly Page[], typefaces: Typefaces, random: Random): Page[] {
  const scanner = new Scanner(typefaces);
  return pages.map((page, index) => scanner.scan(page, random.fork(`page ${index}`)));
}
