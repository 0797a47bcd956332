import type { Answered, Kind, Outcome, Question, ReadText } from '../../wire/protocol';
import type { Lang } from '../../i18n/lang';
import { words } from './words';

const poles: Record<Lang, [string, string][]> = {
  nl: [
    ['Doelen', 'Waarden'],
    ['Controle', 'Vertrouwen'],
    ['Richting geven', 'Loslaten'],
    ['Zakelijk resultaat', 'Betrokken mensen'],
  ],
  en: [
    ['Goals', 'Values'],
    ['Control', 'Trust'],
    ['Giving direction', 'Letting go'],
    ['Business results', 'Engaged people'],
  ],
};

/** Fictional numbers around a middle; the same ones every time. */
function given(question: Question, people: number, around: number): Answered {
  const { min = 1, max = 5 } = question;
  const counts = Array.from({ length: max - min + 1 }, () => 0);
  let sum = 0;
  for (let i = 0; i < people; i++) {
    const lean = (((i * 7919 + around * 131) % 17) - 8) / 4;
    const n = Math.min(max, Math.max(min, Math.round(around + lean)));
    counts[n - min]!++;
    sum += n;
  }
  return { ...question, n: people, counts, mean: people ? sum / people : 0, median: around };
}

/** The outcome of an activity that asks, in a fictional room. */
export function askedOutcome(kind: Kind, people: number, lang: Lang, options: number): Outcome {
  const outcome: Outcome = {
    activity: 'a0',
    kind,
    sheets: people,
    joined: people + 3,
    questions: [],
    gaps: [],
    shown: true,
  };
  if (kind === 'tensions') {
    poles[lang].forEach(([low, high], i) => {
      const q = (which: string) => ({ key: `p${i + 1}/${which}`, low, high, min: 1, max: 7 });
      const [now, wanted] = [given(q('now'), people, 2 + ((i * 2) % 5)), given(q('wanted'), people, 5 - (i % 2))];
      outcome.questions.push(now, wanted);
      outcome.gaps.push({ from: now.key, to: wanted.key, n: people, mean: wanted.mean - now.mean });
      if (i === 1)
        outcome.shifts = [now, wanted].map(({ key }, j) => ({ from: key, to: key, n: people, mean: 0.6 - j }));
    });
  } else if (kind === 'rate') {
    const values = words[lang].slice(0, options || 5).map((ways, i) => {
      const [importance, presence] = [8.6 - (i % 3) * 0.6, 4.2 + ((i * 7) % 5) * 0.7];
      return { id: `k${i}`, name: ways[0]!, n: people, dontKnow: i, importance, presence, gap: importance - presence };
    });
    const middle = (list: number[]) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
    const [up, across] = [middle(values.map((v) => v.importance)), middle(values.map((v) => v.presence))];
    outcome.rating = {
      importance: up,
      presence: across,
      values: values
        .sort((a, b) => b.gap - a.gap)
        .map((v) => ({
          ...v,
          quadrant:
            v.importance >= up
              ? v.presence >= across
                ? 'keep'
                : 'work_on'
              : v.presence >= across
                ? 'spare'
                : 'follow',
        })),
    };
  } else {
    const word: Question = { key: 'word', length: 40 };
    const all = words[lang].flat();
    const texts: ReadText[] = Array.from({ length: Math.min(people, all.length) }, (_, i) => ({
      text: all[i]!,
      count: Math.max(1, Math.round(people / (8 + 5 * i))),
      ...(i === 3 && { hidden: true }),
    }));
    outcome.questions.push({ ...word, n: people, mean: 0, median: 0, texts });
    outcome.questions.push(given({ key: 'energy', min: 1, max: 5 }, people, 3.4));
  }
  return outcome;
}
