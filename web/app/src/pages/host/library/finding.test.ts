import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { LibraryAnswer } from '../../../wire/protocol';
import { ApiError } from '../home/api';
import { anything } from './asked';
import { Finding } from './finding.svelte';

const answer = (total: number): LibraryAnswer => ({ found: [], total, groups: [] });

describe('a search', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('waits until typing pauses, and asks once', async () => {
    const asked: string[] = [];
    const finding = new Finding(
      async (query) => (asked.push(query), answer(1)),
      anything,
      () => {},
    );
    for (const text of ['m', 'mo', 'moe', 'moed']) finding.set({ text });
    expect(finding.busy).toBe(true);
    await vi.advanceTimersByTimeAsync(200);
    expect(asked).toEqual(['q=moed']);
    expect(finding.answer?.total).toBe(1);
    expect(finding.busy).toBe(false);
  });

  test('shows the answer to the newest question, though an older one comes later', async () => {
    const finding = new Finding(
      (query) =>
        new Promise((told) => setTimeout(() => told(answer(query === 'q=a' ? 1 : 2)), query === 'q=a' ? 900 : 100)),
      anything,
      () => {},
    );
    finding.set({ text: 'a' });
    await vi.advanceTimersByTimeAsync(200);
    finding.set({ text: 'b' });
    await vi.advanceTimersByTimeAsync(2000);
    expect(finding.answer?.total).toBe(2);
  });

  test('keeps the last answer while the next one is on its way, and none when nothing is asked', async () => {
    const finding = new Finding(
      async () => answer(3),
      { ...anything, text: 'moed' },
      () => {},
    );
    await vi.advanceTimersByTimeAsync(1);
    finding.set({ text: 'moedig' });
    expect(finding.answer?.total).toBe(3);
    finding.set({ text: '' });
    expect(finding.answer).toBeNull();
    expect(finding.busy).toBe(false);
  });

  test('says what went wrong, and forgets it when it works again', async () => {
    let broken = true;
    const finding = new Finding(
      async () => {
        if (broken) throw new ApiError(503, { code: 'unavailable', retry: true });
        return answer(1);
      },
      { ...anything, text: 'moed' },
      () => {},
    );
    await vi.advanceTimersByTimeAsync(1);
    expect(finding.problem?.code).toBe('unavailable');
    broken = false;
    await finding.now();
    expect(finding.problem).toBeNull();
    expect(finding.answer?.total).toBe(1);
  });

  test('tells the page when the facilitator is signed out', async () => {
    const denied = vi.fn();
    new Finding(
      async () => {
        throw new ApiError(403, { code: 'denied' });
      },
      { ...anything, text: 'moed' },
      denied,
    );
    await vi.advanceTimersByTimeAsync(1);
    expect(denied).toHaveBeenCalledOnce();
  });
});
