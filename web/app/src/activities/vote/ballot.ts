import type { Outgoing } from '../../wire/outbox';
import type { CastBallot, Me } from '../../wire/protocol';

export type Dots = Readonly<Record<string, number>>;

/** The own ballot of a round as far as it has left the hand: what is on its way, or else what the server has. */
export function sentBallot(round: number, me: Me | null, underway: readonly Outgoing[], seat = 1): Dots | null {
  const last = underway.findLast((command) => command.type === 'cast_ballot' && ofRound(command, round, seat));
  if (last) return (last.data as CastBallot).dots;
  const own = seat === 1 ? me?.ballot : me?.ballots?.find((one) => one.seat === seat);
  return own?.round === round ? own.dots : null;
}

/** Whether a ballot on its way is of a round, and of one of the people this phone writes for. */
export function ofRound(command: Outgoing, round: number, of = 1): boolean {
  const { round: cast, seat = 1 } = command.data as CastBallot;
  return cast === round && seat === of;
}

export const placed = (dots: Dots | null): number => Object.values(dots ?? {}).reduce((sum, n) => sum + n, 0);

/** The dots with `n` on one option; an option without dots is not mentioned. */
export function withDots(dots: Dots | null, option: string, n: number): Dots {
  const others = Object.entries(dots ?? {}).filter(([id]) => id !== option);
  return Object.fromEntries(n > 0 ? [...others, [option, n]] : others);
}
