import type { Kind, PlannedStep } from '../../../wire/protocol';

/** Limits of the server, in minutes, cards and characters. */
export const most = {
  steps: 40,
  minutes: 240,
  cards: 20,
  title: 60,
  prompt: 200,
  note: 600,
  poles: 8,
  pole: 40,
  turns: 8,
  turnMinutes: 60,
  name: 120,
};

/** Where a step stands: still to come, the room is at it, or it has been. */
export type Standing = 'planned' | 'now' | 'done';

/** An agenda that can be changed: one that is drawn up, or that of a session that runs. */
export interface Planner {
  readonly steps: readonly PlannedStep[];
  /** How long a session may take, in minutes. */
  readonly minutes: number;
  standing(id: string): Standing;
  /** Puts a new activity at a place, from 0. */
  add(kind: Kind, at: number): void;
  /** What a step is from now on, told whole. */
  change(step: PlannedStep): void;
  /** Gives a step another place among the others, from 0. */
  move(id: string, at: number): void;
  remove(id: string): void;
}

export const total = (steps: readonly { minutes: number }[]): number =>
  steps.reduce((sum, { minutes }) => sum + minutes, 0);

/** What a new activity of a kind begins with. */
export function begun(kind: Kind, id: string): PlannedStep {
  const minutes: Partial<Record<Kind, number>> = { write: 7, cluster: 9, pause: 10 };
  return { id, kind, minutes: minutes[kind] ?? 5, ...(kind === 'write' && { limit: 4 }) };
}

export function moved(steps: readonly PlannedStep[], id: string, at: number): PlannedStep[] {
  const step = steps.find((one) => one.id === id);
  const others = steps.filter((one) => one.id !== id);
  if (step) others.splice(at, 0, step);
  return others;
}

/** The steps with ids, as an editor needs them, and with no two alike. */
export function named(steps: readonly PlannedStep[]): PlannedStep[] {
  return steps.map((step, i) => ({ ...step, id: step.id || `a${i + 1}` }));
}

/** What can be asked again in this step: tensions before it that ask something themselves. */
export function askedBefore(steps: readonly PlannedStep[], id: string): PlannedStep[] {
  const at = steps.findIndex((step) => step.id === id);
  return steps.slice(0, at).filter((step) => step.kind === 'tensions' && !step.of);
}

/** A number of minutes or cards as somebody typed it, within what is allowed; what is no number leaves it as it was. */
export function bounded(typed: string, least: number, limit: number, was: number): number {
  const n = Math.round(Number(typed));
  return typed.trim() === '' || Number.isNaN(n) ? was : Math.min(Math.max(n, least), limit);
}
