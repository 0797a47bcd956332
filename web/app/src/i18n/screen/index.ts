import type { Area } from '../lang';
import { en } from './en';
import { type Screen, nl } from './nl';

export type { Screen };
export const screen: Area<Screen> = { nl, en };
