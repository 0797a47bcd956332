import { commitWords } from '../commit/words';
import { ownPersonal } from '../commit/own';
import { intentionOf } from '../commit/personal';
import type { Phone } from '../phone.svelte';
import type { Own } from './copy';

/** What this phone holds of its own, in the session or after it. All of it comes out of its own storage once the session is over. */
export function ownOf(phone: Phone): Own {
  const { me, room, kept } = phone;
  const { session, result } = room.items;
  const dots = result && me?.ballot?.round === result.round ? me.ballot.dots : {};
  const { when, then } = intentionOf(ownPersonal(phone).value);
  return {
    title: session?.title ?? '',
    dots: (result?.options ?? []).filter(({ id }) => dots[id]).map((option) => ({ option, own: dots[option.id]! })),
    cards: (me?.cards ?? []).map(({ text, why }) => ({ text, why: why ?? '' })),
    story: kept.story.value.trim() || (me?.story ?? ''),
    step: then ? commitWords(phone.i18n.lang).sentence(when ?? '', then) : '',
  };
}
