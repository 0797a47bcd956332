import type { Me, OwnStep, StepItem, WriteStep } from '../../wire/protocol';
import type { Outgoing } from '../../wire/outbox';

/** A step without its id. */
export type Step = Omit<WriteStep, 'id'>;

/** As in session/step.go. */
export const limits = { steps: 5, what: 160, first: 160, owner: 60, measure: 160, obstacle: 160 };

export const blank: Step = { what: '' };

/** A step of one's own, and how it is with it. */
export interface Own {
  step: OwnStep;
  state: 'sent' | 'waiting' | 'unsent';
}

/** The own steps: as the server has them, what is on its way, and what was written on this phone and did not get there. */
export function ownSteps(me: Me | null, underway: readonly Outgoing[], written: Record<string, Step>): Own[] {
  const own = new Map<string, Own>();
  for (const step of me?.steps ?? []) own.set(step.id, { step, state: 'sent' });
  for (const command of underway) {
    const step = command.data as WriteStep;
    if (command.type === 'write_step') own.set(step.id, { step, state: 'waiting' });
    if (command.type === 'remove_step') own.delete(step.id);
  }
  for (const [id, step] of Object.entries(written)) {
    if (!own.has(id)) own.set(id, { step: { id, ...step }, state: 'unsent' });
  }
  return [...own.values()];
}

/** What was agreed on first, then as they came. */
export const inOrder = (steps: Iterable<StepItem>): StepItem[] =>
  [...steps].sort((a, b) => Number(b.agreed ?? false) - Number(a.agreed ?? false) || a.order - b.order);

/** A step as it is sent: what was left open is not there. */
export function trimmed(step: Step): Step {
  const kept = Object.entries(step).map(([key, text]) => [key, text?.trim()] as const);
  return Object.fromEntries(kept.filter(([key, text]) => text || key === 'what')) as unknown as Step;
}

/** A day as people write it; '' when there is none. */
export function day(date: string | undefined, format: (at: Date) => string): string {
  return date ? format(new Date(`${date}T12:00`)) : '';
}
