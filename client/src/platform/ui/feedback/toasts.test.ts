import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { toasts } from './toasts.svelte.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  for (const toast of toasts.shown) toasts.close(toast.id);
  vi.useRealTimers();
});

const texts = () => toasts.shown.map(toast => toast.text);

test('a notice goes by itself, one with an action later, and one about a failure only when closed', () => {
  const failure = toasts.say('Chưa gửi được.', { tone: 'wrong' });
  toasts.say('Đã lưu.');
  toasts.say('Đã chuyển.', { action: { label: 'Hoàn tác', run: () => {} } });
  vi.advanceTimersByTime(6_000);
  expect(texts()).toEqual(['Chưa gửi được.', 'Đã chuyển.']);
  vi.advanceTimersByTime(600_000);
  expect(texts()).toEqual(['Chưa gửi được.']);
  toasts.close(failure);
  expect(texts()).toEqual([]);
});

test('at most three stand at once, and the oldest makes room', () => {
  for (const text of ['một', 'hai', 'ba', 'bốn']) toasts.say(text);
  expect(texts()).toEqual(['hai', 'ba', 'bốn']);
});

test('nothing goes while it is held, and its time begins again when it is released', () => {
  toasts.say('Đã lưu.');
  toasts.hold();
  vi.advanceTimersByTime(60_000);
  expect(texts()).toEqual(['Đã lưu.']);
  toasts.release();
  vi.advanceTimersByTime(5_999);
  expect(texts()).toEqual(['Đã lưu.']);
  vi.advanceTimersByTime(1);
  expect(texts()).toEqual([]);
});
