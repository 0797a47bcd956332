import { describe, expect, test } from 'vitest';
import type { PlannedStep } from '../../../wire/protocol';
import { Draft } from './draft.svelte';
import { askedBefore, bounded, moved, named, total } from './planner';

const steps: PlannedStep[] = [
  { id: 'a', kind: 'welcome', minutes: 5 },
  { id: 't', kind: 'tensions', minutes: 4 },
  { id: 'w', kind: 'write', minutes: 6, limit: 4 },
  { id: 'again', kind: 'tensions', minutes: 3, of: 't' },
];
const ids = (list: readonly PlannedStep[]) => list.map(({ id }) => id).join(' ');

describe('an agenda that is drawn up', () => {
  test('keeps the length it was begun with, whatever its steps come to', () => {
    const draft = new Draft({ name: 'Teamdag', minutes: 0, steps });
    expect([draft.minutes, total(draft.steps)]).toEqual([18, 18]);
    draft.add('pause', 1);
    expect([draft.minutes, total(draft.steps)]).toEqual([18, 28]);
    expect(draft.steps[1]!.kind).toBe('pause');
    expect(draft.blueprint.steps).toHaveLength(5);
    expect(new Draft({ name: '', minutes: 60, steps }).minutes).toBe(60);
  });

  test('a step goes to another place among the others', () => {
    expect(ids(moved(steps, 'a', 2))).toBe('t w a again');
    expect(ids(moved(steps, 'w', 0))).toBe('w a t again');
    expect(ids(moved(steps, 'gone', 0))).toBe('a t w again');
  });

  test('what would be asked again before it was asked, or without that, is asked as new', () => {
    const draft = new Draft({ name: '', minutes: 0, steps });
    draft.move('again', 0);
    expect(draft.steps[0]).toEqual({ id: 'again', kind: 'tensions', minutes: 3 });
    const other = new Draft({ name: '', minutes: 0, steps });
    other.remove('t');
    expect(other.steps.at(-1)!.of).toBeUndefined();
  });

  test('steps of a template get ids, those that have one keep it', () => {
    expect(ids(named([{ ...steps[0]!, id: '' }, steps[1]!]))).toBe('a1 t');
  });

  test('only tensions before a step can be asked again in it', () => {
    expect(ids(askedBefore(steps, 'again'))).toBe('t');
    expect(ids(askedBefore(steps, 't'))).toBe('');
  });

  test('a number that was typed stays within what is allowed', () => {
    expect(bounded('12', 0, 240, 5)).toBe(12);
    expect(bounded('999', 0, 240, 5)).toBe(240);
    expect(bounded('-3', 0, 240, 5)).toBe(0);
    expect(bounded('', 0, 240, 5)).toBe(5);
    expect(bounded('veel', 0, 240, 5)).toBe(5);
  });
});
