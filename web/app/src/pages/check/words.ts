import type { Area } from '../../i18n/lang';
import { en } from './en';
import { nl } from './nl';

export type CheckWords = typeof nl;

export const check: Area<CheckWords> = { nl, en };
