/** Why an intention may be too vague to work. It is a friendly question and never stands in the way. */
export type Vague = { why: 'when' } | { why: 'short' } | { why: 'word'; word: string };

// What one means to do "more" or "better" nobody sees happen. Both languages: a room of Dutch speakers writes English too.
const woolly =
  /(?<![\p{L}\p{N}])(meer|minder|beter|vaker|proberen|probeer|misschien|ooit|more|less|better|try|maybe|someday)(?![\p{L}\p{N}])/iu;

/** The first thing to ask about an intention; null when it is clear, or not begun. */
export function vague(when: string, then: string): Vague | null {
  if (!then.trim()) return null;
  if (!when.trim()) return { why: 'when' };
  if (then.trim().split(/\s+/).length < 3) return { why: 'short' };
  const word = woolly.exec(then)?.[0] ?? woolly.exec(when)?.[0];
  return word ? { why: 'word', word } : null;
}

/** Half an intention without the "als" or "dan" that the page says already, and without a full stop. */
export const half = (text: string): string =>
  text
    .trim()
    .replace(/^(?:als|dan|if|when|then)\s+/i, '')
    .replace(/[\s.,]+$/u, '');
