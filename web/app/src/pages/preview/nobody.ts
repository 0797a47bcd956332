import type { Items, Me } from '../../wire/protocol';

/**
 * The own part of a phone that belongs to nobody: nothing was written, chosen or given. At the beginning it is asked for its
 * group, as every phone is; later it stands where the room is.
 */
export function nobody({ now }: Items): Me {
  return { group: '', chosen: now !== undefined && now.kind !== 'welcome', cards: [], ballot: null };
}
