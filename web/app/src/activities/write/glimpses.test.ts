import { expect, test } from 'vitest';
import { othersWords } from './glimpses';

const glimpses = new Map([
  ['3', { words: ['Zorg', 'Lef'] }],
  ['17', { words: ['moed!'] }],
]);

test('the words of others come by alphabet, whatever item they are in', () => {
  expect(othersWords(glimpses)).toEqual(['Lef', 'moed!', 'Zorg']);
});

test('what one wrote oneself, in whatever spelling, is not among them', () => {
  expect(othersWords(glimpses, [{ text: 'MOED' }])).toEqual(['Lef', 'Zorg']);
  expect(othersWords(new Map(), [{ text: 'Moed' }])).toEqual([]);
});
