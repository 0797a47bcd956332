import type { Formats } from '../../i18n/formats';
import type { SessionRoom } from '../room';

/** When the room goes on, as a clock on the wall here shows it; '' while the timer stands still or is over. */
export function until(room: Pick<SessionRoom, 'items' | 'now'>, format: Pick<Formats, 'time'>): string {
  const timer = room.items.timer;
  if (!timer?.running || !timer.deadline || timer.deadline <= room.now()) return '';
  return format.time(new Date(timer.deadline - room.now() + Date.now()));
}
