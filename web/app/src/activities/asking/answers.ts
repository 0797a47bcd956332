import type { Outgoing } from '../../wire/outbox';
import type { FillSheet, Me, Question, Sheet } from '../../wire/protocol';

/** The kinds of activity that ask by a form. */
export type AskingKind = 'checkin' | 'checkout' | 'tensions' | 'rate';

export const isSheetOf = (command: Outgoing, activity: string): boolean =>
  command.type === 'fill_sheet' && (command.data as FillSheet).activity === activity;

/** The own answers as far as they have left the hand: what is on its way, or else what the server has. */
export function sentSheet(activity: string, me: Me | null, underway: readonly Outgoing[]): Sheet {
  const last = underway.findLast((command) => isSheetOf(command, activity));
  return (last?.data as FillSheet | undefined) ?? me?.sheets?.[activity] ?? {};
}

/** A sheet with another answer to one question; undefined takes the answer back. */
export function withNumber({ numbers, texts }: Sheet, key: string, n: number | undefined): Sheet {
  const others = Object.entries(numbers ?? {}).filter(([other]) => other !== key);
  return { numbers: Object.fromEntries(n === undefined ? others : [...others, [key, n]]), texts };
}

export function withText({ numbers, texts }: Sheet, key: string, text: string): Sheet {
  return { numbers, texts: { ...texts, [key]: text } };
}

/** What of a sheet answers these questions, as it is sent: no open ones, no others. */
export function answering({ numbers, texts }: Sheet, questions: readonly Question[]): Sheet {
  const asked = (key: string) => questions.some((question) => question.key === key);
  return {
    numbers: Object.fromEntries(Object.entries(numbers ?? {}).filter(([key]) => asked(key))),
    texts: Object.fromEntries(Object.entries(texts ?? {}).filter(([key, text]) => asked(key) && text.trim())),
  };
}

export function answered(sheet: Sheet, questions: readonly Question[]): number {
  const { numbers, texts } = answering(sheet, questions);
  return Object.keys(numbers!).length + Object.keys(texts!).length;
}

/** What a pair of questions is about, from the name of either: "p1/now" is about p1. */
export const aboutOf = (key: string): string => key.split('/')[0]!;

/** The questions in the order of the form, those about the same thing together. */
export function together<Q extends Question>(questions: readonly Q[]): Q[][] {
  const found = new Map<string, Q[]>();
  for (const question of questions) {
    const about = aboutOf(question.key);
    found.set(about, [...(found.get(about) ?? []), question]);
  }
  return [...found.values()];
}
