import type { Formats } from '../../i18n/formats';
import type { Answered, Outcome, Sheet } from '../../wire/protocol';
import type { AskingKind } from './answers';
import { mean } from './means';
import type { AskingWords } from './words';

export interface Beside {
  key: string;
  about: string;
  own: string;
  room: string;
}

/** One line per question that takes a number: the own answer, and the mean of the room. */
export function besides(outcome: Outcome, own: Sheet, t: AskingWords, format: Formats): Beside[] {
  return outcome.questions
    .filter(({ max }) => max)
    .map((question) => {
      const n = own.numbers?.[question.key];
      return {
        key: question.key,
        about: aboutIn(question, outcome.kind as AskingKind, t),
        own: n === undefined ? '–' : n === 0 ? '?' : format.number(n),
        room: question.n > 0 ? mean(question.mean, format) : '–',
      };
    });
}

function aboutIn(question: Answered, kind: AskingKind, t: AskingWords): string {
  const which = question.key.split('/')[1];
  switch (kind) {
    case 'tensions':
      return `${question.low} – ${question.high}: ${(which === 'now' ? t.now : t.wanted).toLowerCase()}`;
    case 'rate':
      return `${question.label}: ${(which === 'importance' ? t.importance : t.presence).toLowerCase()}`;
    default:
      return t[kind].scale;
  }
}
