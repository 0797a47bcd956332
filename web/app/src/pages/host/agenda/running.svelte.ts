import type { Leading } from '../../../activities/leading.svelte';
import { newId } from '../../../wire/id';
import type { Kind, PlannedActivity, PlannedStep } from '../../../wire/protocol';
import { bare } from '../../../activities/bare';
import { askedBefore, begun, moved, type Planner, type Standing } from './planner';

/** What to ask before an activity is taken out that people have answered in. */
interface Asked {
  title: (step: PlannedStep) => string;
  text: string;
  yes: string;
}

/** How long after its acknowledgement a command shows in the view, in milliseconds, with room for a slow line. */
const settling = 1000;

/** The agenda of a session that runs: each change is a command, and what the server made of it comes back. */
export class RunningPlan implements Planner {
  #lead: Leading;
  #asked: () => Asked;
  /** The order that was asked for, by id, until the server's has come: so that one step can be moved twice in a row. */
  #asking = $state.raw<{ ids: string[] } | null>(null);
  readonly steps: readonly PlannedStep[] = $derived.by(() => {
    const { agenda, notes } = this.#lead.room.items;
    const steps = (agenda?.activities ?? []).map((activity) => step(activity, notes?.notes[activity.id]));
    const ids = this.#asking?.ids;
    const place = ({ id }: PlannedStep) => (ids?.includes(id) ? ids.indexOf(id) : steps.length);
    return ids ? steps.toSorted((a, b) => place(a) - place(b)) : steps;
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

  add(kind: Kind, at: number): void {
    void this.#lead.run('plan', 'plan_activity', { ...begun(kind, newId()), at });
  }

  change({ note = '', ...activity }: PlannedStep): void {
    const { note: was = '' } = this.steps.find(({ id }) => id === activity.id) ?? {};
    if (!askedBefore(this.steps, activity.id).some(({ id }) => id === activity.of)) delete activity.of;
    void this.#lead.run('plan', 'edit_activity', activity);
    if (note !== was) void this.#lead.run('plan', 'note_activity', { activity: activity.id, note });
  }

  move(id: string, at: number): void {
    const asked = { ids: moved(this.steps, id, at).map((one) => one.id) };
    this.#asking = asked;
    void this.#lead.run('plan', 'move_activity', { activity: id, at }).then((done) => {
      const forget = () => this.#asking === asked && (this.#asking = null);
      if (done) setTimeout(forget, settling);
      else forget();
    });
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
