import type { Answered, Outcome, ReadText } from '../../wire/protocol';

/** What the room said of one final text. */
export interface Consented {
  value: string;
  name: string;
  /** The words that were asked about. */
  text: string;
  /** People who agree, agree with a change, have a concern. */
  counts: readonly number[];
  n: number;
  texts: readonly ReadText[];
}

/** The answers of a check, by text. */
export function consentedOf(outcome: Outcome): Consented[] {
  const all = new Map(outcome.questions.map((question) => [question.key, question]));
  return outcome.questions.filter(isCheck).map((question) => {
    const value = question.key.slice(0, -'/consent'.length);
    return {
      value,
      name: question.label ?? '',
      text: question.text ?? '',
      counts: question.counts ?? [],
      n: question.n,
      texts: all.get(`${value}/why`)?.texts ?? [],
    };
  });
}

const isCheck = ({ key }: Answered): boolean => key.endsWith('/consent');

/** What a form asks about, as a phone lists it: each value once. */
export const valuesOf = (questions: readonly { key: string; label?: string; text?: string }[]) =>
  questions
    .filter(({ key }) => key.endsWith('/consent'))
    .map(({ key, label = '', text = '' }) => ({ id: key.slice(0, -'/consent'.length), name: label, text }));

/** The words of a question, apart: the sentence, what is seen (+) and what is not (−); see Phrasing in session/. */
export function wordsOf(text: string): { sentence: string; when: string[]; unless: string } {
  const [sentence = '', ...lines] = text.split('\n');
  const begins = (sign: string) => lines.filter((line) => line.startsWith(sign)).map((line) => line.slice(2));
  return { sentence, when: begins('+ '), unless: begins('− ')[0] ?? '' };
}
