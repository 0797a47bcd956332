import type { Component } from 'svelte';
import type { Kind } from '../wire/protocol';
import type { Leading } from './leading.svelte';
import Asking from './asking/Host.svelte';
import Clarify from './clarify/Host.svelte';
import Commit from './commit/Host.svelte';
import Consent from './consent/Host.svelte';
import Formulate from './formulate/Host.svelte';
import Pause from './pause/Host.svelte';
import type { SessionRoom } from './room';
import Rounds from './rounds/Host.svelte';

export type HostPart = Component<{ room: SessionRoom; lead: Leading }>;

/** What the facilitator sees in activities that not every session has. */
export const hosts: Partial<Record<Kind, HostPart>> = {
  checkin: Asking,
  checkout: Asking,
  tensions: Asking,
  rate: Asking,
  rounds: Rounds as HostPart,
  clarify: Clarify as HostPart,
  commit: Commit as HostPart,
  pause: Pause as HostPart,
  formulate: Formulate,
  consent: Consent,
};
