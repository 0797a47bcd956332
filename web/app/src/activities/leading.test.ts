import { describe, expect, test } from 'vitest';
import { StoryRoom } from '../stories/desk/room.svelte';
import { Leading } from './leading.svelte';

const room = () => new StoryRoom({ stage: 'cluster', people: 12, lang: 'nl', role: 'host' });

describe('leading', () => {
  test('a button is busy until its command is acknowledged', async () => {
    const it = room();
    let acknowledge = () => {};
    it.do = () => new Promise((resolve) => (acknowledge = resolve));
    const lead = new Leading(it);
    const done = lead.run('next', 'close_activity', {});
    expect(lead.busy.has('next')).toBe(true);
    acknowledge();
    expect(await done).toBe(true);
    expect(lead.busy.size).toBe(0);
  });

  test('a refusal stays in view until the next press', async () => {
    const it = room();
    const problem = { code: 'closed', reason: 'nothing_to_vote' };
    it.do = () => Promise.reject(Object.assign(new Error('refused'), { problem }));
    const lead = new Leading(it);
    expect(await lead.run('next', 'open_activity', { activity: 'a4' })).toBe(false);
    expect(lead.problem).toEqual(problem);
    it.do = () => Promise.resolve();
    await lead.run('next', 'close_activity', {});
    expect(lead.problem).toBeNull();
  });
});
