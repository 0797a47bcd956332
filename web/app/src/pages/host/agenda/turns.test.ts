import { flushSync, mount, tick, unmount } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import type { Turn } from '../../../wire/protocol';
import { nl } from './nl';
import { most } from './planner';
import Fixture from './TurnsFixture.svelte';

let made: Record<string, unknown> | undefined;
let held: Turn[] = [];

function show(begin: Turn[], minutes = 12) {
  made = mount(Fixture, { target: document.body, props: { begin, minutes, told: (turns: Turn[]) => (held = turns) } });
  flushSync();
}

afterEach(async () => {
  if (made) await unmount(made);
});

const named = <E extends HTMLElement>(label: string) => document.querySelector<E>(`[aria-label="${label}"]`)!;
const adding = () => document.querySelector<HTMLButtonElement>('.add button');
const press = async (button: HTMLElement | null) => {
  button!.click();
  await tick();
  flushSync();
};
const focused = () => document.activeElement?.getAttribute('aria-label');
const three: Turn[] = [
  { with: 'alone', minutes: 2 },
  { with: 'pair', minutes: 4 },
  { with: 'all', minutes: 6 },
];

test('a round goes earlier or later, and whoever moved it stays at it', async () => {
  show(three);
  await press(named(nl.turnUp(3)));
  expect(held.map((turn) => turn.with)).toEqual(['alone', 'all', 'pair']);
  expect(focused()).toBe(nl.turnUp(2));
  await press(named(nl.turnUp(2)));
  expect(held.map((turn) => turn.with)).toEqual(['all', 'alone', 'pair']);
  expect(focused()).toBe(nl.turnWith(1)); // it cannot go further up
  await press(named(nl.turnDown(1)));
  expect(held.map((turn) => turn.minutes)).toEqual([2, 6, 4]);
  expect(named<HTMLButtonElement>(nl.turnUp(1)).disabled && named<HTMLButtonElement>(nl.turnDown(3)).disabled).toBe(
    true,
  );
});

test('a round is added at the end and taken away again, with something to go on from each time', async () => {
  show(three);
  await press(adding());
  expect(held.at(-1)).toEqual({ with: 'pair', minutes: 2 });
  expect(focused()).toBe(nl.turnWith(4));
  await press(named(nl.turnRemove(2)));
  expect(held.map((turn) => turn.with)).toEqual(['alone', 'all', 'pair']);
  expect(focused()).toBe(nl.turnWith(2));
  for (let left = 3; left > 0; left--) await press(named(nl.turnRemove(1)));
  expect(held).toEqual([]);
  expect(document.activeElement).toBe(adding());
  for (let n = 0; n < most.turns; n++) await press(adding());
  expect(held).toHaveLength(most.turns);
  expect(adding()).toBeNull();
});

test('minutes stay within what the server takes', async () => {
  show(three);
  const minutes = named<HTMLInputElement>(nl.turnMinutes(2));
  for (const [typed, kept] of [
    ['9', 9],
    ['500', most.turnMinutes],
    ['0', 1],
    ['', 1],
  ] as const) {
    minutes.value = typed;
    minutes.dispatchEvent(new Event('change', { bubbles: true }));
    await tick();
    flushSync();
    expect([held[1]!.minutes, minutes.value]).toEqual([kept, String(kept)]);
  }
});

test('rounds that take more or less than the activity are told, and allowed', async () => {
  show(three, 12);
  expect(document.querySelector('[role=status]')).toBeNull();
  await press(adding());
  expect(document.querySelector('[role=status]')?.textContent).toBe(nl.turnsSum(14, 12));
});
