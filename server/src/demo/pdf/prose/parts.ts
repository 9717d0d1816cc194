import type { Field } from '../../province/facts/fields/field.ts';
import { capitalise, communeNames, districtNames, type Wording } from '../../province/setting/wording.ts';
import type { Block, Topic } from '../compose.ts';
import { districtTable } from './figures.ts';
import { communeSentences, districtSentences } from './words/places.ts';

/** The legal bases in italics, one a line; the last ends with a full stop (Decree 30/2020/NĐ-CP). */
export function* basisBlocks(field: Field, wording: Wording, ending = '.'): Generator<Block> {
  const lines = ['Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015', ...field.basis];
  for (const [index, line] of lines.entries()) {
    const mark = index === lines.length - 1 ? ending : ';';
    yield { kind: 'text', text: `${wording.fill(line)}${mark}`, italic: true };
  }
}

/** As many different sentences of a deck as asked for, each a paragraph or an item of a list. */
export function some(
  wording: Wording,
  deck: readonly string[],
  count: number,
  slots: Record<string, string>,
  kind: 'text' | 'item' = 'text',
): Block[] {
  const length = Math.min(Math.ceil(count), deck.length);
  return Array.from({ length }, () => ({ kind, text: wording.deal(deck, slots) }));
}

/** Splits 'Về tiến độ: chia thành …' into a bold numbered beginning and the rest. */
export function lead(sentence: string, number: number): { lead: string; text: string } {
  const colon = sentence.indexOf(':');
  if (colon < 0 || colon > 60) return { lead: `${number}.`, text: sentence };
  const rest = sentence.slice(colon + 1).trim();
  return { lead: `${number}. ${sentence.slice(0, colon + 1)}`, text: capitalise(rest) };
}

/** What the places of the province report, without end: the field by district, tables, then the state of each place. */
export function* placeBlocks(topic: Topic): Generator<Block, never> {
  const { random, field } = topic;
  const rounds = [
    { title: 'Tình hình tại các huyện, thành phố', names: districtNames, deck: field.places },
    { title: 'Đặc điểm, khó khăn của từng địa bàn', names: districtNames, deck: districtSentences },
    {
      title: 'Tình hình tại một số xã',
      names: random.shuffle(communeNames).slice(0, 9),
      deck: communeSentences,
    },
  ];
  for (let index = 0; ; index++) {
    const round = rounds[index % rounds.length];
    if (!round) continue;
    yield { kind: 'heading', level: 2, text: round.title };
    for (const name of random.shuffle(round.names)) yield placeBlock(topic, name, round.deck);
    yield districtTable(topic, 2 * index);
    yield districtTable(topic, 2 * index + 1);
  }
}

function placeBlock({ wording, random }: Topic, name: string, deck: readonly string[]): Block {
  const [first = '', second = ''] = random.shuffle(deck);
  // The place is named once; 'trên địa bàn' needs no name the second time.
  const rest = wording.fill(second, { D: 'địa phương' }).replace('ịa bàn địa phương', 'ịa bàn');
  return { kind: 'item', text: `${wording.fill(first, { D: name })} ${rest}` };
}
