import { beforeEach, describe, expect, test } from 'vitest';
import { stepFrom } from './roving';

const at = (name: string, x: number, y: number) => {
  const node = document.createElement('button');
  node.textContent = name;
  node.getBoundingClientRect = () => new DOMRect(x, y, 100, 30);
  return node;
};
let items: HTMLElement[];
const go = (key: string, from: number) => stepFrom(key, items[from]!, items)?.textContent ?? null;

beforeEach(() => {
  items = [at('a', 0, 0), at('b', 200, 0), at('c', 0, 100), at('d', 210, 100)];
});

describe('arrow keys on the board', () => {
  test('left and right follow the reading order, and stop at the ends', () => {
    expect([go('ArrowRight', 0), go('ArrowRight', 1), go('ArrowLeft', 0)]).toEqual(['b', 'c', null]);
  });

  test('down stays in its column', () => {
    expect([go('ArrowDown', 0), go('ArrowDown', 1), go('ArrowUp', 3), go('ArrowDown', 2)]).toEqual([
      'c',
      'd',
      'b',
      null,
    ]);
  });

  test('Home and End go to the first and the last', () => {
    expect([go('Home', 3), go('End', 0)]).toEqual(['a', 'd']);
  });
});
