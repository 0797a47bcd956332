/** How full a server is, of what it was measured for. */
export type Crowding = 'calm' | 'busy' | 'full';

const busyFrom = 0.8;
const calmUnder = 0.75; // people come and go: at exactly 80 % the warning would blink

/** From how it was: busy at 80 %, full at 100 %; calm again only under 75 %. Without a measure there is nothing to say. */
export function crowding(was: Crowding, server = 0, capacity = 0): Crowding {
  if (capacity <= 0) return 'calm';
  const share = server / capacity;
  if (share >= 1) return 'full';
  return share >= busyFrom || (share >= calmUnder && was !== 'calm') ? 'busy' : 'calm';
}
