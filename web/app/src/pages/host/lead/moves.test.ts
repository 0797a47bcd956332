import { describe, expect, test } from 'vitest';
import { stages, told, type Stage } from '../../../stories/desk/fixture';
import { backMove, costOf, momentOf, nextMove, votesAtStake } from './moves';

const at = (stage: Stage) => told({ stage, people: 12, lang: 'nl', role: 'host' }).items;
const next = (stage: Stage) => {
  const move = nextMove(at(stage));
  return move?.do === 'open' ? `open ${move.activity.kind}` : move && 'kind' in move ? `close ${move.kind}` : move?.do;
};
const activity = (kind: string) => at('lobby').agenda!.activities.find((a) => a.kind === kind)!;

describe('the way forward', () => {
  test('goes through a whole session, closing what takes input before the next opens', () => {
    expect(stages.slice(0, 9).map(next)).toEqual([
      'open welcome',
      'open write',
      'close write',
      'open cluster',
      'close cluster',
      'open vote',
      'close vote',
      'open reveal',
      'end',
    ]);
  });

  test('ends where the session ended', () => {
    expect(nextMove(at('ended'))).toBeNull();
  });
});

describe('the way back', () => {
  test('opens again what has just closed, and else goes one back', () => {
    expect(backMove(at('write-closed'))).toMatchObject({ do: 'open', activity: { kind: 'write' } });
    expect(backMove(at('cluster'))).toMatchObject({ do: 'open', activity: { kind: 'write' } });
  });

  test('is not there at the beginning and after the end', () => {
    for (const stage of ['lobby', 'welcome', 'ended'] as const) expect(backMove(at(stage))).toBeNull();
  });
});

describe('what opening an activity costs', () => {
  test('going back to the cards cancels a round, open or closed', () => {
    expect(costOf(at('vote'), activity('cluster'))).toBe('cancels');
    expect(costOf(at('vote-closed'), activity('write'))).toBe('cancels');
    expect(costOf(at('reveal'), activity('cluster'))).toBe('cancels');
  });

  test('voting again cancels a round that the room has not seen the outcome of, and keeps one that it has', () => {
    expect(costOf(at('vote'), activity('vote'))).toBe('cancels');
    expect(costOf(at('vote-closed'), activity('vote'))).toBe('cancels');
    expect(costOf(at('reveal'), activity('vote'))).toBe('keeps');
  });

  test('going on from an open vote closes it', () => {
    expect(costOf(at('vote'), activity('reveal'))).toBe('closes-vote');
    expect(costOf(at('vote'), activity('welcome'))).toBe('closes-vote');
  });

  test('costs nothing without a round, and nothing once it was cancelled', () => {
    expect(costOf(at('cluster'), activity('write'))).toBe('none');
    expect(costOf(at('cancelled'), activity('vote'))).toBe('none');
  });

  test('counts the votes that are at stake, while voting and after', () => {
    expect(votesAtStake(at('vote'))).toBe(9);
    expect(votesAtStake(at('vote-closed'))).toBe(11);
    expect(votesAtStake(at('cluster'))).toBe(0);
  });
});

test('every state has a moment in the script', () => {
  expect(stages.slice(0, 10).map((stage) => momentOf(at(stage)))).toEqual([
    'lobby',
    'welcome',
    'write',
    'writeClosed',
    'cluster',
    'clusterClosed',
    'vote',
    'voteClosed',
    'reveal',
    'ended',
  ]);
  expect(momentOf(at('bridge'))).toBe('bridge');
});
