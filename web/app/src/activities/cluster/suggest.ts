import type { ClusterItem, SuggestionsItem } from '../../wire/protocol';

/** A suggestion as the facilitator reads it: its key, the clusters by name, and why. */
export interface Proposal {
  key: string;
  clusters: string[];
  names: string[];
  reason: SuggestionsItem['list'][number]['reason'];
  word: string;
}

/** The suggestions whose clusters are all on the board: what comes a moment later is shown a moment later. */
export function proposalsOf(item: SuggestionsItem | undefined, clusters: ReadonlyMap<string, ClusterItem>): Proposal[] {
  return (item?.list ?? []).flatMap(({ clusters: ids, reason, word = '' }) => {
    const names = namesOf(ids, clusters);
    return names ? [{ key: ids.join(' '), clusters: ids, names, reason, word }] : [];
  });
}

/** Neighbouring values by name. */
export function relatedOf(
  item: SuggestionsItem | undefined,
  clusters: ReadonlyMap<string, ClusterItem>,
): { key: string; names: string[] }[] {
  return (item?.related ?? []).flatMap(({ clusters: ids }) => {
    const names = namesOf(ids, clusters);
    return names ? [{ key: ids.join(' '), names }] : [];
  });
}

function namesOf(ids: readonly string[], clusters: ReadonlyMap<string, ClusterItem>): string[] | null {
  const names = ids.flatMap((id) => clusters.get(id)?.name ?? []);
  return names.length === ids.length ? names : null;
}
