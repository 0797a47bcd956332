import type { Lang } from '../lang';
import { en } from './en';
import { nl } from './nl';
import type { Code, Problem, Reason, Words } from './words';

export type { Problem } from './words';

const languages: Record<Lang, Words> = { nl, en };

/**
 * Says a refusal in one or two sentences: what happened, and what to do. The most exact wording wins; a code or reason
 * that this page does not know yet still gets a sentence that helps.
 */
export function wordProblem(lang: Lang, problem: Problem): string {
  const words = languages[lang];
  const { code, field, reason, limit = 0 } = problem;
  const exact = words.exact[`${code}/${field}/${reason}`] ?? words.exact[`${code}/${field}`];
  if (exact) return exact;
  const sentence = reason && words.reasons[reason as Reason];
  if (sentence) return sentence({ it: (field && words.fields[field]) || words.something, limit });
  return words.codes[code as Code] ?? words.otherwise;
}
