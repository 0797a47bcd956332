import { expect, test } from 'vitest';
import { formats } from '../../i18n/formats';
import { mean, signed } from './means';

test('a mean has one decimal, also when that is nought', () => {
  expect([mean(3, formats('nl')), mean(3.44, formats('nl')), mean(0, formats('en'))]).toEqual(['3,0', '3,4', '0.0']);
});

test('a difference has a sign, unless there is none', () => {
  const nl = formats('nl');
  expect([signed(1.25, nl), signed(-0.4, nl), signed(-0.04, nl)]).toEqual(['+1,3', '−0,4', '0,0']);
});
