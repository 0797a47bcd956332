import type { Items, Kind, PlannedActivity } from '../../../wire/protocol';

/** What the facilitator can do next: open an activity, close the one that is on, or end the session. */
export type Move = { do: 'open'; activity: PlannedActivity } | { do: 'close'; kind: Kind } | { do: 'end' };

/** What opening an activity costs the vote. */
export type Cost = 'cancels' | 'keeps' | 'closes-vote' | 'none';

const closesFirst: Kind[] = [
  'checkin',
  'tensions',
  'write',
  'rounds',
  'cluster',
  'clarify',
  'vote',
  'formulate',
  'consent',
  'rate',
  'commit',
  'checkout',
];

/** The way forward: what takes input closes first, so that the room sees what it made; then the next one opens. */
export function nextMove(items: Items): Move | null {
  const list = items.agenda?.activities ?? [];
  if (!items.session || items.session.status === 'ended' || list.length === 0) return null;
  const now = items.now;
  if (!now) return { do: 'open', activity: list[0]! };
  if (now.open && closesFirst.includes(now.kind)) return { do: 'close', kind: now.kind };
  const next = list[now.index + 1];
  return next ? { do: 'open', activity: next } : { do: 'end' };
}

/** The way back: what is closed opens again; what is open gives way to the one before it. */
export function backMove(items: Items): Move | null {
  const now = items.now;
  if (!now || items.session?.status === 'ended') return null;
  const activity = items.agenda?.activities[now.open ? now.index - 1 : now.index];
  return activity ? { do: 'open', activity } : null;
}

/**
 * The server's rule, told beforehand: what comes before a vote cancels its round, what comes after closes it. Another vote keeps a
 * round that the room has seen the outcome of, and cancels any other.
 */
export function costOf(items: Items, target: PlannedActivity): Cost {
  const status = items.vote?.status;
  const before = ['write', 'rounds', 'cluster', 'clarify'].includes(target.kind);
  if (before && (status === 'open' || status === 'closed')) return 'cancels';
  if (target.kind === 'vote' && status === 'closed') return items.vote?.revealed ? 'keeps' : 'cancels';
  if (target.kind === 'vote' && status === 'open') return 'cancels';
  if (status === 'open') return 'closes-vote';
  return 'none';
}

/** Votes that would be lost if the round were cancelled now. */
export function votesAtStake(items: Items): number {
  return items.result?.ballots ?? (items.now?.kind === 'vote' ? (items.progress?.done ?? 0) : 0);
}

/** The moment of the session, as the script knows it. */
export type Moment =
  | 'lobby'
  | 'bridge'
  | 'choosing'
  | 'ended'
  | 'writeInspired'
  | 'writeInOpen'
  | Still
  | Exclude<Kind, Still>
  | `${Exclude<Kind, Still>}Closed`;

/** Kinds that look the same open and closed. */
type Still = 'welcome' | 'reveal' | 'pause';

const isStill = (kind: Kind): kind is Still => kind === 'welcome' || kind === 'reveal' || kind === 'pause';

export function momentOf(items: Items): Moment {
  if (items.session?.status === 'ended') return 'ended';
  const now = items.now;
  if (!now) return 'lobby';
  if (now.kind === 'reveal' && items.vote?.bridge) return 'bridge';
  if (isStill(now.kind)) return now.kind;
  if (now.open && now.mode) return now.mode === 'open' ? 'writeInOpen' : 'writeInspired';
  if (now.kind === 'formulate' && items.choice?.open) return 'choosing';
  return now.open ? now.kind : `${now.kind}Closed`;
}
