import { describe, expect, test } from 'vitest';
import type { Frame } from './protocol';
import { applyFrame, nothing } from './replica';

const frame = (part: Partial<Frame>): Frame => ({ t: 'frame', mark: 'r1', rev: 1, since: 0, set: {}, ...part });
const card = (id: string, text: string) => ({ id, text, cluster: 'c1', order: 1 });
const start = applyFrame(
  nothing,
  frame({
    rev: 5,
    set: { people: { joined: 2 }, 'card/a': card('a', 'lef'), 'card/b': card('b', 'rust'), 'cluster/c1': { id: 'c1' } },
  }),
)!;

describe('a frame', () => {
  test('sets single things and members of families', () => {
    expect(start.items).toEqual({ people: { joined: 2 } });
    expect([...start.cards.keys()]).toEqual(['a', 'b']);
    expect([start.mark, start.rev]).toEqual(['r1', 5]);
  });

  test('changes what it names and takes away what it drops; the rest stays the same object', () => {
    const next = applyFrame(
      start,
      frame({ rev: 6, since: 5, set: { 'card/a': card('a', 'durf') }, drop: ['card/b', 'people', 'card/never'] }),
    )!;
    expect([...next.cards.values()]).toEqual([card('a', 'durf')]);
    expect(next.items).toEqual({});
    expect(next.clusters).toBe(start.clusters);
    expect(start.cards.get('b')?.text).toBe('rust');
  });

  test('from the beginning forgets everything, of whatever history', () => {
    const again = applyFrame(start, frame({ mark: 'r2', rev: 2, set: { people: { joined: 1 } } }))!;
    expect(again.cards.size).toBe(0);
    expect([again.mark, again.rev]).toEqual(['r2', 2]);
  });

  test('that goes on from what we never had is refused', () => {
    expect(applyFrame(start, frame({ rev: 9, since: 7 }))).toBeNull();
  });

  test('takes over the name of the history: that ours is a part of it was for the server to check', () => {
    const next = applyFrame(start, frame({ mark: 'r2', rev: 6, since: 5 }))!;
    expect([next.mark, next.rev]).toEqual(['r2', 6]);
    expect(next.cards).toBe(start.cards);
  });

  test('that overlaps with what we have is applied; an old one changes nothing', () => {
    const next = applyFrame(start, frame({ rev: 7, since: 3, set: { people: { joined: 4 } } }))!;
    expect(next.items.people?.joined).toBe(4);
    expect(applyFrame(next, frame({ rev: 6, since: 3, set: { people: { joined: 3 } } }))).toBe(next);
  });

  test('with a family from a newer server does no harm', () => {
    const next = applyFrame(start, frame({ rev: 6, since: 5, set: { 'word/w1': {} }, drop: ['word/w2'] }))!;
    expect(next.items).toEqual(start.items);
  });
});
