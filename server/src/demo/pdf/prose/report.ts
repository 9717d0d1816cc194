import { fields } from '../../province/facts/fields.ts';
import { capitalise } from '../../province/setting/wording.ts';
import type { Block, Section, Topic } from '../compose.ts';
import { indicatorTable } from './figures.ts';
import { lead, placeBlocks, some } from './parts.ts';
import * as sentences from './words/sentences.ts';

/** Báo cáo: results, shortcomings, tasks, proposals. A report on the whole province takes up every field. */
export function reportSections(topic: Topic): Section[] {
  const { wording, unit, pages } = topic;
  const broad = topic.subject.includes('kinh tế - xã hội');
  const organising = some(wording, sentences.organisation, pages * 0.6, { u: unit });
  return [
    { heading: null, blocks: opening(topic) },
    {
      heading: 'I. TÌNH HÌNH VÀ KẾT QUẢ THỰC HIỆN',
      share: 1,
      blocks: broad ? allFields(topic) : results(topic),
    },
    { heading: 'II. TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN', blocks: shortcomings(topic, broad) },
    { heading: 'III. NHIỆM VỤ, GIẢI PHÁP THỜI GIAN TỚI', blocks: tasks(topic, broad) },
    { heading: 'IV. ĐỀ XUẤT, KIẾN NGHỊ', blocks: organising },
  ];
}

function* opening({ wording, unit, subject }: Topic): Generator<Block> {
  const text = `Thực hiện chương trình công tác năm {y} và chỉ đạo của Chủ tịch UBND tỉnh, ${unit} báo cáo ${subject} như sau:`;
  yield { kind: 'text', text: wording.fill(text) };
}

function* results(topic: Topic): Generator<Block> {
  const { wording, field, pages } = topic;
  for (let number = 1; number <= field.results.length; number++) {
    yield { kind: 'text', ...lead(wording.deal(field.results), number) };
    if (number === 2 && pages > 3) yield indicatorTable(topic);
  }
  yield* placeBlocks(topic);
}

function* allFields(topic: Topic): Generator<Block> {
  const { wording } = topic;
  for (const [index, field] of fields.entries()) {
    const name = capitalise(field.name);
    yield { kind: 'heading', level: 2, text: `${index + 1}. ${name}` };
    yield* some(wording, field.results, 4, {}, 'item');
    if (index % 4 === 1 && topic.pages > 6) yield indicatorTable({ ...topic, field });
  }
  yield* placeBlocks(topic);
}

function* shortcomings({ wording, field, unit, pages }: Topic, broad: boolean): Generator<Block> {
  yield { kind: 'heading', level: 2, text: '1. Tồn tại, hạn chế' };
  if (!broad) yield* some(wording, field.limits, field.limits.length, {}, 'item');
  else for (const { limits } of fields.slice(0, pages)) yield* some(wording, limits, 1, {}, 'item');
  yield { kind: 'heading', level: 2, text: '2. Nguyên nhân' };
  yield* some(wording, sentences.causes, pages * 0.7, { u: unit }, 'item');
}

function* tasks({ wording, field, unit, random, pages }: Topic, broad: boolean): Generator<Block> {
  yield { kind: 'heading', level: 2, text: '1. Nhiệm vụ trọng tâm' };
  const pool = broad ? random.shuffle(fields) : [field];
  const count = Math.min(pages, broad ? pool.length : field.tasks.length);
  for (let index = 0; index < count; index++) {
    const task = wording.deal((pool[index % pool.length] ?? field).tasks);
    yield { kind: 'item', text: `${capitalise(task)}.` };
  }
  yield { kind: 'heading', level: 2, text: '2. Giải pháp chủ yếu' };
  yield* some(wording, sentences.solutions, pages * 0.8, { u: unit }, 'item');
}
