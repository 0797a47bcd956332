import { browser, type Surroundings } from './around';
import { beat, claimForTab, tabKey } from './claim';
import { Courier } from './courier';
import { takeOver } from './orphan';
import { Outbox, type Outgoing } from './outbox';
import type {
  CardItem,
  ClusterItem,
  CommandType,
  Commands,
  DraftItem,
  Formulation,
  GlimpseItem,
  Hello,
  IntentionItem,
  Items,
  Links,
  Me,
  Outcome,
  PresenceMessage,
  Problem,
  Role,
  ServerMessage,
  StepItem,
} from './protocol';
import { applyFrame, nothing, type Replica } from './replica';
import { type Line, Socket } from './socket';
import { browserStore, memoryStore, type Store } from './store';

export type { Line };

/** A command that the server refused for good; the problem says why, i18n/problem words it. */
export class RefusedError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`refused: ${problem.code} ${problem.reason ?? ''}`);
    this.problem = problem;
  }
}

export interface RoomOptions {
  session: string;
  role: Role;
  /** Of the host's or the screen's link. */
  key?: string;
  /** storage: commands survive a reload (the default for participants). memory: they live as long as the page. */
  outbox?: 'storage' | 'memory';
  /** Hears every refusal, also of a command from before a reload, whose promise nobody holds any more. */
  onrefused?: (command: Outgoing, problem: Problem) => void;
  /** For tests. */
  around?: Surroundings;
  local?: Store;
  tab?: Store;
}

interface Waiting {
  resolve(): void;
  reject(reason: RefusedError): void;
}

/** A session as this page sees it: what it may know, and the way to ask for changes. */
export class Room {
  line = $state<Line>('connecting');
  /** Live, but by questions over HTTP: something between here and the server lets no sockets through. */
  detour = $state(false);
  items = $state.raw<Items>({});
  cards = $state.raw<ReadonlyMap<string, CardItem>>(nothing.cards);
  clusters = $state.raw<ReadonlyMap<string, ClusterItem>>(nothing.clusters);
  outcomes = $state.raw<ReadonlyMap<string, Outcome>>(nothing.outcomes);
  steps = $state.raw<ReadonlyMap<string, StepItem>>(nothing.steps);
  intentions = $state.raw<ReadonlyMap<string, IntentionItem>>(nothing.intentions);
  drafts = $state.raw<ReadonlyMap<string, DraftItem>>(nothing.drafts);
  finals = $state.raw<ReadonlyMap<string, Formulation>>(nothing.finals);
  glimpses = $state.raw<ReadonlyMap<string, GlimpseItem>>(nothing.glimpses);
  me = $state.raw<Me | null>(null);
  links = $state.raw<Links | null>(null);
  /** How many are connected; for host and screen. */
  presence = $state.raw<PresenceMessage | null>(null);
  /** Whether the server has told who we are on this page: before that, `me` = null says nothing. */
  met = $state(false);
  /** Commands that are not acknowledged yet, in order. */
  outgoing = $state.raw<readonly Outgoing[]>([]);
  /** Acknowledged, not yet in `me`: kept until it comes, or an own card would vanish for a blink. */
  settling = $state.raw<readonly Outgoing[]>([]);
  pending = $derived(this.outgoing.length);
  /** The server's clock minus ours, in milliseconds. */
  offset = $state(0);

  #options: RoomOptions;
  #around: Surroundings;
  #store: Store;
  #tab: Store;
  #outbox: Outbox;
  #courier: Courier;
  #socket: Socket;
  #replica: Replica = nothing;
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing is shown from it
  #waiting = new Map<Outgoing, Waiting>();
  #measured = false; // the offset, on this connection
  #beat: ReturnType<typeof setInterval>;
  #others: Socket[] = [];
  #leaving = false;
  #ears = new AbortController();

  constructor(options: RoomOptions) {
    this.#options = options;
    this.#around = options.around ?? browser;
    const keeps = (options.outbox ?? (options.role === 'participant' ? 'storage' : 'memory')) === 'storage';
    this.#store = keeps ? (options.local ?? browserStore('local')) : memoryStore();
    this.#tab = keeps ? (options.tab ?? browserStore('session')) : memoryStore();
    this.#outbox = this.#takeOutbox();
    this.#courier = this.#engage(this.#outbox);
    this.#socket = this.#connect();
    this.#beat = setInterval(() => this.#live(), beat);
    this.#finishForOthers();
    const { signal } = this.#ears;
    addEventListener('pagehide', () => this.#leave(), { signal });
    addEventListener('pageshow', () => (this.#leaving = false), { signal });
  }

  /** The server's clock, in milliseconds. */
  now(): number {
    return this.#around.now() + this.offset;
  }

  /**
   * Asks for a command. It is kept at once and sent as soon as there is a line, again and again until it is answered;
   * resolves when the server has it for good, rejects with a RefusedError. Nobody has to wait for it.
   */
  do<K extends CommandType>(type: K, data: Commands[K]): Promise<void> {
    if (!this.#outbox.hold()) this.#beSomebodyElse();
    const n = this.#outbox.add(type, data);
    const command = this.#outbox.list.find((one) => one.n === n)!;
    const answer = new Promise<void>((resolve, reject) => this.#waiting.set(command, { resolve, reject }));
    answer.catch(() => {}); // whoever does not listen hears it through onrefused
    if (this.#leaving) this.#outbox.release(); // the last words of a page: the next one takes them over
    this.outgoing = this.#outbox.list;
    this.#courier.next();
    return answer;
  }

  close(): void {
    clearInterval(this.#beat);
    this.#ears.abort();
    this.#socket.close();
    for (const socket of this.#others) socket.close();
    this.#outbox.release();
  }

  #takeOutbox(): Outbox {
    const outbox = new Outbox(
      this.#store,
      this.#options.session,
      claimForTab(this.#store, this.#tab, this.#options.session),
    );
    this.outgoing = outbox.list;
    return outbox;
  }

  #engage(outbox: Outbox): Courier {
    return new Courier(outbox, {
      send: (message) => this.#socket.send(message),
      random: this.#around.random,
      done: (commands) => this.#done(commands),
      refused: (command, problem) => this.#refused(command, problem),
    });
  }

  #connect(): Socket {
    return new Socket(
      this.#url(),
      {
        hello: () => this.#hello(),
        line: (line, detour) => this.#lineIs(line, detour),
        message: (message) => this.#hear(message),
      },
      this.#around,
    );
  }

  #url(): string {
    const { protocol, host } = location;
    return `${protocol.replace('http', 'ws')}//${host}/api/sessions/${this.#options.session}/socket`;
  }

  #hello(): Hello {
    const { mark, rev } = this.#replica;
    return { ...this.#greeting(), client: this.#outbox.client, ...(mark && { mark, rev }) };
  }

  #greeting(): Omit<Hello, 'client'> {
    const { role, key } = this.#options;
    return { t: 'hello', role, ...(key && { key }) };
  }

  #lineIs(line: Line, detour: boolean): void {
    if (line !== 'live') {
      this.#courier.lost();
      this.#measured = false;
    }
    this.line = line;
    this.detour = detour;
  }

  #hear(message: ServerMessage): void {
    if ('at' in message) this.#measure(message.at);
    switch (message.t) {
      case 'welcome':
        this.links = message.links;
        return this.#courier.welcome(message.lastN);
      case 'frame': {
        const replica = applyFrame(this.#replica, message);
        if (replica) return this.#show(replica);
        this.#replica = nothing; // asks for everything; what is on the page stays until it comes
        return this.#socket.reopen();
      }
      case 'me':
        return this.#meet(message.me);
      case 'ack':
        this.#courier.acknowledged(message.n);
        if (message.me !== undefined) this.#meet(message.me);
        this.settling = []; // with the ack comes what it changed, or it changed nothing
        return;
      case 'presence':
        this.presence = message;
        return;
      case 'problem':
        return this.#courier.refused(message.n, message.problem);
    }
  }

  #meet(me: Me | null): void {
    this.me = me;
    this.met = true;
    this.settling = [];
  }

  #show(replica: Replica): void {
    this.#replica = replica;
    this.items = replica.items;
    this.cards = replica.cards;
    this.clusters = replica.clusters;
    this.outcomes = replica.outcomes;
    this.steps = replica.steps;
    this.intentions = replica.intentions;
    this.drafts = replica.drafts;
    this.finals = replica.finals;
    this.glimpses = replica.glimpses;
  }

  /** A message can only be late, never early: of all it took to come, the least is nearest to the truth. */
  #measure(at: number): void {
    const offset = at - this.#around.now();
    this.offset = this.#measured ? Math.max(this.offset, offset) : offset;
    this.#measured = true;
  }

  #done(commands: readonly Outgoing[]): void {
    this.outgoing = this.#outbox.list;
    if (this.#options.role === 'participant') this.settling = [...this.settling, ...commands];
    for (const command of commands) this.#settle(command)?.resolve();
  }

  #refused(command: Outgoing, problem: Problem): void {
    this.outgoing = this.#outbox.list;
    this.#settle(command)?.reject(new RefusedError(problem));
    this.#options.onrefused?.(command, problem);
  }

  #settle(command: Outgoing): Waiting | undefined {
    const waiting = this.#waiting.get(command);
    this.#waiting.delete(command);
    return waiting;
  }

  #leave(): void {
    this.#leaving = true;
    this.#outbox.release();
  }

  #live(): void {
    if (this.#leaving) return;
    this.#outbox.hold();
    this.#finishForOthers();
  }

  #finishForOthers(): void {
    const { session, onrefused } = this.#options;
    const found = takeOver({
      session,
      url: this.#url(),
      hello: this.#greeting(),
      store: this.#store,
      around: this.#around,
      refused: (command, problem) => onrefused?.(command, problem),
    });
    this.#others.push(...found);
  }

  /** Another page has taken our id (we slept, or it is our copy), and with it what we had not sent: it sends it now. */
  #beSomebodyElse(): void {
    this.#courier.lost();
    this.#tab.remove(tabKey(this.#options.session));
    this.#outbox = this.#takeOutbox();
    this.#courier = this.#engage(this.#outbox);
    this.#socket.reopen();
  }
}

export function openRoom(options: RoomOptions): Room {
  return new Room(options);
}
