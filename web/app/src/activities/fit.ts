/**
 * Sets --fit on a box to the largest number between `least` and `most` with which its content does not overflow, and
 * answers it. Components multiply their sizes by it: five cards stand large, a hundred smaller, and nobody counts.
 * `content` is what must fit when something between the two cuts it off.
 */
export function fit(box: HTMLElement, least: number, most: number, content?: HTMLElement): number {
  const holds = (size: number) => {
    box.style.setProperty('--fit', size.toFixed(3));
    if (content) return content.offsetHeight <= box.clientHeight + 1;
    return box.scrollHeight <= box.clientHeight + 1 && box.scrollWidth <= box.clientWidth + 1 && words();
  };
  // A name that would have to break inside a word is too large; only at the least size it may.
  const names = [...box.querySelectorAll<HTMLElement>('[data-whole]')];
  const words = () => names.every((name) => name.scrollWidth <= name.clientWidth + 1);
  delete box.dataset.tight;
  if (holds(most)) return most;
  let [low, high] = [least, most];
  for (let i = 0; i < 6; i++) {
    const middle = (low + high) / 2;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  if (!holds(low)) box.dataset.tight = '';
  return low;
}

/**
 * Calls back when what was measured may measure otherwise: the box changed its size (a projector plugged in, a window
 * made full screen), or the faces arrived after the first words stood there in another one.
 */
export function onResize(box: HTMLElement, then: () => void): () => void {
  const observer = new ResizeObserver(then);
  observer.observe(box);
  document.fonts.addEventListener('loadingdone', then);
  return () => {
    observer.disconnect();
    document.fonts.removeEventListener('loadingdone', then);
  };
}
