import type { SessionRoom } from '../../activities/room';
import { boardOf } from '../../activities/cluster/board';
import type { Lang } from '../../i18n/lang';
import { askedOutcome } from './asked';
import { arranging } from './arranging';
import { compared } from './compared';
import type {
  ActivityStatus,
  Band,
  CardItem,
  ClusterItem,
  Items,
  Kind,
  Option,
  OptionResult,
  Result,
} from '../../wire/protocol';
import { words } from './words';

/** The states that the story page can show, in the order of a session. */
export const stages = [
  'lobby',
  'welcome',
  'write',
  'write-closed',
  'cluster',
  'ballot',
  'vote',
  'vote-closed',
  'reveal',
  'ended',
  'cancelled',
  'bridge',
  'checkin',
  'checkin-closed',
  'checkout-closed',
  'tensions',
  'tensions-closed',
  'rate',
  'rate-closed',
] as const;
export type Stage = (typeof stages)[number];

const kinds: Kind[] = ['welcome', 'write', 'cluster', 'vote', 'reveal'];
const minutes = [6, 10, 14, 5, 10];
const at: Record<Stage, [Kind | null, boolean]> = {
  lobby: [null, false],
  welcome: ['welcome', true],
  write: ['write', true],
  'write-closed': ['write', false],
  cluster: ['cluster', true],
  ballot: ['cluster', false],
  vote: ['vote', true],
  'vote-closed': ['vote', false],
  reveal: ['reveal', true],
  bridge: ['reveal', true],
  ended: ['reveal', false],
  cancelled: ['cluster', true],
  checkin: ['checkin', true],
  'checkin-closed': ['checkin', false],
  'checkout-closed': ['checkout', false],
  tensions: ['tensions', true],
  'tensions-closed': ['tensions', false],
  rate: ['rate', true],
  'rate-closed': ['rate', false],
};

export interface Told {
  stage: Stage;
  people: number;
  lang: Lang;
  /** Lines on the ballot; follows from the number of people when left out. */
  options?: number;
  /** Groups that are compared; two when left out. */
  groups?: number;
  role?: 'host' | 'screen';
  /** Connections on the server, of the 4,000 that it was measured for. */
  server?: number;
}

/** Fictional cards and clusters; the same ones every time. */
function written(told: Told, shaped: boolean): { cards: Map<string, CardItem>; clusters: Map<string, ClusterItem> } {
  const list = words[told.lang];
  const cards = new Map<string, CardItem>();
  const clusters = new Map<string, ClusterItem>();
  const count = Math.round(told.people * 2.3);
  for (let i = 0; i < count; i++) {
    const theme = Math.floor((Math.pow((i * 7919) % 997, 1.5) / Math.pow(997, 1.5)) * list.length);
    const ways = list[theme]!;
    const way = (i * 31) % ways.length;
    // Early words have been put together; the last ones to come in still lie by themselves.
    const put = shaped && theme < 12 && i % 9 !== 8;
    const cluster = put ? `k${theme}` : `w${theme}-${way}`;
    cards.set(`card${i}`, { id: `card${i}`, text: ways[way]!, cluster, order: i, ...(i === 5 && { hidden: true }) });
    if (i === 5) {
      if (told.role === 'screen') cards.delete('card5');
      continue;
    }
    const known = clusters.get(cluster);
    if (known) known.size++;
    else
      clusters.set(cluster, {
        id: cluster,
        name: put ? ways[0]! : ways[way]!,
        named: put,
        parked: theme === 15,
        size: 1,
        order: clusters.size,
      });
  }
  return { cards, clusters };
}

function ballot(told: Told, board: ReturnType<typeof written>): Option[] {
  const lines = told.options ?? 0;
  const piles = boardOf(board.cards, board.clusters);
  const own = [...piles.panels, ...piles.loose].map((p) => ({
    id: p.id,
    name: p.name,
    words: p.words.slice(0, 3).map((w) => w.text),
  }));
  const list = words[told.lang];
  // Names first, then further wordings, so that small ballots look like real ones.
  const all = [0, 1, 2].flatMap((j) =>
    list.flatMap((ways, i) => (ways[j] ? [{ id: `x${i}-${j}`, name: ways[j], words: [] }] : [])),
  );
  const options = lines ? all.slice(0, lines) : own.slice(0, 15);
  return options.sort((a, b) => a.name.localeCompare(b.name));
}

function counted(told: Told, options: Option[]): Result {
  const n = options.length;
  const dots = Math.min(7, Math.max(3, Math.round(n / 3)));
  const top = Math.min(6, Math.max(3, Math.round(n / 3)));
  const ballots = Math.round(told.people * 0.95);
  const given = options.map((option, i) => {
    const share = 0.62 * Math.pow(0.9, (i * 7) % n) + 0.02 * (i % 3);
    const voters = Math.round(ballots * share);
    return { option, voters, dots: Math.round(voters * 1.3) };
  });
  given.sort((a, b) => b.dots - a.dots || b.voters - a.voters);
  const sure = ballots >= 8;
  const list: OptionResult[] = given.map((g, i) => {
    const rank = given.findIndex((other) => other.dots === g.dots) + 1;
    const topShare = Math.max(0, Math.min(1, 1.15 - i / (top * 1.4)));
    const band: Band =
      topShare >= 0.9 ? 'almost_certain' : topShare >= 0.7 ? 'likely' : topShare >= 0.3 ? 'doubtful' : 'unlikely';
    return {
      id: g.option.id,
      name: g.option.name,
      rank,
      dots: g.dots,
      voters: g.voters,
      inTop: rank <= top && g.dots > 0,
      topShare: sure ? topShare : 0,
      band: sure ? band : '',
      rankLow: Math.max(1, rank - 1),
      rankHigh: Math.min(n, rank + 2),
    };
  });
  return {
    round: 1,
    options: list,
    ballots,
    joined: told.people,
    dots,
    perOption: n <= 6 ? 1 : 2,
    dotsPlaced: list.reduce((sum, o) => sum + o.dots, 0),
    top,
    certainty: sure ? { resamples: 2000, seed: '7' } : null,
  };
}

/** The items of a session in some state, as its role would see them. */
export function told(t: Told): Pick<SessionRoom, 'items' | 'cards' | 'clusters' | 'presence' | 'outcomes'> {
  const [kind, open] = at[t.stage];
  const now = kind ? kinds.indexOf(kind) : -1;
  const status = (i: number): ActivityStatus =>
    i < now || t.stage === 'ended' ? 'closed' : i === now ? (open ? 'open' : 'closed') : 'planned';
  const board = written(t, now > 1);
  const options = ballot(t, board);
  const english = t.lang === 'en';
  const names = english
    ? ['Entrepreneur', 'HR specialist', 'Manager', 'Other']
    : ['Ondernemer', 'HR-specialist', 'Leidinggevende', 'Anders'];
  const items: Items = {
    session: {
      id: 'fictief',
      pin: t.stage === 'ended' ? '' : '482913',
      title: english ? 'Inspiration session connecting leadership' : 'Inspiratiesessie verbindend leiderschap',
      lang: t.lang,
      status: t.stage === 'lobby' ? 'lobby' : t.stage === 'ended' ? 'ended' : 'running',
      fictional: true,
      groups: names.map((name, i) => ({ id: `g${i + 1}`, name })),
      startedAt: Date.now() - 1_500_000,
    },
    agenda: {
      minutes: minutes.reduce((sum, n) => sum + n, 0),
      activities: kinds.map((k, i) => ({
        id: `a${i + 1}`,
        kind: k,
        minutes: minutes[i]!,
        status: status(i),
        ...(k === 'write' && { limit: 4 }),
        ...(i <= now && { opened: Date.now() - 1_500_000 + i * 300_000 }),
      })),
    },
    ...(t.role === 'host' && {
      notes: { notes: { a2: english ? 'Begin with my own story.' : 'Begin met mijn eigen verhaal.' } },
    }),
    people: {
      joined: t.people,
      groups: { g1: Math.round(t.people * 0.4), g2: Math.round(t.people * 0.35), g3: Math.round(t.people * 0.1) },
    },
  };
  const presence = {
    connected: Math.max(0, t.people - Math.round(t.people / 14)),
    ...(t.role === 'host' && { server: t.server ?? 512, capacity: 4000 }),
  };
  if (kind && t.stage !== 'ended') {
    items.now = { activity: `a${now + 1}`, kind, open, index: now, ...(kind === 'write' && { limit: 4 }) };
  }
  if (open) items.timer = { running: true, total: (minutes[now] ?? 5) * 60_000, deadline: Date.now() + 444_000 };
  if (kind === 'write') items.progress = { done: Math.round(t.people * 0.74), of: t.people, cards: board.cards.size };
  if (kind && now < 0) items.progress = { done: Math.round(t.people * 0.64), of: t.people };
  if (kind === 'vote') {
    items.progress = { done: Math.round(t.people * (open ? 0.77 : 0.95)), of: t.people };
    items.vote = { round: 1, status: open ? 'open' : 'closed', revealed: false, cancelled: 0 };
  }
  if (kind === 'cluster' && t.role === 'host') Object.assign(items, arranging(board.clusters, open));
  if (t.stage === 'write') items.deck = { themes: [] };
  if (kind === 'vote' || kind === 'reveal') {
    const n = options.length;
    items.ballot = {
      round: 1,
      open,
      method: 'dots',
      options,
      top: Math.min(6, Math.max(3, Math.round(n / 3))),
      dots: Math.min(7, Math.max(3, Math.round(n / 3))),
      perOption: n <= 6 ? 1 : 2,
    };
    if (t.stage === 'reveal' || t.stage === 'bridge')
      items.vote = { round: 1, status: 'closed', revealed: true, cancelled: 0, bridge: t.stage === 'bridge' };
    if (kind === 'reveal' || t.role === 'host') {
      items.result = counted(t, options);
      items.comparison = compared(items.result, [...names, 'Onderwijs'].slice(0, t.groups ?? 2));
    }
    if (items.ballot.open && kind !== 'vote') items.ballot.open = false;
  }
  if (t.stage === 'ended') {
    delete items.vote;
    delete items.ballot;
  }
  if (t.stage === 'vote') {
    delete items.result;
    delete items.comparison;
  }
  if (t.stage === 'cancelled') items.vote = { round: 1, status: 'cancelled', revealed: false, cancelled: 1 };
  const cardsSeen = t.role === 'host' ? now >= 1 : now > 1 || t.stage === 'write-closed';
  const none = new Map<string, never>();
  const outcomes = new Map(
    kind && now < 0 && !open ? [['a0', askedOutcome(kind, t.people, t.lang, t.options ?? 0)]] : [],
  );
  return t.stage === 'ended' || !cardsSeen
    ? { items, presence, outcomes, cards: none, clusters: none }
    : { items, presence, outcomes, cards: board.cards, clusters: board.clusters };
}
