/** Where everything that can move was: by its data-flip key. */
export type Places = Map<string, DOMRect>;

export function places(root: HTMLElement): Places {
  const found: Places = new Map();
  for (const node of root.querySelectorAll<HTMLElement>('[data-flip]')) {
    found.set(node.dataset.flip!, node.getBoundingClientRect());
  }
  return found;
}

/**
 * Lets everything fly from where it was to where it is now. A card that left one cluster and appears in another is
 * another element with the same key. Only transforms move, so a projector keeps its frames.
 */
export function fly(root: HTMLElement, before: Places, ms: number): void {
  for (const node of root.querySelectorAll<HTMLElement>('[data-flip]')) {
    const from = before.get(node.dataset.flip!);
    const to = node.getBoundingClientRect();
    if (!from) {
      node.animate([{ opacity: 0 }, { opacity: 1 }], { duration: ms, easing: 'ease-out' });
      continue;
    }
    const x = from.left - to.left;
    const y = from.top - to.top;
    if (Math.abs(x) < 1 && Math.abs(y) < 1) continue;
    node.animate([{ transform: `translate(${x}px, ${y}px)` }, { transform: 'none' }], {
      duration: ms,
      easing: 'cubic-bezier(0.2, 0.7, 0.2, 1)',
    });
  }
}
