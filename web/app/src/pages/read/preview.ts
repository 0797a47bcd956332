/**
 * While somebody types the title under which they publish, it stands in the preview as everybody would read it. Without a script the
 * button beside the field asks the server for the same; with one it is not needed.
 */
export function follow(page: Document): void {
  const field = page.querySelector<HTMLInputElement>('[data-titles]');
  if (!field) return;
  page.querySelector('[data-again]')?.setAttribute('hidden', '');
  const shown = page.querySelectorAll('[data-title]');
  const show = () => {
    const title = field.value.trim().replace(/\s+/g, ' ');
    for (const one of shown) one.textContent = title || (field.dataset.none ?? '');
  };
  field.addEventListener('input', show);
  show(); // the browser may have kept what was typed before the page was left
}
