import { Remembered } from '../../../activities/kept.svelte';
import { browserStore } from '../../../wire/store';

/** Whether this facilitator looks along on a phone: remembered from one session to the next. */
export const looking = () => new Remembered(browserStore('local'), 'vb/host/looking', () => false);
