import { mount } from 'svelte';
import type { Phone } from '../../activities/phone.svelte';
import { pickLang } from '../../i18n/lang';
import { loadTexts } from '../../i18n/phones';
import { openRoom } from '../../wire/room.svelte';
import { browserStore } from '../../wire/store';
import Page from './Page.svelte';

/** The session's page. The line opens while the texts are still on their way. */
export async function openPlay(): Promise<void> {
  const session = location.pathname.split('/')[2] ?? '';
  let phone: Phone | undefined;
  const room = openRoom({
    session,
    role: 'participant',
    onrefused: (command, problem) => phone?.refused(command, problem),
  });
  const lang = pickLang(document.documentElement.lang);
  const texts = await loadTexts(lang); // the page has asked for them already
  const onmade = (made: Phone) => (phone = made);
  const props = { session, room, store: browserStore('local'), lang, texts, onmade };
  mount(Page, { target: document.getElementById('app')!, props });
}
