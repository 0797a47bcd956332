import type { Remembered } from '../kept.svelte';
import type { Phone } from '../phone.svelte';
import type { Step } from './steps';

/** What was written on this phone for the organisation: a step that the server refuses is still here. */
export const writtenHere = (phone: Phone): Remembered<Record<string, Step>> =>
  phone.kept.keep<Record<string, Step>>('commit-written', () => ({}));
