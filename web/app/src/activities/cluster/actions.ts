import type { Host } from '../../i18n/host';
import type { Arranging } from './arranging.svelte';

export interface Action {
  name: string;
  label: string;
  can: boolean;
  run: () => void;
}

/** What can be done with what is selected: the same list stands on the bar and in the menu. */
export function actionsOf(hands: Arranging, t: Host['lead'], on: { move(): void; rename(): void }): Action[] {
  const { can } = hands;
  return [
    { name: 'merge', label: t.merge, can: can.merge, run: () => hands.merge() },
    { name: 'move', label: t.move, can: can.move, run: on.move },
    { name: 'rename', label: t.rename, can: can.rename, run: on.rename },
    { name: 'split', label: t.split, can: can.split, run: () => hands.split() },
    { name: 'park', label: can.parked ? t.unpark : t.park, can: can.park, run: () => void hands.park(!can.parked) },
    { name: 'hide', label: t.hide, can: can.hide, run: () => hands.hide() },
  ];
}
