import type { Leading } from '../../../activities/leading.svelte';
import { newId } from '../../../wire/id';
import type { Kind, PlannedActivity, PlannedStep } from '../../../wire/protocol';
import { askedBefore, bare, begun, type Planner, type Standing } from './planner';

/** What to ask before an activity is taken out that people have answered in. */
interface Asked {
  title: (step: PlannedStep) => string;
  text: string;
  yes: string;
}

/** The agenda of a session that runs: each change is a command, and what the server made of it comes back. */
export class RunningPlan implements Planner {
  #lead: Leading;
  #asked: () => Asked;
  readonly steps: readonly PlannedStep[] = $derived.by(() => {
    const { agenda, notes } = this.#lead.room.items;
    return (agenda?.activities ?? []).map((activity) => step(activity, notes?.notes[activity.id]));
  });

  constructor(lead: Leading, asked: () => Asked) {
    this.#lead = lead;
    this.#asked = asked;
  }

  get minutes(): number {
    return this.#lead.room.items.agenda?.minutes ?? 0;
  }

  standing(id: string): Standing {
    const { now, agenda } = this.#lead.room.items;
    if (now?.activity === id) return 'now';
    return agenda?.activities.find((one) => one.id === id)?.status === 'closed' ? 'done' : 'planned';
  }

  add(kind: Kind): void {
    void this.#lead.run('plan', 'plan_activity', { ...begun(kind, newId()), at: this.steps.length });
  }

  change({ note = '', ...activity }: PlannedStep): void {
    const { note: was = '' } = this.steps.find(({ id }) => id === activity.id) ?? {};
    if (!askedBefore(this.steps, activity.id).some(({ id }) => id === activity.of)) delete activity.of;
    void this.#lead.run('plan', 'edit_activity', activity);
    if (note !== was) void this.#lead.run('plan', 'note_activity', { activity: activity.id, note });
  }

  move(id: string, at: number): void {
    void this.#lead.run('plan', 'move_activity', { activity: id, at });
  }

  remove(id: string): void {
    const step = this.steps.find((one) => one.id === id);
    if (!step) return;
    const remove = (sure: boolean) => void this.#lead.run('plan', 'remove_activity', { activity: id, sure });
    if (this.standing(id) === 'planned') return remove(false);
    const { title, text, yes } = this.#asked();
    this.#lead.ask({ title: title(step), text, yes, then: () => remove(true) });
  }
}

function step(planned: PlannedActivity, note?: string): PlannedStep {
  const activity = bare(planned, 'status', 'opened', 'closed');
  return note ? { ...activity, note } : activity;
}
