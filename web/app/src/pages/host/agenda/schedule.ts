import type { AgendaItem, NowItem } from '../../../wire/protocol';

const minute = 60_000;

/** The plan against the clock; times in milliseconds. */
export interface Schedule {
  started: number;
  /** When it would be over if everything that is still to come took as long as planned. */
  end: number;
  /** When it was to be over, from the real beginning on. */
  planned: number;
  /** Whole minutes later than planned; negative: earlier. */
  late: number;
}

/**
 * How a session keeps to its plan. left: what the clock of the open activity has left, negative when overdue. Before the first
 * activity was opened there is nothing to compare.
 */
export function scheduleOf(
  agenda: AgendaItem | undefined,
  now: NowItem | undefined,
  left: number,
  at: number,
): Schedule | null {
  const opened = (agenda?.activities ?? []).flatMap(({ opened }) => opened ?? []);
  if (!agenda || !now || opened.length === 0) return null;
  const started = Math.min(...opened);
  const toCome = agenda.activities.slice(now.index + 1).filter(({ status }) => status === 'planned');
  const rest = toCome.reduce((sum, { minutes }) => sum + minutes, 0) * minute;
  const end = at + (now.open ? Math.max(0, left) : 0) + rest;
  const planned = started + agenda.minutes * minute;
  return { started, end, planned, late: Math.round((end - planned) / minute) };
}
