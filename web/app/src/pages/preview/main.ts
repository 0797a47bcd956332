import { mount } from 'svelte';
import '../../styles/phone.css';
import { pickLang } from '../../i18n/lang';
import { loadTexts } from '../../i18n/phones';
import { openRoom } from '../../wire/room.svelte';
import { addressOf } from '../address';
import Page from './Page.svelte';

const { session, key } = addressOf(location);
const room = openRoom({ session, role: 'preview', key, outbox: 'memory' });
const lang = pickLang();
mount(Page, {
  target: document.getElementById('app')!,
  props: { session, room, lang, texts: await loadTexts(lang) },
});
