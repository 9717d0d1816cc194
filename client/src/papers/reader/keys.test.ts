import { describe, expect, it } from 'vitest';
import { keyAct } from './keys.ts';

const press = (keys: string) => {
  const parts = keys.split(' ');
  return {
    key: parts.at(-1)!,
    ctrlKey: parts.includes('Ctrl'),
    metaKey: parts.includes('Meta'),
    altKey: parts.includes('Alt'),
    shiftKey: parts.includes('Shift'),
  };
};

describe('keys of the reader', () => {
  it.each([
    ['PageDown', 'nextPage'],
    ['PageUp', 'previousPage'],
    ['ArrowRight', 'nextPage'],
    ['ArrowLeft', 'previousPage'],
    ['Home', 'firstPage'],
    ['End', 'lastPage'],
    ['+', 'zoomIn'],
    ['-', 'zoomOut'],
    ['Ctrl =', 'zoomIn'],
    ['Meta -', 'zoomOut'],
    ['Ctrl 0', 'fit'],
    ['Ctrl f', 'find'],
    ['Ctrl F', 'find'],
    ['Ctrl g', 'findNext'],
    ['Ctrl Shift G', 'findPrevious'],
    ['F3', 'findNext'],
    ['Shift F3', 'findPrevious'],
    ['Escape', 'leaveFind'],
  ])('%s means %s', (keys, act) => {
    expect(keyAct(press(keys), false)).toBe(act);
  });

  it.each([
    'ArrowUp',
    'ArrowDown',
    'Tab',
    'Enter',
    'a',
    'Ctrl c',
    'Ctrl p',
    'Alt ArrowLeft',
    'Alt Home',
    'F5',
  ])('leaves %s to the browser', keys => {
    expect(keyAct(press(keys), false)).toBeNull();
  });

  it('leaves the arrows to the sides to the browser while there is more of the page beside', () => {
    expect(keyAct(press('ArrowRight'), true)).toBeNull();
    expect(keyAct(press('ArrowLeft'), true)).toBeNull();
    expect(keyAct(press('PageDown'), true)).toBe('nextPage');
  });
});
