import type { ClusterItem, Items, Suggestion } from '../../wire/protocol';

/** What a facilitator is suggested and has done, over the clusters of a story. */
export function arranging(
  clusters: Map<string, ClusterItem>,
  open: boolean,
): Pick<Items, 'clustering' | 'suggestions' | 'arrangements'> {
  const ids = [...clusters.keys()].filter((id) => !clusters.get(id)!.parked);
  const reasons = ['value', 'stem', 'spelling'] as const;
  const list: Suggestion[] = [];
  for (let i = 0; i + 1 < ids.length && list.length < 7; i += 2) {
    const reason = reasons[list.length % reasons.length]!;
    const word = clusters.get(ids[i]!)!.name;
    list.push({ clusters: ids.slice(i, i + 2), reason, ...(reason !== 'spelling' && { word }) });
  }
  const related = ids.length > 3 ? [{ clusters: [ids[0]!, ids[3]!] }] : [];
  if (!open) return { suggestions: { list: [], related } };
  const named = [...clusters.values()].find((cluster) => cluster.named);
  if (named) named.doubts = 2;
  const at = new Date(2026, 10, 23, 14, 5).toISOString();
  const into = named?.name ?? '';
  return {
    clustering: { undo: 3 },
    suggestions: { list, related },
    arrangements: {
      list: [
        { at, verb: 'undo', tab: 1, words: ['samen'], cards: 1, into },
        { at, verb: 'move', tab: 2, words: ['samen', 'er zijn'], cards: 6, into },
        { at, verb: 'merge', tab: 1, words: ['eerlijk zijn'], cards: 1, into, accepted: ['stem'] },
      ],
      tabs: 2,
      alike: 14,
    },
  };
}
