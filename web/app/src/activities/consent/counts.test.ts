import { expect, test } from 'vitest';
import type { Answered, Outcome } from '../../wire/protocol';
import { consentedOf, wordsOf } from './counts';

const asked = (key: string, more: Partial<Answered>): Answered => ({ key, n: 0, mean: 0, median: 0, ...more });
const outcome: Outcome = {
  activity: 'agree',
  kind: 'consent',
  sheets: 3,
  joined: 4,
  gaps: [],
  questions: [
    asked('c1/consent', { label: 'Lef', text: 'Wij doen.\n+ Wij beginnen\n− Wij wachten', n: 3, counts: [1, 1, 1] }),
    asked('c1/why', { label: 'Lef', n: 1, texts: [{ text: 'Korter', count: 1 }] }),
  ],
};

test('the counts and the texts of a check belong to the words that were asked about', () => {
  const [lef, ...others] = consentedOf(outcome);
  expect(others).toEqual([]);
  expect(lef).toMatchObject({ value: 'c1', name: 'Lef', counts: [1, 1, 1], texts: [{ text: 'Korter' }] });
  expect(wordsOf(lef!.text)).toEqual({ sentence: 'Wij doen.', when: ['Wij beginnen'], unless: 'Wij wachten' });
  expect(wordsOf('')).toEqual({ sentence: '', when: [], unless: '' });
});
