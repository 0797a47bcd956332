import { expect, test } from 'vitest';
import { pinDigits, spacedPin } from './pin';

test('a pin is read from whatever stands around it', () => {
  expect(pinDigits(' 482-913 ')).toBe('482913');
  expect(pinDigits('pin: 482 913.')).toBe('482913');
  expect(pinDigits('4829130')).toBe('482913');
  expect(pinDigits('')).toBe('');
});

test('it is shown in two halves as soon as there is a second half', () => {
  expect(spacedPin('482')).toBe('482');
  expect(spacedPin('4829')).toBe('482 9');
  expect(spacedPin('482 913')).toBe('482 913');
});
