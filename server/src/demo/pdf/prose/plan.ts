import { fields } from '../../province/facts/fields.ts';
import { capitalise, communesOf, districtNames, formatNumber } from '../../province/setting/wording.ts';
import { type Block, drawBlock, type Topic } from '../compose.ts';
import type { Flow } from '../layout/flow.ts';
import { createLand, type Land, relief } from '../raster/relief.ts';
import { communeFigures, communeTable, districtTable, indicatorTable } from './figures.ts';
import { basisBlocks, some } from './parts.ts';
import { communeOpening, communeSentences, districtSentences } from './words/places.ts';
import * as sentences from './words/sentences.ts';

/** The body of a provincial master plan: fields of government, then every district with map and communes. */
export function drawPlan(flow: Flow, topic: Topic): void {
  for (const block of opening(topic)) drawBlock(flow, block);
  drawBlock(flow, { kind: 'centred', text: 'PHẦN THỨ NHẤT: HIỆN TRẠNG VÀ ĐỊNH HƯỚNG THEO NGÀNH, LĨNH VỰC' });
  for (const [index, field] of fields.entries()) {
    for (const block of fieldBlocks({ ...topic, field }, index + 1)) drawBlock(flow, block);
  }
  const land = createLand(topic.random.fork('land'));
  for (const [index, district] of districtNames.entries()) {
    drawDistrict(flow, land, topic, district, index + 1);
  }
  drawBlock(flow, { kind: 'centred', text: 'PHẦN THỨ BA: GIẢI PHÁP VÀ TỔ CHỨC THỰC HIỆN' });
  for (const block of ending(topic)) drawBlock(flow, block);
}

function* opening({ wording, field, unit }: Topic): Generator<Block> {
  yield* basisBlocks(field, wording);
  yield { kind: 'heading', level: 1, text: 'MỞ ĐẦU' };
  const slots = { f: field.name, u: unit, s: 'quy hoạch tỉnh' };
  for (const sentence of sentences.background) yield { kind: 'text', text: wording.fill(sentence, slots) };
  yield* some(wording, sentences.necessity, 4, slots);
  yield* some(wording, sentences.viewpoints, 4, slots, 'item');
}

function* fieldBlocks(topic: Topic, number: number): Generator<Block> {
  const { wording, field, unit } = topic;
  const name = field.name.toUpperCase();
  yield { kind: 'heading', level: 1, text: `${number}. ${name}` };
  yield { kind: 'heading', level: 2, text: `${number}.1. Hiện trạng` };
  for (const _ of field.results) yield { kind: 'text', text: wording.deal(field.results) };
  yield indicatorTable(topic);
  yield { kind: 'heading', level: 2, text: `${number}.2. Hạn chế và nguyên nhân` };
  for (const _ of field.limits) yield { kind: 'item', text: wording.deal(field.limits) };
  for (let count = 0; count < 3; count++)
    yield { kind: 'item', text: wording.deal(sentences.causes, { u: unit }) };
  yield districtTable(topic, number % field.indicators.length);
  yield { kind: 'heading', level: 2, text: `${number}.3. Định hướng đến năm 2030` };
  for (const _ of field.tasks) {
    const task = wording.deal(field.tasks);
    yield { kind: 'item', text: `${capitalise(task)}.` };
  }
  for (let count = 0; count < 3; count++) yield { kind: 'text', text: wording.deal(sentences.solutions) };
}

function drawDistrict(flow: Flow, land: Land, topic: Topic, district: string, number: number): void {
  const { wording, random } = topic;
  const communes = communesOf(district);
  flow.newPage();
  if (number === 1) {
    drawBlock(flow, { kind: 'centred', text: 'PHẦN THỨ HAI: PHƯƠNG ÁN PHÁT TRIỂN THEO ĐỊA BÀN' });
  }
  const title = `${number}. ĐỊNH HƯỚNG PHÁT TRIỂN ${district.toUpperCase()}`;
  drawBlock(flow, { kind: 'heading', level: 1, text: title });
  drawMap(flow, land, topic, district, communes, number);
  for (const sentence of random.shuffle(districtSentences).slice(0, 7)) {
    drawBlock(flow, { kind: 'text', text: wording.fill(sentence, { D: district }) });
  }
  const figures = communeFigures(communes, random);
  drawBlock(flow, communeTable(figures, `Số liệu cơ bản các đơn vị hành chính thuộc ${district}`));
  for (const [index, { name, area, people }] of figures.entries()) {
    drawBlock(flow, { kind: 'heading', level: 3, text: `${number}.${index + 1}. ${capitalise(name)}` });
    const slots = {
      D: name,
      area: formatNumber(area),
      people: formatNumber(people),
    };
    for (const sentence of [communeOpening, ...random.shuffle(communeSentences).slice(0, 3)]) {
      drawBlock(flow, { kind: 'text', text: wording.fill(sentence, slots) });
    }
  }
}

const labelSize = 8;

function drawMap(
  flow: Flow,
  land: Land,
  topic: Topic,
  district: string,
  communes: readonly string[],
  number: number,
): void {
  const map = relief(land, topic.random, communes.length);
  const box = flow.picture(map.picture, 1);
  for (const [index, spot] of map.spots.entries()) {
    const name = communes[index]?.replace(/^(phường|thị trấn|xã) /, '') ?? '';
    const x = box.x + spot.x * box.width;
    const y = box.y + (1 - spot.y) * box.height;
    flow.mark({ kind: 'text', x, y, style: 'bold', size: labelSize, text: `• ${name}`, gap: 0, grey: 0.1 });
  }
  flow.y -= 4;
  drawBlock(flow, {
    kind: 'centred',
    text: `Hình ${number}. Sơ đồ địa hình và phân bố đơn vị hành chính ${district}`,
  });
}

function* ending({ wording, unit, field }: Topic): Generator<Block> {
  const slots = { u: unit, f: field.name, s: 'quy hoạch tỉnh' };
  yield { kind: 'heading', level: 1, text: '1. Giải pháp thực hiện' };
  yield* some(wording, sentences.solutions, 12, slots, 'item');
  yield { kind: 'heading', level: 1, text: '2. Nguồn lực' };
  yield* some(wording, sentences.funding, 4, slots);
  yield { kind: 'heading', level: 1, text: '3. Tổ chức thực hiện' };
  yield* some(wording, sentences.organisation, 6, slots);
}
