import { describe, expect, test } from 'vitest';
import type { RoomChoice } from '../../wire/protocol';
import { chosenOf, verdictOf } from './choice';
import { choiceWords, sayVerdict } from './choice.words';

const room = (change: Partial<RoomChoice>): RoomChoice => ({
  chosen: 4,
  joined: 6,
  none: 1,
  drafts: [
    { table: 1, n: 2 },
    { table: 3, n: 1 },
  ],
  best: [1],
  ...change,
});

describe('what the room chose between drafts', () => {
  test('a draft has its count, and is best when none has more', () => {
    expect(chosenOf(room({}), 1)).toEqual({ n: 2, best: true });
    expect(chosenOf(room({}), 3)).toEqual({ n: 1, best: false });
    expect(chosenOf(room({}), 2)).toBeUndefined();
    expect(chosenOf(null, 1)).toBeUndefined();
  });

  test('a tie is called a tie, and nobody’s preference nobody’s', () => {
    const t = choiceWords('nl');
    expect(sayVerdict(t, room({}))).toBe('De zaal kiest de tekst van tafel 1.');
    expect(sayVerdict(t, room({ best: [1, 3] }))).toBe(
      'Gelijk: de teksten van tafel 1 en tafel 3 zijn even vaak gekozen.',
    );
    expect(sayVerdict(choiceWords('en'), room({ best: [1, 2, 3] }))).toBe(
      'A tie: the texts of table 1, table 2 and table 3 were chosen equally often.',
    );
    expect(verdictOf(room({ best: [] }))).toBe('none');
    expect(verdictOf(room({ chosen: 0, best: [] }))).toBe('nobody');
  });
});
