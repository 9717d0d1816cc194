import type { Block, Section, Topic } from '../compose.ts';
import { indicatorTable } from './figures.ts';
import { basisBlocks, lead, placeBlocks, some } from './parts.ts';
import * as sentences from './words/sentences.ts';

/** Tờ trình: need, state of things, preparation, aims, content, opinions, resources, proposal. */
export function submissionSections(topic: Topic): Section[] {
  const { field, wording, subject, unit, pages } = topic;
  const slots = { s: subject, f: field.name, u: unit };
  const deal = (deck: readonly string[], count: number) => some(wording, deck, count, slots);
  return [
    { heading: null, blocks: basis(topic) },
    { heading: 'I. SỰ CẦN THIẾT', blocks: need(topic) },
    { heading: 'II. ĐÁNH GIÁ TÌNH HÌNH THỰC HIỆN', share: 1, blocks: evaluation(topic) },
    { heading: 'III. QUÁ TRÌNH XÂY DỰNG', blocks: deal(sentences.process, pages * 0.6) },
    { heading: 'IV. QUAN ĐIỂM, MỤC TIÊU', blocks: aims(topic) },
    { heading: 'V. NỘI DUNG TRÌNH', blocks: content(topic) },
    { heading: 'VI. Ý KIẾN CỦA CÁC CƠ QUAN, ĐƠN VỊ', blocks: deal(sentences.opinions, pages * 0.7) },
    { heading: 'VII. NGUỒN LỰC VÀ ĐÁNH GIÁ TÁC ĐỘNG', blocks: resources(topic) },
    { heading: 'VIII. ĐỀ XUẤT, KIẾN NGHỊ', blocks: proposal(topic) },
  ];
}

function* basis({ field, wording, unit, subject }: Topic): Generator<Block> {
  yield* basisBlocks(field, wording);
  yield {
    kind: 'text',
    text: `Thực hiện chương trình công tác của UBND tỉnh, ${unit} kính trình UBND tỉnh xem xét ${subject} với những nội dung chính như sau:`,
  };
}

function* need({ wording, subject, field, unit, pages }: Topic): Generator<Block> {
  const slots = { s: subject, f: field.name, u: unit };
  yield { kind: 'text', text: sentences.background.map(sentence => wording.fill(sentence, slots)).join(' ') };
  yield* some(wording, sentences.necessity, pages * 0.6, slots);
}

function* evaluation(topic: Topic): Generator<Block> {
  const { wording, field } = topic;
  yield { kind: 'heading', level: 2, text: '1. Kết quả đạt được' };
  yield* some(wording, field.results, field.results.length, {}, 'item');
  yield { kind: 'heading', level: 2, text: '2. Tồn tại, hạn chế' };
  yield* some(wording, field.limits, field.limits.length, {}, 'item');
  yield { kind: 'heading', level: 2, text: '3. Nguyên nhân' };
  yield* some(wording, sentences.causes, 4, {}, 'item');
  yield* placeBlocks(topic);
}

function* aims({ wording, subject, pages }: Topic): Generator<Block> {
  yield { kind: 'heading', level: 2, text: '1. Quan điểm' };
  yield* some(wording, sentences.viewpoints, pages * 0.5, {}, 'item');
  yield { kind: 'heading', level: 2, text: '2. Mục tiêu' };
  if (pages > 3) {
    const text = `Mục tiêu chung của việc quyết định ${subject} là tạo cơ sở thống nhất để các cơ quan, đơn vị chủ động thực hiện.`;
    yield { kind: 'text', text };
  }
  yield* some(wording, sentences.objectives, pages * 0.6, {}, 'item');
}

function* content(topic: Topic): Generator<Block> {
  const { wording, unit, pages } = topic;
  const count = Math.min(sentences.contents.length, pages + 1);
  for (let number = 1; number <= count; number++) {
    yield { kind: 'text', ...lead(wording.deal(sentences.contents, { u: unit }), number) };
    if (number === 3 && pages > 4) yield indicatorTable(topic);
  }
}

function* resources({ wording, field, unit, pages }: Topic): Generator<Block> {
  yield* some(wording, sentences.funding, pages * 0.4, { u: unit }, 'item');
  yield* some(wording, sentences.effects, pages * 0.5, { f: field.name }, 'item');
}

function* proposal({ subject, unit, wording, pages }: Topic): Generator<Block> {
  yield {
    kind: 'text',
    text: `Từ những nội dung trên, ${unit} kính đề nghị UBND tỉnh xem xét, quyết định ${subject}; giao các cơ quan, đơn vị liên quan tổ chức thực hiện theo chức năng, nhiệm vụ.`,
  };
  yield* some(wording, sentences.organisation, pages * 0.5, { u: unit });
}
