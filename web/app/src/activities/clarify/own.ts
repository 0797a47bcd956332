import type { Outgoing } from '../../wire/outbox';
import type { Me, Objection, ObjectToOption, ProposedCard, ProposeValue, WithdrawProposal } from '../../wire/protocol';

/** What one has said of the ballot to be: what the server has, changed by what is on its way there. */
export interface Own {
  objections: Record<string, Objection>;
  proposals: readonly ProposedCard[];
}

export function ownWord(me: Me | null, underway: readonly Outgoing[]): Own {
  const objections = { ...me?.objections };
  let proposals: readonly ProposedCard[] = me?.proposals ?? [];
  for (const { type, data } of underway) {
    if (type === 'object_to_option') {
      const { option, objection } = data as ObjectToOption;
      objections[option] = objection;
    }
    if (type === 'propose_value') {
      const { id, text } = data as ProposeValue;
      if (!proposals.some((one) => one.id === id)) proposals = [...proposals, { id, text, status: 'waiting' }];
    }
    if (type === 'withdraw_proposal') {
      const { id } = data as WithdrawProposal;
      proposals = proposals.filter((one) => one.id !== id);
    }
  }
  return { objections, proposals };
}
