import { describe, expect, test } from 'vitest';
import { normalise, onPaper, wordingsOf } from './wordings';

const card = (id: string, text: string, order: number) => ({ id, text, order, cluster: 'c' });

describe('wordings', () => {
  test('the same word in other clothes is one wording, told in the words of who came first', () => {
    const cards = [card('a', 'Vertrouwen', 1), card('b', ' vertrouwen! ', 2), card('c', 'VERTROUWÉN', 3)];
    expect(wordingsOf(cards)).toEqual([{ key: 'a', text: 'Vertrouwen', cards: ['a', 'b', 'c'] }]);
  });

  test('the most frequent one comes first, then who came first', () => {
    const cards = [card('a', 'lef', 1), card('b', 'dialoog', 2), card('c', 'Dialoog', 3), card('d', 'moed', 4)];
    expect(wordingsOf(cards).map((w) => w.text)).toEqual(['dialoog', 'lef', 'moed']);
  });

  test('a wording knows how many of its cards were on paper', () => {
    const paper = (id: string, text: string, order: number) => ({ ...card(id, text, order), paper: true });
    const words = wordingsOf([card('a', 'Lef', 1), paper('b', 'lef', 2), paper('c', 'Rust', 3), card('d', 'Moed', 4)]);
    expect(words.map((w) => [w.text, w.paper])).toEqual([
      ['Lef', 1],
      ['Rust', 1],
      ['Moed', undefined],
    ]);
    expect(onPaper(words)).toBe(2);
  });

  test('two different emoji stay different', () => {
    expect(normalise('🌉')).not.toBe(normalise('🪨'));
    expect(normalise('brug 🌉')).toBe('brug');
  });
});
