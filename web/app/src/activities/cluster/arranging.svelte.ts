import { SvelteSet } from 'svelte/reactivity';
import type { Leading } from '../leading.svelte';
import { newId } from '../../wire/id';
import { type Board, boardOf } from './board';
import { type Ask, centreOf, clusterKey, merge, moveApart, moveInto, type Thing, thingsOf } from './host';

/** The facilitator's hands on the board: what is selected, and what can be done with it. */
export class Arranging {
  readonly selected = new SvelteSet<string>();
  /** The item that Tab comes to. */
  active = $state('');
  /** The cluster whose name is being typed. */
  renaming = $state<string | null>(null);
  /** The item to go to as soon as it is there: what one held may have gone into it. */
  wanted = $state<string | null>(null);
  board: Board = $derived.by(() => boardOf(this.#lead.room.cards, this.#lead.room.clusters));
  things = $derived.by(() => thingsOf(this.board));
  chosen: Thing[] = $derived.by(() => {
    const { things } = this;
    return [...this.selected].flatMap((key) => things.get(key) ?? []);
  });

  #lead: Leading;

  constructor(lead: Leading) {
    this.#lead = lead;
  }

  toggle(key: string): void {
    if (!this.selected.delete(key)) this.selected.add(key);
  }

  letGo(): void {
    this.selected.clear();
  }

  can = $derived.by(() => {
    const { chosen } = this;
    const one = chosen.length === 1 ? chosen[0] : undefined;
    return {
      merge: merge(chosen, 'x') !== null,
      move: chosen.length > 0,
      rename: one?.kind === 'cluster',
      split: one?.kind === 'cluster' && one.words > 1,
      park: chosen.length > 0,
      hide: chosen.length > 0,
      parked: chosen.length > 0 && chosen.every((thing) => thing.parked && thing.kind === 'cluster'),
    };
  });

  merge(): void {
    const fresh = newId();
    this.#do(merge(this.chosen, fresh), centreOf(this.chosen) ?? fresh);
  }

  moveTo(cluster: string | null, things = this.chosen): void {
    const to = cluster ?? newId();
    this.#do(cluster ? moveInto(things, cluster) : moveApart(things, to), to);
  }

  /** Drops an item, and what is selected with it, on a place of the board. */
  drop(item: string, onto: string): void {
    const things = this.taken(item);
    if (onto === 'parked') void this.park(true, things);
    else if (onto === 'loose') {
      const apart = things.filter((thing) => thing.kind === 'word');
      if (apart.length > 0) this.moveTo(null, apart);
      const parked = things.filter((thing) => thing.kind === 'cluster' && thing.parked);
      if (parked.length > 0) void this.park(false, parked);
    } else this.moveTo(this.things.get(onto)?.cluster ?? null, things);
  }

  taken(item: string): Thing[] {
    if (this.selected.has(item)) return this.chosen;
    const thing = this.things.get(item);
    return thing ? [thing] : [];
  }

  split(): void {
    const cluster = this.chosen[0]?.cluster;
    if (cluster) void this.#run('split', 'split_cluster', { cluster }, clusterKey(cluster));
  }

  rename(name: string): void {
    const cluster = this.renaming;
    this.renaming = null;
    if (cluster) void this.#run('rename', 'rename_cluster', { cluster, name: name.trim() }, clusterKey(cluster));
  }

  async park(parked: boolean, things = this.chosen): Promise<void> {
    for (const thing of things.filter((one) => one.kind === 'cluster')) {
      await this.#run('park', 'park_cluster', { cluster: thing.cluster, parked }, clusterKey(thing.cluster));
    }
    const words = things.filter((one) => one.kind === 'word');
    if (words.length === 0) return;
    const fresh = newId();
    const ask = moveApart(words, fresh);
    if (ask && (await this.#lead.run('park', ask.type, ask.data))) {
      await this.#run('park', 'park_cluster', { cluster: fresh, parked }, clusterKey(fresh));
    }
  }

  hide(): void {
    for (const id of this.chosen.flatMap((thing) => thing.cards)) void this.#lead.run('hide', 'hide_card', { id });
    this.letGo();
  }

  restore(id: string): void {
    void this.#lead.run('hide', 'restore_card', { id });
  }

  undo(): void {
    if ((this.#lead.room.items.clustering?.undo ?? 0) > 0) void this.#lead.run('undo', 'undo_clustering', {});
  }

  #do(ask: Ask | null, then: string): void {
    if (ask) void this.#run('arrange', ask.type, ask.data, clusterKey(then));
  }

  async #run(...[name, type, data, then]: [...Parameters<Leading['run']>, string]): Promise<void> {
    if (!(await this.#lead.run(name, type, data))) return;
    this.letGo();
    this.wanted = then;
  }
}
