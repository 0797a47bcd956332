import type { BallotItem } from '../../wire/protocol';

/** How many dots one person can place: with one or two values not every dot has a place, and none is promised that has not. */
export const placeable = ({
  dots,
  perOption,
  options,
}: Pick<BallotItem, 'dots' | 'perOption'> & { options: unknown[] }) => Math.min(dots, perOption * options.length);
