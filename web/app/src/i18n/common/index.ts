import type { Area } from '../lang';
import { en } from './en';
import { type Common, nl } from './nl';

export type { Common };
export const common: Area<Common> = { nl, en };
