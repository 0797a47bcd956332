import type { Lang } from '../../../i18n/lang';
import { type Problem, wordProblem } from '../../../i18n/problem';
import { archiveWords } from './words';

/** Says what is wrong with one field of a file with results; the path tells where, counted from 1 as people count. */
export function wordArchiveProblem(lang: Lang, problem: Problem): string {
  const t = archiveWords[lang];
  const { field = '', reason = '' } = problem;
  if (reason === 'already_there') return t.alreadyThere;
  if (problem.code !== 'invalid') return wordProblem(lang, problem);
  if (field === '' && reason === 'too_long') return t.tooLarge;
  if (field === '') return t.notJson;
  if (field === 'id' && reason === 'empty') return t.byLink;
  if (field === 'version') return t.otherVersion;
  const path = field
    .split('/')
    .map((part) => (/^\d+$/.test(part) ? String(Number(part) + 1) : (t.parts[part] ?? part)));
  return t.at(path.join(' › '), t.reasons[reason] ?? wordProblem(lang, problem));
}
