import type { OwnBallot, Result, Summary } from '../../wire/protocol';
import { commitWords } from '../commit/words';
import { ownPersonal } from '../commit/own';
import { intentionOf } from '../commit/personal';
import type { Phone } from '../phone.svelte';
import type { Own, OwnRound } from './copy';

/** Reads the results as every reader gets them. */
export type Results = () => Promise<Pick<Summary, 'vote' | 'rounds'>>;

/**
 * What this phone holds of its own, in the session or after it. All of it comes out of its own storage once the session is over.
 * Only the outcomes of rounds before the last one are asked for, when there is a ballot of one's own to lay beside them.
 */
export async function ownOf(phone: Phone, results: Results): Promise<Own> {
  const { me, room, kept } = phone;
  const { session, result } = room.items;
  const { when, then } = intentionOf(ownPersonal(phone).value);
  return {
    title: session?.title ?? '',
    rounds: await ownRounds(
      { ...kept.ballots.value, ...(me?.ballot && { [me.ballot.round]: me.ballot }) },
      result,
      results,
    ),
    cards: (me?.cards ?? []).map(({ text, why }) => ({ text, why: why ?? '' })),
    story: kept.story.value.trim() || (me?.story ?? ''),
    step: then ? commitWords(phone.i18n.lang).sentence(when ?? '', then) : '',
  };
}

/** The rounds that counted and in which one voted, the first one first. One that was cancelled has no outcome. */
export async function ownRounds(
  ballots: Readonly<Record<number, OwnBallot>>,
  last: Result | undefined,
  results: Results,
): Promise<readonly OwnRound[]> {
  const outcomes = new Map(last && [[last.round, last]]);
  if (Object.keys(ballots).some((round) => !outcomes.has(Number(round)))) {
    const { vote, rounds } = await results();
    for (const one of [...(rounds ?? []).map((held) => held.vote), vote]) if (one) outcomes.set(one.round, one);
  }
  return [...outcomes.values()]
    .sort((a, b) => a.round - b.round)
    .flatMap((result) => (ballots[result.round] ? [{ result, ballot: ballots[result.round]! }] : []));
}
