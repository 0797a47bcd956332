import { flushSync, mount, unmount } from 'svelte';
import { afterEach, describe, expect, test, vi } from 'vitest';
import Fixture from './DotsFixture.svelte';

const onchange = vi.fn();
const onrefuse = vi.fn();
let made: Record<string, unknown> | undefined;

function show(props: { value: number; max: number; left: number; locked?: boolean }) {
  made = mount(Fixture, { target: document.body, props: { label: 'Vertrouwen', onchange, onrefuse, ...props } });
  flushSync();
  const button = (word: string) => document.querySelector<HTMLButtonElement>(`button[aria-label^="${word}"]`);
  return { more: button('Stip erbij'), less: button('Stip eraf') };
}

afterEach(async () => {
  if (made) await unmount(made);
  vi.clearAllMocks();
});

describe('placing dots', () => {
  test('a press on + asks for one more', () => {
    show({ value: 1, max: 2, left: 3 }).more!.click();
    expect(onchange).toHaveBeenCalledExactlyOnceWith(2);
  });

  test('a third dot on one value is refused by name, and nothing changes', () => {
    show({ value: 2, max: 2, left: 3 }).more!.click();
    expect(onrefuse).toHaveBeenCalledExactlyOnceWith('over_option');
    expect(onchange).not.toHaveBeenCalled();
  });

  test('a dot over the budget is refused by name', () => {
    show({ value: 0, max: 2, left: 0 }).more!.click();
    expect(onrefuse).toHaveBeenCalledExactlyOnceWith('over_budget');
  });

  test('there is nothing to take from a value without dots', () => {
    show({ value: 0, max: 2, left: 3 }).less!.click();
    expect(onchange).not.toHaveBeenCalled();
  });

  test('after closing one sees the dots and has no buttons', () => {
    const { more, less } = show({ value: 1, max: 2, left: 3, locked: true });
    expect([more, less]).toEqual([null, null]);
    expect(document.body.textContent).toContain('1 stip op Vertrouwen');
  });
});
