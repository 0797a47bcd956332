import type { OptionResult, Result } from '../../wire/protocol';

/** Whether an option shares its place with another. */
export function tied(result: Result, option: OptionResult): boolean {
  return result.options.some((other) => other.id !== option.id && other.rank === option.rank);
}
