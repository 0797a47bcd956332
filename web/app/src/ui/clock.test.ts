import { describe, expect, test } from 'vitest';
import { minutesSeconds, remaining, untilNextSecond } from './clock';

describe('the clock', () => {
  test('begins at the full time and shows 0:00 only when it is over', () => {
    expect(minutesSeconds(300_000)).toBe('5:00');
    expect(minutesSeconds(299_001)).toBe('5:00');
    expect(minutesSeconds(1)).toBe('0:01');
    expect(minutesSeconds(0)).toBe('0:00');
    expect(minutesSeconds(-5000)).toBe('0:00');
  });

  test('writes seconds in two digits and hours as minutes', () => {
    expect(minutesSeconds(65_000)).toBe('1:05');
    expect(minutesSeconds(5_400_000)).toBe('90:00');
  });

  test('trusts the server when the phone is two minutes slow', () => {
    expect(remaining(600_000, 120_000, 420_000)).toBe(60_000);
  });

  test('stands at nothing after the deadline', () => {
    expect(remaining(1000, 0, 5000)).toBe(0);
  });

  test('wakes when the shown second changes', () => {
    expect(untilNextSecond(4_250)).toBe(250);
    expect(untilNextSecond(4_000)).toBe(1000);
  });
});
