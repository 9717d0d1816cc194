import { addMonths, type LocalDate } from '@nghisu/shared/platform/dates.ts';
import { districts } from '../facts/communes.ts';
import type { Random } from './random.ts';

/** Names of places as prose writes them: 'huyện Lập Thạch', 'xã Bắc Bình'. */
export const districtNames: readonly string[] = districts.map(district => district.name.replace('UBND ', ''));
export const communeNames: readonly string[] = districts.flatMap(district =>
  district.communes.split(', ').map(name => `xã ${name}`),
);

/** The wards, towns and communes of a district, each with its kind: 'phường Đống Đa'. */
export function communesOf(districtName: string): string[] {
  const district = districts.find(({ name }) => name.endsWith(districtName));
  const list = (kind: string, names = '') =>
    names === '' ? [] : names.split(', ').map(name => `${kind} ${name}`);
  return [
    ...list('phường', district?.wards),
    ...list('thị trấn', district?.towns),
    ...list('xã', district?.communes),
  ];
}

/** The text with its first letter as a capital. */
export const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Fills the slots that `Field` describes, and any named in `extra`. */
export type Wording = {
  fill(template: string, extra?: Record<string, string>): string;
  /** The next sentence of a list, filled; none is repeated before the whole list was used. */
  deal(deck: readonly string[], extra?: Record<string, string>): string;
};

/** Starts wording whose figures and places follow from `random`, and whose years are those around `today`. */
export function createWording(random: Random, today: LocalDate): Wording {
  const rest = new Map<readonly string[], string[]>();
  const fill: Wording['fill'] = (template, extra = {}) =>
    capitalised(
      template,
      template.replace(
        /\{([^{}]+)\}/g,
        (slot, key: string) => extra[key] ?? slotValue(key, random, today) ?? slot,
      ),
    );
  const deal: Wording['deal'] = (deck, extra) => {
    let left = rest.get(deck) ?? [];
    if (left.length === 0) left = random.shuffle(deck);
    const template = left.pop();
    if (template === undefined) throw new RangeError('the deck of sentences is empty');
    rest.set(deck, left);
    return fill(template, extra);
  };
  return { fill, deal };
}

/** A number as Vietnamese official prose writes it: '1.234,5'. */
export function formatNumber(value: number, decimals = 0): string {
  const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return `${value < 0 ? '-' : ''}${grouped}${fraction ? `,${fraction}` : ''}`;
}

// A sentence that begins with a name from a slot begins with a capital all the same.
function capitalised(template: string, text: string): string {
  return template.startsWith('{') ? capitalise(text) : text;
}

function slotValue(key: string, random: Random, today: LocalDate): string | undefined {
  const [name = '', range] = key.split(':');
  if (range) return figure(name, range, random);
  const year = Number(today.slice(0, 4));
  // The last month that is complete; figures are never known for the present one.
  const lastMonth = addMonths(today, -1);
  if (name === 'd') return random.pick(districtNames);
  if (name === 'c') return random.pick(communeNames);
  if (name === 'y') return String(year);
  if (name === 'y-1') return String(year - 1);
  if (name === 'y+1') return String(year + 1);
  if (name === 't') return `${Number(lastMonth.slice(5, 7))}/${lastMonth.slice(0, 4)}`;
  return undefined;
}

function figure(name: string, range: string, random: Random): string | undefined {
  const [low = 0, high = 0] = range.split('-').map(Number);
  if (name === 'i') return formatNumber(random.int(low, high));
  const value = low + random.next() * (high - low);
  if (name === 'p') return formatNumber(value, value < 10 ? 2 : 1);
  if (name === 'm') return formatNumber(value, value < 1000 ? 1 : 0);
  return undefined;
}
