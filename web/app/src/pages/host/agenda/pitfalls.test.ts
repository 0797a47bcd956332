import { expect, test } from 'vitest';
import { host } from '../../../i18n/host';
import { pitfalls } from './pitfalls';

test('what can go wrong is told of every kind of activity, in both languages', () => {
  for (const lang of ['nl', 'en'] as const) {
    expect(Object.keys(pitfalls[lang])).toEqual(expect.arrayContaining(['lobby', ...Object.keys(host.nl.kinds)]));
  }
});
