import { backoff } from './backoff';
import type { ClientMessage, ServerMessage } from './protocol';

/** How things are between this page and its session. */
export type Line = 'connecting' | 'live' | 'offline' | 'gone' | 'denied';

/** The part of a WebSocket that is used. */
export type Wire = Pick<WebSocket, 'send' | 'close' | 'onopen' | 'onmessage' | 'onclose'>;

/** What a test replaces. */
export interface Surroundings {
  connect(url: string): Wire;
  now(): number;
  random(): number;
}

export const browser: Surroundings = {
  connect: (url) => new WebSocket(url),
  now: () => Date.now(),
  random: () => Math.random(),
};

export interface Listener {
  /** The first message of every connection. */
  hello(): ClientMessage;
  message(message: ServerMessage): void;
  line(line: Line): void;
}

const pingEvery = 15_000;
const deadAfter = 25_000;
const doubtFor = 1500; // after coming back into view
const longHidden = 30_000;
const patience = 2500; // "connecting" for this long, then we say that there is no connection
const welcomeWithin = 10_000;
const steady = 5000; // a connection that held this long was a good one

const comeBackAtOnce = 4000;
const notFound = 4502;

/**
 * One line to a session that mends itself. Phones kill sockets without telling (a locked screen, another network), and
 * readyState does not know: so only a message proves life, and a silent socket is left behind, never waited for.
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
  #hiddenAt = 0;
  #timers = new Map<'retry' | 'ping' | 'dead' | 'patience', ReturnType<typeof setTimeout>>();
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
    let wire: Wire;
    try {
      wire = this.#around.connect(this.#url);
    } catch {
      return this.#retry();
    }
    this.#wire = wire;
    wire.onopen = () => this.send(this.#listener.hello());
    wire.onmessage = (event) => this.#hear(JSON.parse(String(event.data)) as ServerMessage);
    wire.onclose = (event) => this.#lost(event.code);
    this.#after('dead', welcomeWithin, () => this.#lost(0));
  }

  #hear(message: ServerMessage): void {
    this.#after('dead', this.#welcomed || message.t === 'welcome' ? deadAfter : welcomeWithin, () => this.#lost(0));
    if (message.t === 'welcome') {
      this.#welcomed = this.#around.now();
      this.#pingLater();
    }
    this.#listener.message(message);
    if (message.t === 'welcome') this.#become('live');
  }

  #lost(code: number): void {
    this.#leave();
    if (code >= 4500 && code <= 4999) {
      this.#closed = true;
      this.#ears.abort();
      return this.#become(code === notFound ? 'gone' : 'denied');
    }
    const held = this.#welcomed > 0 && this.#around.now() - this.#welcomed >= steady;
    if (held) this.#failed = 0;
    this.#become('connecting');
    if (code === comeBackAtOnce && (held || this.#failed === 0)) {
      this.#failed++; // a server that keeps saying "at once" gets the patient kind
      return this.#open();
    }
    this.#retry();
  }

  #retry(): void {
    this.#after('retry', backoff(this.#failed++, this.#around.random), () => this.#open());
  }

  /** Lets go of the socket; nothing that it still says is heard. */
  #leave(): void {
    const wire = this.#wire;
    this.#wire = null;
    for (const name of ['ping', 'dead', 'retry'] as const) this.#cancel(name);
    if (!wire) return;
    wire.onopen = wire.onmessage = wire.onclose = null;
    wire.close();
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
    if (line === this.#line) return;
    this.#line = line;
    this.#listener.line(line);
  }

  #watchPage(): void {
    const { signal } = this.#ears;
    addEventListener('online', () => this.reopen(), { signal });
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

  #after(name: 'retry' | 'ping' | 'dead' | 'patience', ms: number, act: () => void): void {
    this.#cancel(name);
    this.#timers.set(
      name,
      setTimeout(() => {
        this.#timers.delete(name);
        act();
      }, ms),
    );
  }

  #cancel(name: 'retry' | 'ping' | 'dead' | 'patience'): void {
    clearTimeout(this.#timers.get(name));
    this.#timers.delete(name);
  }
}
