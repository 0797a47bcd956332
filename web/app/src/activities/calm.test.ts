import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Calm } from './calm.svelte';

describe('a calm value', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('takes the first change at once and the last of many a moment later', () => {
    const calm = new Calm(0, 500);
    calm.follow(1);
    expect(calm.value).toBe(1);
    calm.follow(2);
    calm.follow(3);
    expect(calm.value).toBe(1);
    vi.advanceTimersByTime(500);
    expect(calm.value).toBe(3);
  });

  test('changes at most twice a second, however often it is told', () => {
    const calm = new Calm(0, 500);
    const seen = new Set<number>();
    for (let i = 1; i <= 60; i++) {
      calm.follow(i);
      seen.add(calm.value);
      vi.advanceTimersByTime(50);
    }
    expect(seen.size).toBeLessThanOrEqual(7);
  });
});
