import type { Component } from 'svelte';
import type { AgendaItem, Kind } from '../wire/protocol';

type Part = () => Promise<{ default: Component }>;

/**
 * What a phone shows in activities that not every session has. They are fetched when the agenda has them, so that nobody's
 * first page grows by what others use.
 */
const parts: Partial<Record<Kind, Part>> = {
  pause: () => import('./pause/Phone.svelte'),
};

/** What to fetch for an activity; undefined when the phone has it, or knows nothing of it. */
export const partOf = (kind: Kind | undefined): Part | undefined => kind && parts[kind];

/** Fetches what this agenda will need while there is a network. What does not come now is fetched when it is needed. */
export function fetchAhead(agenda: AgendaItem | undefined): void {
  for (const { kind } of agenda?.activities ?? []) parts[kind]?.().catch(() => {});
}
