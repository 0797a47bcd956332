import type { Area } from '../lang';
import { en } from './en';
import { type Phone, nl } from './nl';

export type { Phone };
export const phone: Area<Phone> = { nl, en };
