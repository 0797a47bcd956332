import { type I18n, useI18n } from '../i18n.svelte';
import type { Common } from '../common';
import type { Area } from '../lang';
import { en } from './en';
import { type Screen, nl } from './nl';

export type { Screen };
export const screen: Area<Screen> = { nl, en };

/** The projector's texts, for the components on it. */
export const useScreen = useI18n as () => I18n<{ common: Common; screen: Screen }>;
