import { newId } from '../../../wire/id';
import type { Blueprint, Kind, PlannedStep } from '../../../wire/protocol';
import { bare } from '../../../activities/bare';
import { begun, moved, named, type Planner, type Standing, total } from './planner';

/** An agenda that is drawn up on this page; the server sees it when it is kept, or when a session starts by it. */
export class Draft implements Planner {
  name = $state('');
  steps = $state.raw<readonly PlannedStep[]>([]);
  readonly minutes: number;

  constructor({ name, minutes, steps }: Blueprint) {
    this.name = name;
    this.steps = named(steps);
    this.minutes = minutes || total(steps);
  }

  get blueprint(): Blueprint {
    return { name: this.name.trim(), minutes: this.minutes, steps: [...this.steps] };
  }

  standing(): Standing {
    return 'planned';
  }

  add(kind: Kind, at: number): void {
    this.steps = this.steps.toSpliced(at, 0, begun(kind, newId()));
  }

  change(step: PlannedStep): void {
    this.steps = this.steps.map((one) => (one.id === step.id ? step : one));
  }

  move(id: string, at: number): void {
    this.steps = moved(this.steps, id, at);
    this.#unask();
  }

  remove(id: string): void {
    this.steps = this.steps.filter((one) => one.id !== id);
    this.#unask();
  }

  /** What asked again something that is not before it any more, asks it as new. */
  #unask(): void {
    this.steps = this.steps.map((step, i) => {
      if (!step.of || this.steps.slice(0, i).some(({ id }) => id === step.of)) return step;
      return bare(step, 'of');
    });
  }
}
