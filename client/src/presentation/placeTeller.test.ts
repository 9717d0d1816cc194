import { newId } from '@nghisu/shared/platform/ids.ts';
import type { Place } from '@nghisu/shared/presentation/presentation.records.ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { PlaceTeller } from './placeTeller.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const paperId = newId();
const at = (page: number) => ({ paperId, page, x: 0, y: 0, span: 1, pointer: null });

function listening(): { teller: PlaceTeller; told: Place[]; pages: () => number[] } {
  const told: Place[] = [];
  return {
    told,
    pages: () => told.map(place => place.page),
    teller: new PlaceTeller(place => told.push(place)),
  };
}

it('tells the first place at once, and of a burst the newest, ten times a second at most', async () => {
  const { teller, pages } = listening();
  for (let page = 1; page <= 20; page += 1) teller.tell(at(page));
  expect(pages()).toEqual([1]);
  await vi.advanceTimersByTimeAsync(99);
  expect(pages()).toEqual([1]);
  await vi.advanceTimersByTimeAsync(1);
  expect(pages()).toEqual([1, 20]);
});

it('says the last place again for those who missed it, until it stops', async () => {
  const { teller, pages, told } = listening();
  teller.tell(at(4));
  await vi.advanceTimersByTimeAsync(6000);
  expect(pages()).toEqual([4, 4, 4]);
  expect(told.map(place => place.order)).toEqual([...new Set(told.map(place => place.order))].toSorted());
  teller.stop();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(pages()).toHaveLength(3);
});

it('orders places although the clock of the device steps back', async () => {
  const { teller, told } = listening();
  teller.tell(at(1));
  vi.setSystemTime(Date.now() - 3_600_000);
  await vi.advanceTimersByTimeAsync(100);
  teller.tell(at(2));
  expect(told[1]!.order).toBeGreaterThan(told[0]!.order);
});
