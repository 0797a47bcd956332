import type { Formats } from '../../i18n/formats';
import type { RatedApart, Rating } from '../../wire/protocol';
import { mean } from '../asking/means';

export interface GroupLine {
  name: string;
  importance: string;
  presence: string;
  /** How many people answered; two numbers when not everybody answered both questions. */
  n: string;
}

/** How groups rated a value: each question is told by itself, so what one of them does not tell is left open. */
export function groupLines(apart: RatedApart | null | undefined, format: Pick<Formats, 'number'>): GroupLine[] {
  const lines = new Map<string, GroupLine & { counts: number[] }>();
  for (const question of ['importance', 'presence'] as const) {
    for (const group of apart?.[question].groups ?? []) {
      const name = group.names.join(' + ');
      const line = lines.get(name) ?? { name, importance: '–', presence: '–', n: '', counts: [] };
      if (group.mean !== null) line[question] = mean(group.mean, format);
      line.counts.push(group.n);
      lines.set(name, line);
    }
  }
  return [...lines.values()].map(({ counts, ...line }) => ({
    ...line,
    n: [...new Set(counts)].map((n) => format.number(n)).join(' · '),
  }));
}

/** What is to be said of the groups as a whole: '' without groups. */
export function apartOf({ values }: Rating): '' | 'told' | 'few' | 'again' {
  const all = values.flatMap(({ apart }) => (apart ? [apart.importance, apart.presence] : []));
  if (all.length === 0) return '';
  if (all.some(({ groups }) => groups.length > 0)) return 'told';
  return all.some(({ reason }) => reason === 'again') ? 'again' : 'few';
}

/** How many lines the list takes on the screen: what groups there are stand under a value, some eighty letters on a line. */
export function linesOf(rating: Rating): number {
  if (apartOf(rating) !== 'told') return rating.values.length;
  const lines = rating.values.map(({ apart }) => {
    const names = new Set(
      [...apart!.importance.groups, ...apart!.presence.groups].map((group) => group.names.join(' + ')),
    );
    return Math.max(1, Math.ceil([...names].reduce((sum, name) => sum + name.length + 20, 0) / 85));
  });
  return lines.reduce((sum, n) => sum + 1 + 0.75 * n, 0);
}
