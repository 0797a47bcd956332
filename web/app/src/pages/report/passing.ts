/**
 * The two ways to pass a report on that need a script. Their buttons are hidden on the page that the server writes, and appear
 * where the browser can do what they say; the address itself is there to be copied by hand.
 */
export function offer(page: Document): void {
  const address = page.querySelector<HTMLInputElement>('#address');
  const told = page.querySelector('[data-told]');
  if (!address) return;
  address.addEventListener('focus', () => address.select());

  const copy = page.querySelector<HTMLButtonElement>('[data-copy]');
  if (copy) {
    const words = copy.textContent;
    const done = copy.dataset.done ?? '';
    reveal(copy, async () => {
      if (!(await copied(address))) return;
      copy.textContent = done;
      if (told) told.textContent = done;
      setTimeout(() => {
        copy.textContent = words;
        if (told) told.textContent = '';
      }, 4000);
    });
  }

  const share = page.querySelector<HTMLButtonElement>('[data-share]');
  if (share && 'share' in navigator) {
    // Who closes the sheet again has not failed at anything.
    reveal(share, () =>
      navigator.share({ title: share.dataset.title ?? '', url: address.value }).catch(() => undefined),
    );
  }
}

function reveal(button: HTMLButtonElement, press: () => Promise<unknown>): void {
  button.closest('li')?.removeAttribute('hidden');
  button.addEventListener('click', () => void press());
}

/** Copies the address; where a page may not do that by itself, selects it to be copied by hand. */
async function copied(address: HTMLInputElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(address.value); // only there on https and localhost
    return true;
  } catch {
    address.focus();
    address.select();
    return false;
  }
}
