import { expect, test } from 'vitest';
import { lengthOf } from './length';

test('an emoji counts once, as on the server', () => {
  expect(lengthOf('idee 💡')).toBe(6);
  expect(lengthOf('één')).toBe(3);
});
