import type { Code, Problem, Reason, Words } from './words';

/**
 * Says a refusal in one or two sentences: what happened, and what to do. The most exact wording wins; a code or reason
 * that this page does not know yet still gets a sentence that helps.
 */
export function sentence(words: Words, problem: Problem): string {
  const { code, field, reason, limit = 0 } = problem;
  const exact = words.exact[`${code}/${field}/${reason}`] ?? words.exact[`${code}/${field}`];
  if (exact) return exact;
  const said = reason && words.reasons[reason as Reason];
  if (said) return said({ it: (field && words.fields[field]) || words.something, limit });
  return words.codes[code as Code] ?? words.otherwise;
}
