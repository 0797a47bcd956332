import { describe, expect, test } from 'vitest';
import { crowding } from './crowding';

describe('a server', () => {
  test('is busy from 80 % of what it was measured for, and full from there on', () => {
    expect([3199, 3200, 3999, 4000, 5000].map((n) => crowding('calm', n, 4000))).toEqual([
      'calm',
      'busy',
      'busy',
      'full',
      'full',
    ]);
  });

  test('that was busy is calm under 75 %, so that the warning does not blink', () => {
    expect(crowding('busy', 3100, 4000)).toBe('busy');
    expect(crowding('full', 3100, 4000)).toBe('busy');
    expect(crowding('busy', 2999, 4000)).toBe('calm');
  });

  test('of which nobody knows what it can bear is not warned about', () => {
    expect(crowding('calm', 9000, undefined)).toBe('calm');
    expect(crowding('busy', 9000, 0)).toBe('calm');
    expect(crowding('calm', undefined, 4000)).toBe('calm');
  });
});
