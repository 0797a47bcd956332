import type { Comparison, Result, Support } from '../../wire/protocol';

/** Fictional groups that carried a fictional result; the same ones every time. */
export function compared(result: Result, names: string[]): Comparison {
  const none: Comparison = { reason: 'small_groups', groups: [], values: [], differences: [], pairs: [] };
  if (names.length < 2) return { ...none, reason: 'no_groups' };
  if (result.ballots < 10) return none;
  const groups = names.map((name, g) => ({
    names: [name],
    voters: Math.max(5, Math.round(result.ballots / names.length) - g),
  }));
  const values = result.options.map((option, i) => {
    const shares = groups.map(({ voters }, g): Support => {
      const lean = i % 3 === 0 ? 0 : (((i * 5 + g * 7) % 9) - 4) / 7;
      const n = Math.max(0, Math.min(voters, Math.round((option.voters / result.ballots + lean * 0.5) * voters)));
      const word = voters >= 10 ? '' : n === 0 ? 'hardly_anybody' : n === voters ? 'nearly_everybody' : '';
      return {
        voters: word ? null : n,
        says: word,
        percent: voters >= 10 ? Math.round((100 * n) / voters) : null,
        weight: (n + 1) / (voters + 2),
      };
    });
    const score = Math.pow(
      shares.reduce((product, { weight }) => product * weight, 1),
      1 / shares.length,
    );
    return { id: option.id, score, rank: 0, connects: false, shares };
  });
  values.sort((a, b) => b.score - a.score);
  const apart = [...values].sort((a, b) => gap(b.shares) - gap(a.shares)).slice(0, 2);
  return {
    reason: '',
    groups,
    values: values.map((value, i) => ({ ...value, rank: i + 1, connects: i < 3 })),
    differences: apart.map(({ id, shares }, i) => {
      const weights = shares.map(({ weight }) => weight);
      return {
        id,
        more: weights.indexOf(Math.max(...weights)),
        less: weights.indexOf(Math.min(...weights)),
        range: groups.every(({ voters }) => voters >= 10) ? { low: 4, high: 51 } : null,
        firm: i === 0,
      };
    }),
    pairs: [{ a: values[0]!.id, b: values[1]!.id, both: Math.round(result.ballots / 3), lift: 1.4, firm: false }],
  };
}

const gap = (shares: Support[]): number => {
  const weights = shares.map(({ weight }) => weight);
  return Math.max(...weights) - Math.min(...weights);
};
