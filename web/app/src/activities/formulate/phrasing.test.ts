import { describe, expect, test } from 'vitest';
import { blank, compact, fits, lacking, laidOut, same, withText } from './phrasing';

const words = { sentence: 'Wij zijn eerlijk.', when: ['', 'Iemand vraagt om hulp'], unless: '' };

describe('a value in words', () => {
  test('is kept without empty lines, and two that are kept alike are the same', () => {
    expect(compact(words).when).toEqual(['Iemand vraagt om hulp']);
    expect(same(words, { ...words, sentence: ' Wij  zijn eerlijk. ', when: ['Iemand vraagt om hulp', '', ''] })).toBe(
      true,
    );
    expect(same(words, blank)).toBe(false);
    expect(same({ ...blank, unless: 'a' }, { ...blank, when: ['a'] })).toBe(false);
  });

  test('says what it still needs', () => {
    expect(lacking(blank)).toEqual(['sentence', 'when', 'unless']);
    expect(lacking(words)).toEqual(['when', 'unless']);
    expect(lacking({ sentence: 'a', when: ['b', 'c'], unless: 'd' })).toEqual([]);
  });

  test('takes a suggestion where there is room', () => {
    expect(withText(words, 'when', 'Wij luisteren')?.when).toEqual(['Wij luisteren', 'Iemand vraagt om hulp', '']);
    expect(withText(words, 'sentence', 'Ook als het lastig is.')?.sentence).toBe(
      'Wij zijn eerlijk. Ook als het lastig is.',
    );
    expect(withText({ ...words, unless: 'vol' }, 'unless', 'meer')).toBeNull();
    expect(withText({ ...words, when: ['a', 'b', 'c'] }, 'when', 'd')).toBeNull();
    expect(withText({ ...words, sentence: 'a'.repeat(235) }, 'sentence', 'te lang')).toBeNull();
  });

  test('has three lines to fill, and limits', () => {
    expect(laidOut(blank).when).toEqual(['', '', '']);
    expect(fits({ ...blank, unless: 'a'.repeat(140) })).toBe(true);
    expect(fits({ ...blank, unless: 'a'.repeat(141) })).toBe(false);
  });
});
