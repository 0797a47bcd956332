import { createContext } from 'svelte';
import type { I18n } from '../i18n/i18n.svelte';
import type { PhoneTexts } from '../i18n/phones';
import { sentence } from '../i18n/problem/sentence';
import type { Outgoing } from '../wire/outbox';
import type { AddCard, Me, Problem, ProposeValue, Sight } from '../wire/protocol';
import type { Room } from '../wire/room.svelte';
import type { Kept } from './kept.svelte';
import type { SessionRoom } from './room';

/** The part of a room that a phone uses. */
export type PhoneRoom = SessionRoom & Pick<Room, 'me' | 'met' | 'outgoing' | 'settling'>;

/** A participant's phone in a session: the room, what the phone keeps itself, and its words. */
export class Phone {
  readonly session: string;
  readonly room: PhoneRoom;
  readonly kept: Kept;
  readonly i18n: I18n<PhoneTexts>;
  /** Refusals that nobody has been told of yet. */
  unsaid = $state.raw<readonly Problem[]>([]);
  /** Who sees what is laid down now while people write, as this phone says above the field. */
  told = $state.raw<Sight>();
  /** Of a phone that writes for several: whose ballot is in hand, from 1. */
  seat = 1;

  constructor(session: string, room: PhoneRoom, kept: Kept, i18n: I18n<PhoneTexts>) {
    this.session = session;
    this.room = room;
    this.kept = kept;
    this.i18n = i18n;
  }

  get t() {
    return this.i18n.t.phone;
  }

  /** A refusal in the language of the moment. */
  says(problem: Problem): string {
    return sentence(this.i18n.t.problem, problem);
  }

  /** The own part; after the end, as this phone remembers it. */
  get me(): Me | null {
    return this.room.me ?? (this.room.items.session?.status === 'ended' ? this.kept.me.value : null);
  }

  /** The commands that the own part does not show yet, in order. */
  get underway(): readonly Outgoing[] {
    return [...this.room.settling, ...this.room.outgoing];
  }

  /** How it is with something that is not acknowledged yet. */
  get waiting(): 'sending' | 'kept' {
    return this.room.line === 'offline' ? 'kept' : 'sending';
  }

  /** The server refused: a text comes back to its writer, anything else has to be said. */
  refused(command: Outgoing, problem: Problem): void {
    if (command.type === 'add_card' || command.type === 'edit_card') {
      const { id, text, why } = command.data as AddCard;
      this.kept.returned.value = [
        ...this.kept.returned.value.filter((one) => one.id !== id),
        { id, text, why, problem },
      ];
    } else if (command.type === 'propose_value') {
      const { proposal } = this.kept;
      proposal.value = [proposal.value.trim(), (command.data as ProposeValue).text].filter(Boolean).join(', ');
      this.unsaid = [...this.unsaid, problem];
    } else if (command.type === 'fill_sheet' && problem.code === 'closed') {
      return; // still on the phone, and the page of the closed activity says so
    } else this.unsaid = [...this.unsaid, problem];
  }
}

export const [usePhone, providePhone] = createContext<Phone>();
