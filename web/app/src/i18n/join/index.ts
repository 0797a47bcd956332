import type { Area } from '../lang';
import { en } from './en';
import { type Join, nl } from './nl';

export type { Join };
export const join: Area<Join> = { nl, en };
