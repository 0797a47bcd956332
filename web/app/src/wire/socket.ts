import { browser, type Surroundings, type Wire } from './around';
import { backoff } from './backoff';
import type { ClientMessage, Hello, ServerMessage } from './protocol';

/** How things are between this page and its session. */
export type Line = 'connecting' | 'live' | 'offline' | 'gone' | 'denied';

export interface Listener {
  /** The first message of every connection. */
  hello(): Hello;
  message(message: ServerMessage): void;
  /** detour: live by questions over HTTP, because sockets do not come through. */
  line(line: Line, detour: boolean): void;
}

const pingEvery = 15_000;
const deadAfter = 25_000;
const doubtFor = 1500; // after coming back into view
const longHidden = 30_000;
const patience = 2500; // "connecting" for this long, then we say that there is no connection
const welcomeWithin = 10_000;
const openWithin = 4000; // where no socket has come through yet; where one has, it gets as long as a welcome
const steady = 5000; // a connection that held this long was a good one
const enough = 2; // attempts in a row that are refused although the server is there: something between stops them
const longestHint = 10_000;

const comeBackAtOnce = 4000;
const notFound = 4502;

type Detour = Awaited<ReturnType<Surroundings['detour']>>;
type Timer = 'retry' | 'ping' | 'dead' | 'patience';

/**
 * One line to a session that mends itself. Phones kill sockets without telling (a locked screen, another network), and
 * readyState does not know: so only a message proves life, and a silent socket is left behind, never waited for. Where
 * sockets do not come through at all, it goes by the detour, which looks like a socket, and tries a real one now and then.
 */
export class Socket {
  #url: string;
  #listener: Listener;
  #around: Surroundings;
  #wire: Wire | null = null;
  #line: Line = 'connecting';
  #closed = false;
  #failed = 0;
  #welcomed = 0; // when this connection's welcome came; 0 before
  #carried = false; // a socket has come through on this page
  #vain = 0; // attempts in a row that came to nothing, although the server answers
  #detour: Detour | null = null;
  #told = false; // the listener knows of the detour
  #stopTrying = () => {};
  #hiddenAt = 0;
  #timers = new Map<Timer, ReturnType<typeof setTimeout>>();
  #ears = new AbortController();

  constructor(url: string, listener: Listener, around: Surroundings = browser) {
    this.#url = url;
    this.#listener = listener;
    this.#around = around;
    this.#watchPage();
    this.#open();
  }

  /** Whether commands may be sent: the server has said welcome. */
  get live(): boolean {
    return this.#line === 'live';
  }

  send(message: ClientMessage): void {
    try {
      this.#wire?.send(JSON.stringify(message));
    } catch {
      // Not open (any more): silence will tell, and whoever sent this sends it again.
    }
  }

  /** Begins anew, without waiting for the old socket to admit that it is dead. */
  reopen(): void {
    if (this.#closed) return;
    this.#leave();
    this.#open();
  }

  close(): void {
    this.#closed = true;
    this.#ears.abort();
    this.#leave();
    this.#cancel('patience');
  }

  #open(): void {
    this.#cancel('retry');
    this.#become('connecting');
    this.#welcomed = 0;
    try {
      this.#take((this.#detour ?? this.#around).connect(this.#url));
    } catch {
      return this.#lost(); // a browser that is forbidden to have sockets, or has none
    }
    this.#after('dead', this.#carried || this.#detour ? welcomeWithin : openWithin, () => this.#lost());
  }

  #take(wire: Wire): void {
    this.#wire = wire;
    wire.onopen = () => {
      this.send(this.#listener.hello());
      this.#after('dead', welcomeWithin, () => this.#lost());
    };
    wire.onmessage = (event) => this.#hear(JSON.parse(String(event.data)) as ServerMessage);
    wire.onclose = ({ code, reason }) => this.#lost(code, reason);
  }

  #hear(message: ServerMessage): void {
    this.#after('dead', this.#welcomed || message.t === 'welcome' ? deadAfter : welcomeWithin, () => this.#lost());
    if (message.t === 'welcome') {
      this.#welcomed = this.#around.now();
      this.#pingLater();
      this.#vain = 0;
      if (this.#detour) this.#tryBeside();
      else this.#carried = true;
    }
    this.#listener.message(message);
    if (message.t === 'welcome') this.#become('live');
  }

  #lost(code = 0, reason = ''): void {
    const unheard = !this.#welcomed && code < 1011; // from there on it is the server itself that says why
    this.#leave();
    if (code >= 4500 && code <= 4999) {
      this.#closed = true;
      this.#ears.abort();
      return this.#become(code === notFound ? 'gone' : 'denied');
    }
    const held = this.#welcomed > 0 && this.#around.now() - this.#welcomed >= steady;
    if (held) this.#failed = 0;
    this.#become('connecting');
    const hint = /^retry=(\d+)$/.exec(reason);
    if (hint) return this.#after('retry', Math.min(longestHint, Number(hint[1])), () => this.#open());
    if (code === comeBackAtOnce && (held || this.#failed === 0)) {
      this.#failed++; // a server that keeps saying "at once" gets the patient kind
      return this.#open();
    }
    if (unheard) void this.#doubtTheWay(code === 0 ? enough : 1); // silence has cost people seconds already
    this.#retry();
  }

  /** An attempt came to nothing. When several in a row do, and not because the server is away, the other way is tried. */
  async #doubtTheWay(weight: number): Promise<void> {
    if (!this.#detour && !(await this.#around.reachable())) return;
    if (this.live || (this.#vain += weight) < enough) return;
    this.#vain = 0;
    const other = this.#detour ? null : await this.#around.detour().catch(() => null); // not to be had: sockets go on
    if (this.live) return;
    this.#detour = other;
    this.#failed = 0;
    if (other) this.reopen();
  }

  /** Goes on with a real socket as soon as one is welcomed. */
  #tryBeside(): void {
    this.#stopTrying();
    this.#stopTrying = this.#detour!.tryBeside(this.#url, this.#around, {
      hello: () => this.#listener.hello(),
      hangUp,
      welcomed: (wire, message) => {
        this.#leave();
        this.#detour = null;
        this.#take(wire);
        this.#hear(message);
      },
    });
  }

  #retry(): void {
    this.#after('retry', backoff(this.#failed++, this.#around.random), () => this.#open());
  }

  #leave(): void {
    for (const name of ['ping', 'dead', 'retry'] as const) this.#cancel(name);
    this.#stopTrying();
    if (this.#wire) hangUp(this.#wire);
    this.#wire = null;
  }

  #pingLater(): void {
    this.#after('ping', pingEvery, () => {
      this.send({ t: 'ping' });
      this.#pingLater();
    });
  }

  #become(line: Line): void {
    if (line === 'connecting') {
      // A short blip is not worth alarming anybody; and once we said "no connection", only a connection takes it back.
      if (!this.#timers.has('patience')) this.#after('patience', patience, () => this.#tell('offline'));
      if (this.#line === 'offline') return;
    } else this.#cancel('patience');
    this.#tell(line);
  }

  #tell(line: Line): void {
    const detour = line === 'live' && this.#detour !== null;
    if (line === this.#line && detour === this.#told) return;
    this.#line = line;
    this.#told = detour;
    this.#listener.line(line, detour);
  }

  #watchPage(): void {
    const { signal } = this.#ears;
    const elsewhere = () => {
      this.#carried = false; // what another network lets through, one has to see
      this.reopen();
    };
    addEventListener('online', elsewhere, { signal });
    addEventListener('pageshow', (event) => event.persisted && this.reopen(), { signal });
    addEventListener('pagehide', () => this.#leave(), { signal });
    document.addEventListener('visibilitychange', () => this.#seen(), { signal });
  }

  #seen(): void {
    const now = this.#around.now();
    if (document.hidden) this.#hiddenAt = now;
    else if (!this.live || now - this.#hiddenAt >= longHidden) this.reopen();
    else {
      this.send({ t: 'ping' });
      this.#after('dead', doubtFor, () => this.reopen()); // any message puts this off
    }
  }

  #after(name: Timer, ms: number, act: () => void): void {
    this.#cancel(name);
    this.#timers.set(
      name,
      setTimeout(() => {
        this.#timers.delete(name);
        act();
      }, ms),
    );
  }

  #cancel(name: Timer): void {
    clearTimeout(this.#timers.get(name));
    this.#timers.delete(name);
  }
}

/** Lets go of a wire; nothing that it still says is heard. */
function hangUp(wire: Wire): void {
  wire.onopen = wire.onmessage = wire.onclose = null;
  wire.close();
}
