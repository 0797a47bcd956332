import type {
  CardItem,
  ClusterItem,
  Commands,
  CommandType,
  IntentionItem,
  DraftItem,
  Formulation,
  GlimpseItem,
  Items,
  Links,
  Outcome,
  PresenceMessage,
  StepItem,
} from '../wire/protocol';

/** What the parts of activities need of a room: what is seen, and how to ask for something. `Room` of wire/ is one. */
export interface SessionRoom {
  readonly line: 'connecting' | 'live' | 'offline' | 'gone' | 'denied';
  /** Live by questions over HTTP, which is a little slower. */
  readonly detour: boolean;
  /** For host and screen. */
  readonly presence: Omit<PresenceMessage, 't'> | null;
  readonly items: Items;
  readonly cards: ReadonlyMap<string, CardItem>;
  readonly clusters: ReadonlyMap<string, ClusterItem>;
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly steps: ReadonlyMap<string, StepItem>;
  readonly intentions: ReadonlyMap<string, IntentionItem>;
  readonly drafts: ReadonlyMap<string, DraftItem>;
  readonly finals: ReadonlyMap<string, Formulation>;
  readonly glimpses: ReadonlyMap<string, GlimpseItem>;
  readonly links: Links | null;
  readonly pending: number;
  now(): number;
  do<K extends CommandType>(type: K, data: Commands[K]): Promise<void>;
  close(): void;
}

/** The name that the facilitator gave the current activity; nothing when it goes by that of its kind. */
export const ownName = ({ agenda, now }: Items): string | undefined =>
  agenda?.activities.find(({ id }) => id === now?.activity)?.title;

/** Everything that Clock needs to show an activity's time; null when there is none to show. */
export function clockOf(room: SessionRoom): { deadline: number; offset: number; pausedWith?: number } | null {
  const timer = room.items.timer;
  if (!timer) return null;
  const offset = room.now() - Date.now();
  if (timer.running) return { deadline: timer.deadline ?? 0, offset };
  return { deadline: 0, offset, pausedWith: Math.max(0, timer.left ?? 0) };
}
