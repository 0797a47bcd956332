import { describe, expect, test, vi } from 'vitest';
import { Leading } from '../../../activities/leading.svelte';
import type { SessionRoom } from '../../../activities/room';
import type { Items, PlannedActivity } from '../../../wire/protocol';
import { RunningPlan } from './running.svelte';

const activity = (id: string, more: Partial<PlannedActivity> = {}): PlannedActivity => ({
  id,
  kind: 'pause',
  minutes: 5,
  status: 'planned',
  ...more,
});

/** A plan of a session, and the commands that were asked for. */
function running(activities: PlannedActivity[], rest: Items = {}) {
  const asked: [string, unknown][] = [];
  const room = {
    items: { agenda: { activities, minutes: 30 }, ...rest },
    do: vi.fn((type: string, data: unknown) => {
      asked.push([type, data]);
      return Promise.resolve();
    }),
  } as unknown as SessionRoom;
  const lead = new Leading(room);
  const plan = new RunningPlan(lead, () => ({ title: ({ id }) => id, text: '', yes: '' }));
  return { asked, lead, plan };
}

describe('the plan of a session that runs', () => {
  test('a step can be moved on before the server has told of the first move', () => {
    const { asked, plan } = running([activity('a'), activity('b'), activity('c')]);
    plan.move('a', 1);
    expect(plan.steps.map(({ id }) => id)).toEqual(['b', 'a', 'c']);
    plan.move('a', 2);
    expect(plan.steps.map(({ id }) => id)).toEqual(['b', 'c', 'a']);
    expect(asked).toEqual([
      ['move_activity', { activity: 'a', at: 1 }],
      ['move_activity', { activity: 'a', at: 2 }],
    ]);
  });

  test('a change is told whole, the note apart and only when it is another one', () => {
    const { asked, plan } = running([activity('a', { opened: 1, status: 'open' })], {
      notes: { notes: { a: 'Rustig.' } },
    });
    const [step] = plan.steps;
    expect(step).toEqual({ id: 'a', kind: 'pause', minutes: 5, note: 'Rustig.' });
    plan.change({ ...step!, minutes: 9 });
    expect(asked).toEqual([['edit_activity', { id: 'a', kind: 'pause', minutes: 9 }]]);
    plan.change({ id: 'a', kind: 'pause', minutes: 5 });
    expect(asked.slice(1)).toContainEqual(['note_activity', { activity: 'a', note: '' }]);
  });

  test('tensions that would ask again what now comes after them are told as new ones', () => {
    const { asked, plan } = running([
      activity('again', { kind: 'tensions', of: 'first' }),
      activity('first', { kind: 'tensions' }),
    ]);
    plan.change({ ...plan.steps[0]!, minutes: 9 });
    expect(asked[0]![1]).toEqual({ id: 'again', kind: 'tensions', minutes: 9 });
  });

  test('what has been open is taken out after a question, what has not at once', () => {
    const { asked, lead, plan } = running([activity('a', { status: 'closed' }), activity('b')]);
    plan.remove('b');
    plan.remove('a');
    expect(asked).toEqual([['remove_activity', { activity: 'b', sure: false }]]);
    lead.question!.then();
    expect(asked[1]).toEqual(['remove_activity', { activity: 'a', sure: true }]);
  });
});
