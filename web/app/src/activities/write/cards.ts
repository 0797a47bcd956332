import type { Outgoing } from '../../wire/outbox';
import type { AddCard, Company, EditCard, Me, OwnCard, RemoveCard, StrengthenCard } from '../../wire/protocol';

/** A card as its writer sees it: at once, whether the server has it already or not. */
export interface ShownCard extends OwnCard {
  /** Something about it is not acknowledged yet. */
  underway: boolean;
}

/**
 * The own cards: what the server has, changed by what is on its way there. `acknowledged` is done, only not in `me` yet.
 * `company`: with whom one talks now, which the server writes on new cards.
 */
export function ownCards(
  me: Me | null,
  acknowledged: readonly Outgoing[],
  outgoing: readonly Outgoing[],
  company?: Company,
): readonly ShownCard[] {
  let list: ShownCard[] = (me?.cards ?? []).map((card) => ({ ...card, underway: false }));
  const run = (command: Outgoing, underway: boolean) => {
    const { id } = command.data as RemoveCard;
    const known = list.find((card) => card.id === id);
    if (command.type === 'add_card' && !known) {
      list = [...list, { ...(command.data as AddCard), cluster: '', with: company, underway }];
    }
    if (command.type === 'edit_card') {
      const { text, why } = command.data as EditCard;
      list = list.map((card) => (card.id === id ? { ...card, text, why, underway } : card));
    }
    if (command.type === 'strengthen_card') {
      const stronger = (command.data as StrengthenCard).stronger ? (company ?? 'pair') : undefined;
      list = list.map((card) => (card.id === id ? { ...card, stronger, underway } : card));
    }
    if (command.type === 'remove_card') list = list.filter((card) => card.id !== id);
  };
  for (const command of acknowledged) run(command, false);
  for (const command of outgoing) run(command, true);
  return list;
}

/** Whether a card was laid down in a round of talking, which has a limit of its own. */
export const talked = ({ with: company }: Pick<OwnCard, 'with'>): boolean => Boolean(company) && company !== 'late';
