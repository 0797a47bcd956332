import { describe, expect, test } from 'vitest';
import type { AgendaItem, NowItem, PlannedActivity } from '../../../wire/protocol';
import { scheduleOf } from './schedule';

const minute = 60_000;
const at = (minutes: number) => Date.UTC(2026, 10, 23, 12) + minutes * minute;
const step = (id: string, minutes: number, opened?: number, closed?: number): PlannedActivity => ({
  id,
  kind: 'pause',
  minutes,
  status: closed ? 'closed' : opened ? 'open' : 'planned',
  ...(opened && { opened }),
  ...(closed && { closed }),
});
const now = (index: number, open = true): NowItem => ({ activity: `a${index}`, kind: 'pause', open, index });
const agenda = (...activities: PlannedActivity[]): AgendaItem => ({ activities, minutes: 30 });

describe('the plan against the clock', () => {
  test('in the lobby there is nothing to compare', () => {
    expect(scheduleOf(agenda(step('a', 30)), undefined, 0, at(0))).toBeNull();
    expect(scheduleOf(undefined, undefined, 0, at(0))).toBeNull();
  });

  test('who keeps to the plan is on time, from the real beginning on', () => {
    const plan = agenda(step('a', 10, at(5), at(15)), step('b', 10, at(15)), step('c', 10));
    expect(scheduleOf(plan, now(1), 4 * minute, at(21))).toEqual({
      started: at(5),
      end: at(35),
      planned: at(35),
      late: 0,
    });
  });

  test('an overdue activity makes it later, by all that it takes too long', () => {
    const plan = agenda(step('a', 10, at(0)), step('b', 20));
    expect(scheduleOf(plan, now(0), -5 * minute, at(15))?.late).toBe(5);
  });

  test('what was skipped makes it earlier, and what is closed takes no more time', () => {
    const plan = agenda(step('a', 10, at(0), at(10)), step('b', 15), step('c', 5, at(10), at(12)));
    expect(scheduleOf(plan, now(2, false), 3 * minute, at(12))?.late).toBe(-18);
  });

  test('activities added to the plan make the end later than the session was meant to take', () => {
    const plan = agenda(step('a', 30, at(0)), step('b', 10));
    expect(scheduleOf(plan, now(0), 30 * minute, at(0))?.late).toBe(10);
  });
});
