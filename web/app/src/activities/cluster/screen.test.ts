import { describe, expect, test } from 'vitest';
import type { Board, Pile } from './board';
import { lastLevel, wallOf } from './screen';

const pile = (id: string, n: number, name = id): Pile => ({
  id,
  name,
  size: n,
  order: 0,
  words: Array.from({ length: n }, (_, i) => ({
    key: `${id}${i}`,
    text: i === 0 ? name : `${name} ${i}`,
    cards: ['x'],
  })),
});
const board = (panels: Pile[], loose: Pile[]): Board => ({ panels, loose, parked: [], hidden: [], options: 0 });

describe('the wall while clustering', () => {
  test('shows a small board whole, and says a name only once', () => {
    const wall = wallOf(board([pile('Vertrouwen', 4)], [pile('lef', 1)]));
    expect(wall.panels[0]!.words.map((w) => w.text)).toEqual(['Vertrouwen 1', 'Vertrouwen 2', 'Vertrouwen 3']);
    expect([wall.panels[0]!.more, wall.loose.length, wall.looseMore]).toEqual([0, 1, 0]);
  });

  test('keeps every cluster of three hundred cards, and counts what does not fit', () => {
    const panels = Array.from({ length: 16 }, (_, i) => pile(`p${i}`, 15));
    const loose = Array.from({ length: 60 }, (_, i) => pile(`l${i}`, 1));
    const wall = wallOf(board(panels, loose));
    expect(wall.panels).toHaveLength(16);
    for (const panel of wall.panels) expect(panel.words.length + panel.more).toBe(14);
    expect(wall.loose.length + wall.looseMore).toBe(60);
    expect(wall.panels.reduce((n, p) => n + p.words.length, wall.loose.length)).toBeLessThan(80);
  });

  test('shows one word written seven times as a loose word until it has a name', () => {
    const same = { ...pile('lef', 1), size: 7 };
    expect(wallOf(board([same], [])).loose.map((p) => p.name)).toEqual(['lef']);
    expect(wallOf(board([{ ...same, named: true }], [])).panels).toHaveLength(1);
  });

  test('shows less on each level, and never hides a cluster', () => {
    const full = board(
      Array.from({ length: 10 }, (_, i) => pile(`p${i}`, 6)),
      Array.from({ length: 40 }, (_, i) => pile(`l${i}`, 1)),
    );
    const shown = [0, 1, 2, 3, lastLevel].map((level) => {
      const wall = wallOf(full, level);
      expect(wall.panels).toHaveLength(10);
      expect(wall.loose.length + wall.looseMore).toBe(40);
      return wall.panels.reduce((n, p) => n + p.words.length, wall.loose.length);
    });
    expect(shown).toEqual([...new Set(shown)].sort((a, b) => b - a));
  });

  test('shows thirty clusters by name and size alone', () => {
    const wall = wallOf(
      board(
        Array.from({ length: 30 }, (_, i) => pile(`p${i}`, 5)),
        [],
      ),
    );
    expect(wall.panels.every((panel) => panel.words.length === 0 && panel.more === 0)).toBe(true);
  });
});
