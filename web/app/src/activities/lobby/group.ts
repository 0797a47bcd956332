import type { Outgoing } from '../../wire/outbox';
import type { ChooseGroup, Me } from '../../wire/protocol';

export interface OwnGroup {
  /** The question has been answered, by choosing or by skipping. */
  chosen: boolean;
  /** '' when skipped. */
  group: string;
}

/** The own answer to the group question, with what is still on its way. */
export function ownGroup(me: Me | null, underway: readonly Outgoing[]): OwnGroup {
  const last = underway.findLast((command) => command.type === 'choose_group');
  if (last) return { chosen: true, group: (last.data as ChooseGroup).group };
  return { chosen: me?.chosen ?? false, group: me?.group ?? '' };
}
