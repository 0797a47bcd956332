/**
 * The options in an order of this phone's own, the same at every call with the same seed: what stands on top gets more
 * dots, so no value stands on top for everybody. (Fisher–Yates, drawn from a 32-bit FNV-1a hash.)
 */
export function shuffled<T>(list: readonly T[], seed: string): T[] {
  const order = [...list];
  for (let i = order.length - 1; i > 0; i--) {
    const j = hash(`${seed}/${i}`) % (i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h ^= h >>> 15; // FNV's low bits follow the last character too closely
  h = Math.imul(h, 0x2c1b3c6d);
  return (h ^ (h >>> 13)) >>> 0;
}
