import { mount } from 'svelte';
import type { Phone } from '../../activities/phone.svelte';
import '../../styles/phone.css';
import { openRoom } from '../../wire/room.svelte';
import { browserStore } from '../../wire/store';
import Page from './Page.svelte';

const session = location.pathname.split('/')[2] ?? '';
let phone: Phone | undefined;
const room = openRoom({
  session,
  role: 'participant',
  onrefused: (command, problem) => phone?.refused(command, problem),
});

mount(Page, {
  target: document.getElementById('app')!,
  props: { session, room, store: browserStore('local'), onmade: (made: Phone) => (phone = made) },
});
