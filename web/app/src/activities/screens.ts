import type { Component } from 'svelte';
import type { Kind } from '../wire/protocol';
import Pause from './pause/Screen.svelte';
import type { SessionRoom } from './room';

export type ScreenPart = Component<{ room: SessionRoom }>;

/** What the wall shows in activities that not every session has. */
export const screens: Partial<Record<Kind, ScreenPart>> = {
  pause: Pause,
};
