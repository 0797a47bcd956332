/** The most stones a bridge has: more would be dust on the wall. */
export const mostStones = 300;

const steps = [12, 20, 30, 40, 60, 80, 100, 130, 160, 200, 250, mostStones];

export interface Bridge {
  /** Stones laid. */
  laid: number;
  /** Places in the whole bridge. */
  places: number;
  /** People that one stone stands for. */
  per: number;
}

/**
 * How the bridge stands with this many people. It is a little longer than the room is full, closes when the next round
 * number is reached, and grows when one more comes. In a hall of thousands a stone stands for several people, and
 * the last one of them may be there in part.
 */
export function bridgeOf(people: number): Bridge {
  const per = Math.max(1, Math.ceil(people / mostStones));
  const laid = Math.ceil(people / per);
  return { laid, per, places: steps.find((step) => step >= laid) ?? mostStones };
}
