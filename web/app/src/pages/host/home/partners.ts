/** The partners of groups of which one is taken away: who had it for a partner has none, and places move up. */
export function without(partners: readonly number[], gone: number): number[] {
  const kept = Array.from(partners, (partner = -1) => (partner === gone ? -1 : partner > gone ? partner - 1 : partner));
  kept.splice(gone, 1);
  return kept;
}

/** Partners by name, as a session is started with: those of groups that have a name, and two of which remain beside them. */
export function partnersByName(groups: readonly string[], partners: readonly number[]): Record<string, string> {
  const names = groups.map((name) => name.trim());
  const byName: Record<string, string> = {};
  if (names.length < 3) return byName;
  partners.forEach((partner, i) => {
    const [name, other] = [names[i], names[partner]];
    if (name && other && name !== other) byName[name] = other;
  });
  return byName;
}
