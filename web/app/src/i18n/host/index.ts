import type { Area } from '../lang';
import { en } from './en';
import { type Host, nl } from './nl';

export type { Host };
export const host: Area<Host> = { nl, en };
