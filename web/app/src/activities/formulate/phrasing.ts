import { lengthOf } from '../../ui/length';
import type { Formulation, Lack } from '../../wire/protocol';

export type Phrasing = Pick<Formulation, 'sentence' | 'when' | 'unless'>;

/** The limits of session/draft.go, in characters and lines. */
export const limits = { sentence: 240, line: 140, whens: 3 };

/** Where a text of a phrasing belongs. */
export type Part = Exclude<Lack, 'support'>;
export const parts: readonly Part[] = ['sentence', 'when', 'unless'];

export const blank: Phrasing = { sentence: '', when: [], unless: '' };

const clean = (text: string) => text.replace(/\s+/g, ' ').trim();

/** As the server keeps it: empty lines left out. */
export const compact = ({ sentence, when, unless }: Phrasing): Phrasing => ({
  sentence: clean(sentence),
  when: when.map(clean).filter(Boolean),
  unless: clean(unless),
});

export const same = (a: Phrasing, b: Phrasing): boolean =>
  JSON.stringify(textsOf(compact(a))) === JSON.stringify(textsOf(compact(b)));

/** With as many lines as there are fields. */
export const laidOut = ({ sentence, when, unless }: Phrasing): Phrasing => ({
  sentence,
  when: Array.from({ length: limits.whens }, (_, i) => when[i] ?? ''),
  unless,
});

export const fits = ({ sentence, when, unless }: Phrasing): boolean =>
  lengthOf(sentence) <= limits.sentence && [...when, unless].every((text) => lengthOf(text) <= limits.line);

/** What it still needs, but for its support. */
export function lacking(words: Phrasing): Part[] {
  const { sentence, when, unless } = compact(words);
  return parts.filter((part) => !(part === 'when' ? when.length >= 2 : part === 'sentence' ? sentence : unless));
}

/** With a suggestion in it; null when there is no room. A sentence goes on after what is there. */
export function withText(words: Phrasing, part: Part, text: string): Phrasing | null {
  const { sentence, when, unless } = laidOut(words);
  if (part === 'sentence') return fitting({ sentence: clean(`${sentence} ${text}`), when, unless });
  if (part === 'unless') return unless.trim() ? null : fitting({ sentence, when, unless: text });
  const free = when.findIndex((one) => !one.trim());
  return free < 0 ? null : fitting({ sentence, when: when.with(free, text), unless });
}

const fitting = (words: Phrasing): Phrasing | null => (fits(words) ? words : null);

/** Each text with its place. */
export const textsOf = ({ sentence, when, unless }: Phrasing): { part: Part; text: string }[] =>
  [
    { part: 'sentence' as const, text: sentence },
    ...when.map((text) => ({ part: 'when' as const, text })),
    { part: 'unless' as const, text: unless },
  ].filter(({ text }) => text.trim());
