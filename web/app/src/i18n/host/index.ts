import { type I18n, useI18n } from '../i18n.svelte';
import type { Common } from '../common';
import type { Area } from '../lang';
import { en } from './en';
import { type Host, nl } from './nl';

export type { Host };
export const host: Area<Host> = { nl, en };

/** The facilitator's texts, for the components on those pages. */
export const useHost = useI18n as () => I18n<{ common: Common; host: Host }>;
