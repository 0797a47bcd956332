import type { Items, Kind, Me } from '../../wire/protocol';
import { partOf } from '../../activities/more';
import type { Line } from '../../wire/room.svelte';

/** Activities whose part of the page is fetched after the first one stands; see activities/more. */
type Later = Exclude<Kind, 'welcome' | 'write' | 'vote'>;

/** What a phone shows. */
export type Stage =
  | 'finding'
  | 'gone'
  | 'denied'
  | 'notice'
  | 'group'
  | 'lobby'
  | 'write'
  | 'written'
  | 'vote'
  | 'ballot'
  | 'tables'
  | 'voted'
  | Later
  | 'ended';

export interface Situation {
  line: Line;
  items: Items;
  /** The server has said who this phone is. */
  met: boolean;
  me: Me | null;
  noticeRead: boolean;
  groupChosen: boolean;
}

/** One task at a time: first the notice, then the group, then what the room is doing. */
export function stageOf({ line, items, met, me, noticeRead, groupChosen }: Situation): Stage {
  const { session, now } = items;
  if (session?.status === 'ended' && !(session.rehearsal && line === 'gone')) return 'ended';
  if (line === 'gone' || line === 'denied') return line;
  if (!session || !met) return 'finding';
  const before = groupChosen || (me?.cards.length ?? 0) > 0; // on this phone, whose storage has been cleared since
  if (!noticeRead && !before) return 'notice';
  if (!groupChosen && session.groups.length > 0) return 'group';
  switch (now?.kind) {
    case 'write':
      return now.open ? 'write' : 'written';
    case 'vote':
      if (!now.open || !items.ballot) return 'voted';
      if ((me?.people ?? 1) > 1) return 'tables';
      return items.ballot.method === 'dots' ? 'vote' : 'ballot';
    default:
      return now && partOf(now.kind) ? (now.kind as Later) : 'lobby';
  }
}
