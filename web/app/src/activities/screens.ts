import type { Component } from 'svelte';
import type { Kind } from '../wire/protocol';
import Asking from './asking/Screen.svelte';
import Clarify from './clarify/Screen.svelte';
import Commit from './commit/Screen.svelte';
import Consent from './consent/Screen.svelte';
import Formulate from './formulate/Screen.svelte';
import Pause from './pause/Screen.svelte';
import type { SessionRoom } from './room';
import Rounds from './rounds/Screen.svelte';

export type ScreenPart = Component<{ room: SessionRoom }>;

/** What the wall shows in activities that not every session has. */
export const screens: Partial<Record<Kind, ScreenPart>> = {
  checkin: Asking,
  checkout: Asking,
  tensions: Asking,
  rate: Asking,
  rounds: Rounds,
  clarify: Clarify,
  commit: Commit,
  pause: Pause,
  formulate: Formulate,
  consent: Consent,
};
