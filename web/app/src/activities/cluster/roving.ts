/**
 * Where an arrow key goes from an item: left and right follow the reading order, up and down the nearest item in that
 * direction. Null: nowhere, or not a key of ours.
 */
export function stepFrom(key: string, from: HTMLElement, items: readonly HTMLElement[]): HTMLElement | null {
  const at = items.indexOf(from);
  switch (key) {
    case 'ArrowRight':
      return items[at + 1] ?? null;
    case 'ArrowLeft':
      return items[at - 1] ?? null;
    case 'Home':
      return items[0] ?? null;
    case 'End':
      return items.at(-1) ?? null;
    case 'ArrowDown':
    case 'ArrowUp':
      return nearest(key === 'ArrowDown' ? 1 : -1, from, items);
  }
  return null;
}

function nearest(direction: 1 | -1, from: HTMLElement, items: readonly HTMLElement[]): HTMLElement | null {
  const middle = (node: HTMLElement) => {
    const box = node.getBoundingClientRect();
    return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  };
  const here = middle(from);
  let best: HTMLElement | null = null;
  let least = Infinity;
  for (const item of items) {
    const there = middle(item);
    const down = (there.y - here.y) * direction;
    if (down < 4) continue;
    // Sideways counts double: a column is followed before a neighbour.
    const far = down + Math.abs(there.x - here.x) * 2;
    if (far < least) [best, least] = [item, far];
  }
  return best;
}
