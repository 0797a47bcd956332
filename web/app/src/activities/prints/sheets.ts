import type { SessionRoom } from '../room';

/** What can be printed or shared of a session at this moment. */
export interface Sheets {
  /** Whether there is an invitation: until the session has ended. */
  invitation: boolean;
  /** Whether the room sees a ballot. */
  ballots: boolean;
  /** The values that a poster shows, in its order; none while there is no value to show. */
  values: string[];
}

/** A poster holds so many values; more are a list. */
const most = 6;

type Seen = Pick<SessionRoom, 'items' | 'finals'>;

/** Follows what the server would answer, so that nobody is led to an empty page. */
export function sheetsOf({ items, finals }: Seen): Sheets {
  const over = items.session?.status === 'ended';
  const options = items.result?.options ?? [];
  const rank = (id: string) => options.find((option) => option.id === id)?.rank ?? options.length + 1;
  const told = [...finals.values()].filter(({ sentence }) => sentence.trim() !== '');
  const values =
    told.length > 0
      ? told.sort((a, b) => rank(a.value) - rank(b.value)).map(({ name }) => name)
      : over || items.vote?.revealed
        ? options.filter(({ inTop }) => inTop).map(({ name }) => name)
        : [];
  return {
    invitation: !over,
    ballots: !over && ((items.clarify?.options.length ?? 0) > 0 || items.ballot !== undefined),
    values: values.slice(0, most),
  };
}
