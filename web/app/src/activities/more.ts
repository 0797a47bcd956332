import type { Component } from 'svelte';
import type { AgendaItem, Kind } from '../wire/protocol';

type Part = () => Promise<{ default: Component }>;

/**
 * What a phone shows later than its first minutes, or not in every session. It is fetched ahead when the first page stands,
 * so that the first page is there at once and nobody's grows by what others use.
 */
const parts: Partial<Record<Kind | 'ballot' | 'written' | 'voted' | 'tables' | 'ended', Part>> = {
  write: () => import('./write/Phone.svelte'),
  written: () => import('./write/Closed.svelte'),
  vote: () => import('./vote/Phone.svelte'),
  ballot: () => import('./vote/methods/Phone.svelte'),
  voted: () => import('./vote/Closed.svelte'),
  tables: () => import('./vote/Tables.svelte'),
  cluster: () => import('./cluster/Phone.svelte'),
  reveal: () => import('./reveal/Phone.svelte'),
  ended: () => import('./ended/Phone.svelte'),
  checkin: () => import('./asking/Phone.svelte'),
  checkout: () => import('./asking/Phone.svelte'),
  tensions: () => import('./asking/Phone.svelte'),
  rate: () => import('./asking/Phone.svelte'),
  rounds: () => import('./rounds/Phone.svelte'),
  clarify: () => import('./clarify/Phone.svelte'),
  commit: () => (void import('./commit/Ended.svelte').catch(() => {}), import('./commit/Phone.svelte')),
  pause: () => import('./pause/Phone.svelte'),
  formulate: () => import('./formulate/Phone.svelte'),
  consent: () => import('./consent/Phone.svelte'),
};

/** What to fetch for an activity, or for the end; undefined when the phone has it, or knows nothing of it. */
export const partOf = (kind: string): Part | undefined => (parts as Record<string, Part | undefined>)[kind];

/** What goes with a card: a story before it, a why, who sees it, and what others write. Writing does without when it cannot be fetched now. */
export const besideCards = () => import('./story/parts').catch(() => null);

/** For phones that several people share. */
export const sharing = () => import('./lobby/Several.svelte').catch(() => null);

/** The deck to choose words from, once the facilitator has opened it. */
export const theDeck = () => import('./write/Deck.svelte');

/** Fetches what this agenda will need while there is a network. What does not come now is fetched when it is needed. */
export function fetchAhead(agenda: AgendaItem | undefined): void {
  if (!agenda) return;
  for (const { kind, ballot } of agenda.activities) parts[ballot ? 'ballot' : kind]?.().catch(() => {});
  for (const part of [parts.written, parts.voted, parts.ended]) part!().catch(() => {});
  void besideCards();
  theDeck().catch(() => {});
}
