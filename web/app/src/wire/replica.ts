import type {
  CardItem,
  ClusterItem,
  Families,
  DraftItem,
  Formulation,
  Frame,
  GlimpseItem,
  IntentionItem,
  Items,
  Outcome,
  StepItem,
} from './protocol';

/** What this page has of a session's view. Never changed, only replaced. */
export interface Replica {
  /** The history that `rev` counts in, on whatever server; '' before the first frame. */
  readonly mark: string;
  readonly rev: number;
  readonly items: Items;
  readonly cards: ReadonlyMap<string, CardItem>;
  readonly clusters: ReadonlyMap<string, ClusterItem>;
  /** What was answered in an activity, by its id. */
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly steps: ReadonlyMap<string, StepItem>;
  /** Personal steps that were shared; in the order of their ids they are shuffled. */
  readonly intentions: ReadonlyMap<string, IntentionItem>;
  /** What tables have written, by value/table; for host and screen. */
  readonly drafts: ReadonlyMap<string, DraftItem>;
  /** Final texts, by value. */
  readonly finals: ReadonlyMap<string, Formulation>;
  /** Words that others are writing in the open. */
  readonly glimpses: ReadonlyMap<string, GlimpseItem>;
}

export const nothing: Replica = {
  mark: '',
  rev: 0,
  items: {},
  cards: new Map(),
  clusters: new Map(),
  outcomes: new Map(),
  steps: new Map(),
  intentions: new Map(),
  drafts: new Map(),
  finals: new Map(),
  glimpses: new Map(),
};

/**
 * The view after a frame. A frame says which revision it goes on from; when that is not one we have been through, the
 * answer is null: something is missing, and only a frame from the beginning helps.
 */
export function applyFrame(have: Replica, frame: Frame): Replica | null {
  if (frame.since === 0) return change({ ...nothing, mark: frame.mark }, frame);
  if (frame.since > have.rev) return null;
  if (frame.rev <= have.rev) return have; // nothing that we have not seen
  return change(have, frame);
}

function change(have: Replica, frame: Frame): Replica {
  const items: Record<string, unknown> = { ...have.items };
  const families = {
    card: new Family(have.cards),
    cluster: new Family(have.clusters),
    outcome: new Family(have.outcomes),
    step: new Family(have.steps),
    intention: new Family(have.intentions),
    draft: new Family(have.drafts),
    final: new Family(have.finals),
    glimpse: new Family(have.glimpses),
  };
  for (const key of frame.drop ?? []) {
    const [kind, id] = split(key);
    if (id === undefined) delete items[key];
    else if (kind in families) families[kind as keyof Families].drop(id);
  }
  for (const [key, value] of Object.entries(frame.set)) {
    const [kind, id] = split(key);
    if (id === undefined) items[key] = value;
    else if (kind in families) families[kind as keyof Families].set(id, value as never);
    // A family that this page does not know comes from a newer server: it can do without.
  }
  return {
    mark: frame.mark,
    rev: frame.rev,
    items: items as Items,
    cards: families.card.map,
    clusters: families.cluster.map,
    outcomes: families.outcome.map,
    steps: families.step.map,
    intentions: families.intention.map,
    drafts: families.draft.map,
    finals: families.final.map,
    glimpses: families.glimpse.map,
  };
}

/** The many things of one kind; copied at the first change, so that what did not change stays the same object. */
class Family<T> {
  map: ReadonlyMap<string, T>;
  #copy: Map<string, T> | undefined;

  constructor(map: ReadonlyMap<string, T>) {
    this.map = map;
  }

  set(id: string, value: T): void {
    this.#writable().set(id, value);
  }

  drop(id: string): void {
    if (this.map.has(id)) this.#writable().delete(id);
  }

  #writable(): Map<string, T> {
    this.#copy ??= new Map(this.map);
    this.map = this.#copy;
    return this.#copy;
  }
}

function split(key: string): [kind: string, id: string | undefined] {
  const at = key.indexOf('/');
  return at < 0 ? [key, undefined] : [key.slice(0, at), key.slice(at + 1)];
}
