import type { Lang } from '../../../i18n/lang';
import { type Problem, wordProblem } from '../../../i18n/problem';
import { en } from '../../../i18n/problem/en';
import { nl } from '../../../i18n/problem/nl';
import { sentence } from '../../../i18n/problem/sentence';
import { agendaWords } from './words';

const languages = { nl, en };

/** Says what is wrong with an agenda, with the place of the activity it is about. */
export function wordAgendaProblem(lang: Lang, problem: Problem): string {
  const t = agendaWords[lang];
  const { field = '', reason } = problem;
  const [, place, name = field] = /^steps\/(\d+)\/(.+)$/.exec(field) ?? [];
  const said = say();
  return place === undefined ? said : t.inStep(Number(place) + 1, said);

  function say(): string {
    if (problem.code === 'invalid' && field === '' && reason === 'malformed') return t.notJson;
    if (problem.code === 'invalid' && field === '' && reason === 'too_long') return t.tooLarge;
    if (reason === 'malformed' && name !== 'id') return t.wrongType(name.split('/').at(-1)!);
    if (name === 'version') return t.otherVersion;
    if (reason === 'unknown' && !(name in t.fields)) return t.foreignField(name);
    if (!(name in t.fields)) return wordProblem(lang, problem);
    return sentence({ ...languages[lang], fields: t.fields, exact: {} }, { ...problem, field: name });
  }
}
