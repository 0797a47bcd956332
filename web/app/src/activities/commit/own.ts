import { newId } from '../../wire/id';
import type { Remembered } from '../kept.svelte';
import type { Phone } from '../phone.svelte';
import type { Personal } from './personal';

/** The personal step of this phone, in its own storage; it is in no command but the one that shares it. */
export const ownPersonal = (phone: Phone): Remembered<Personal> =>
  phone.kept.keep('commit-mine', () => ({ id: newId(), when: '', then: '', horizon: 'week' as const, lookBack: true }));
