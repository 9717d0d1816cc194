import type { Block, Topic } from '../compose.ts';
import { basisBlocks } from './parts.ts';
import { chapters } from './words/regulation.ts';

/** The first page of a draft decision or resolution: legal bases and the articles of the act itself. */
export function* actBlocks(topic: Topic, kindName: string): Generator<Block> {
  const { field, wording, subject, unit } = topic;
  yield* basisBlocks(field, wording, ';');
  yield { kind: 'text', text: `Theo đề nghị của ${unit}.`, italic: true };
  yield { kind: 'centred', text: kindName === 'NGHỊ QUYẾT' ? 'QUYẾT NGHỊ:' : 'QUYẾT ĐỊNH:' };
  const act = kindName === 'NGHỊ QUYẾT' ? 'Nghị quyết' : 'Quyết định';
  const first = regulates(subject)
    ? `Ban hành kèm theo ${act} này Quy định ${withoutVerb(subject)}.`
    : `${act === 'Nghị quyết' ? 'Thông qua' : 'Phê duyệt'} ${subject} với nội dung chi tiết tại phụ lục kèm theo.`;
  yield { kind: 'text', lead: 'Điều 1.', text: first };
  const force = `${act} này có hiệu lực thi hành kể từ ngày 01 tháng 01 năm {y+1}.`;
  yield { kind: 'text', lead: 'Điều 2.', text: wording.fill(force) };
  yield {
    kind: 'text',
    lead: 'Điều 3.',
    text: `Chánh Văn phòng UBND tỉnh, thủ trưởng ${unit} và các cơ quan, đơn vị liên quan, Chủ tịch UBND các huyện, thành phố chịu trách nhiệm thi hành ${act} này./.`,
  };
}

/** True where the act puts a regulation into force; any other approves something set out in an annex. */
export const regulates = (subject: string): boolean => /^(ban hành )?quy định /.test(subject);

/** 'ban hành quy định mức hỗ trợ' is about 'mức hỗ trợ'. */
export const withoutVerb = (subject: string): string => subject.replace(/^(ban hành )?(quy định )?/, '');

/** The regulation that the act puts into force: chapters, articles and clauses. */
export function* regulationBlocks({ wording, unit, field }: Topic): Generator<Block> {
  const slots = { u: unit, f: field.name };
  let number = 0;
  for (const [index, chapter] of chapters.entries()) {
    yield { kind: 'centred', text: `Chương ${['I', 'II', 'III', 'IV'][index]}` };
    yield { kind: 'centred', text: chapter.title };
    for (const [title, ...clauses] of chapter.articles) {
      number += 1;
      yield { kind: 'heading', level: 2, text: `Điều ${number}. ${wording.fill(title, slots)}` };
      for (const [place, clause] of clauses.entries()) {
        const text = wording.fill(clause, slots);
        yield { kind: 'text', text: clauses.length === 1 ? text : `${place + 1}. ${text}` };
      }
    }
  }
}
