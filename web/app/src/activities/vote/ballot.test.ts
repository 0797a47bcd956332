import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Outgoing } from '../../wire/outbox';
import type { Me } from '../../wire/protocol';
import type { Phone } from '../phone.svelte';
import { placed, sentBallot, withDots } from './ballot';
import { OwnBallot } from './ballot.svelte';

const me = (round: number, dots: Record<string, number>): Me => ({
  group: '',
  chosen: true,
  cards: [],
  ballot: { round, dots },
});
const cast = (round: number, dots: Record<string, number>): Outgoing => ({
  n: 1,
  type: 'cast_ballot',
  data: { round, dots },
});

describe('the ballot that has left the hand', () => {
  test('is the last one on its way, or else what the server has', () => {
    expect(sentBallot(1, me(1, { a: 1 }), [])).toEqual({ a: 1 });
    expect(sentBallot(1, me(1, { a: 1 }), [cast(1, { a: 2 }), cast(1, { b: 1 })])).toEqual({ b: 1 });
  });

  test('of a cancelled round gives no dots in the next one', () => {
    expect(sentBallot(2, me(1, { a: 1 }), [cast(1, { a: 2 })])).toBeNull();
  });

  test('names no option without dots', () => {
    expect(withDots({ a: 2, b: 1 }, 'b', 0)).toEqual({ a: 2 });
    expect(placed(withDots(null, 'c', 2))).toBe(2);
  });
});

describe('the ballot in hand', () => {
  const sent: unknown[] = [];
  let phone: Phone;

  beforeEach(() => {
    vi.useFakeTimers();
    sent.length = 0;
    phone = {
      me: null,
      underway: [],
      waiting: 'sending',
      room: { outgoing: [], do: (_: string, data: unknown) => sent.push(data) },
    } as unknown as Phone;
  });
  afterEach(() => void vi.useRealTimers());

  test('is sent once, whole, shortly after the last touch', () => {
    const own = new OwnBallot(phone, 3);
    own.put('a', 1);
    vi.advanceTimersByTime(300);
    own.put('b', 2);
    expect([own.placed, own.state]).toEqual([3, 'sending']);
    vi.advanceTimersByTime(399);
    expect(sent).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(sent).toEqual([{ round: 3, dots: { a: 1, b: 2 } }]);
  });

  test('is sent at once when the page goes away, and not again afterwards', () => {
    const own = new OwnBallot(phone, 3);
    own.put('a', 1);
    own.send();
    vi.advanceTimersByTime(1000);
    expect(sent).toHaveLength(1);
  });
});
