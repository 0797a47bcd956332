import type { Lang } from '../lang';
import { en } from './en';
import { nl } from './nl';
import { sentence } from './sentence';
import type { Problem, Words } from './words';

export type { Problem } from './words';

const languages: Record<Lang, Words> = { nl, en };

/** Says a refusal, on pages that hold both languages; phones hold one and call `sentence` with it. */
export const wordProblem = (lang: Lang, problem: Problem): string => sentence(languages[lang], problem);
