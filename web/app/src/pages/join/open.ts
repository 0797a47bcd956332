import { mount } from 'svelte';
import { pickLang } from '../../i18n/lang';
import { loadTexts } from '../../i18n/phones';
import Page from './Page.svelte';

/** The page for a pin, in its reader's language. */
export async function openJoin(): Promise<void> {
  const lang = pickLang();
  const texts = await loadTexts(lang);
  mount(Page, { target: document.getElementById('app')!, props: { lang, texts } });
}
