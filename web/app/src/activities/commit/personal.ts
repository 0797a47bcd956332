import type { Horizon, Intention, Me } from '../../wire/protocol';
import type { Outgoing } from '../../wire/outbox';
import { calendar, morning, type Reminder } from './ics';
import { half } from './vague';
import type { CommitWords } from './words';

/** Half an intention, as in session/intention.go. */
export const maxIntention = 160;

/** A personal step as this phone keeps it; nobody else has it. */
export interface Personal {
  /** Names its reminders. */
  id: string;
  when: string;
  then: string;
  horizon: Horizon;
  lookBack: boolean;
}

/** What would be shared of it. */
export const intentionOf = ({ when, then, horizon }: Personal): Intention => ({
  when: half(when),
  then: half(then),
  horizon,
});

export const same = (a: Intention, b: Intention): boolean =>
  (a.when ?? '') === (b.when ?? '') && a.then === b.then && (a.horizon ?? '') === (b.horizon ?? '');

/** What is shared, with what is still on its way. */
export function sharedNow(me: Me | null, underway: readonly Outgoing[]): Intention | null {
  let shared = me?.shared ?? null;
  for (const command of underway) {
    if (command.type === 'share_intention') shared = command.data as Intention;
    if (command.type === 'withdraw_intention') shared = null;
  }
  return shared;
}

/** The reminders of a personal step from a day on: at its horizon, and to look back with the room, on the page that stands at `pulse`. */
export function reminders(step: Personal, from: Date, session: string, t: CommitWords, pulse: string): Reminder[] {
  const { when, then, horizon, lookBack, id } = { ...step, ...intentionOf(step) } as Personal;
  const sentence = t.sentence(when, then);
  const horizons = { week: morning(from, 7), month: morning(from, 0, 1), quarter: morning(from, 0, 3) };
  const list: Reminder[] = [
    { uid: id, at: horizons[horizon || 'week'], title: `${t.event}: ${sentence}`, text: `${sentence}\n${session}` },
  ];
  if (!lookBack) return list;
  for (const days of [30, 90]) {
    const text = `${sentence}\n${t.backText}\n${pulse}`;
    list.push({ uid: `${id}-${days}`, at: morning(from, days), title: `${t.back(days)}: ${session}`, text });
  }
  return list;
}

/** Gives the phone a calendar file that was made here. */
export function save(list: Reminder[], name: string, lang: string): void {
  const file = new Blob([calendar(list, new Date(), lang)], { type: 'text/calendar;charset=utf-8' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = `${name}.ics`;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // Safari reads it some time after the press
}
