// Types alone: a line of the program in common would make one more file that every phone fetches.
import type { Connect, Surroundings, Wire } from './around';
import type { Do, Hello, Poll, Polled, ProblemReply, ServerMessage } from './protocol';

/** Between two questions there is at least this long: a room in full swing would have an answer to each at once. */
const pace = 250;
const soon = 2000; // a socket is tried this long after the detour was taken, or up to three times as long …
const later = 60_000; // … and then this often
const welcomeWithin = 10_000;

const denied = 4501;
const notFound = 4502;
const tryAgain = 1013;
const broken = 1006;

/**
 * For where sockets do not come through: the same messages by questions over HTTP. One that waits for news is always on
 * its way; commands go beside it. To whoever uses it, it is a socket.
 */
export const connect: Connect = (url) => new Detour(url.replace(/^ws/, 'http').replace(/socket$/, ''));

class Detour implements Wire {
  onopen: Wire['onopen'] = null;
  onmessage: Wire['onmessage'] = null;
  onclose: Wire['onclose'] = null;
  #place: string;
  #who: Pick<Poll, 'role' | 'key' | 'client'> = { role: 'participant', client: '' };
  #have: Pick<Poll, 'mark' | 'rev' | 'me' | 'presence'> = {};
  #welcomed = false;
  #turn = 0; // of the question that waits; what an older one brings is not heard
  #answers = 0; // to commands
  #ended = new AbortController();

  constructor(place: string) {
    this.#place = place;
    queueMicrotask(() => this.onopen?.call(this as never, new Event('open')));
  }

  send(text: string): void {
    const message = JSON.parse(text) as Hello | Do | { t: 'ping' };
    switch (message.t) {
      case 'hello': {
        const { role, key, client, mark, rev } = message;
        this.#who = { role, key, client };
        this.#have = { mark, rev };
        return void this.#listen();
      }
      case 'do':
        return void this.#ask(message);
      case 'ping': // a question that is answered at once shows whether the one that waits can be believed
        return void this.#listen();
    }
  }

  close(): void {
    this.#ended.abort();
  }

  async #listen(): Promise<void> {
    const turn = ++this.#turn;
    for (let fresh = true; ; fresh = false) {
      const before = this.#answers;
      const told = await this.#post<Polled>('poll', { ...this.#who, ...this.#have, ...(fresh && { fresh }) });
      if (!told || turn !== this.#turn) return;
      // An own part from before a command was answered may be older than the one that came with the answer.
      this.#tell(told, before === this.#answers);
      await new Promise((go) => setTimeout(go, pace));
      if (turn !== this.#turn || this.#ended.signal.aborted) return;
    }
  }

  async #ask({ n, type, data }: Do): Promise<void> {
    const refused = (reply: ProblemReply) => this.#say({ t: 'problem', n, problem: reply.problem });
    const told = await this.#post<Polled>('commands', { ...this.#who, do: [{ n, type, data }] }, refused);
    if (!told) return;
    this.#answers++;
    this.#tell(told, true);
  }

  #tell({ messages, me, presence }: Polled, mine: boolean): void {
    if (me && mine) this.#have.me = me;
    if (presence) this.#have.presence = presence;
    for (const message of messages) {
      if (message.t === 'me' && !mine) continue;
      if (message.t === 'frame') Object.assign(this.#have, { mark: message.mark, rev: message.rev });
      this.#say(message);
    }
  }

  #say(message: ServerMessage): void {
    // To whoever has been welcomed, another welcome is a sign of life.
    if (message.t === 'welcome' && this.#welcomed) message = { t: 'pong', at: message.at };
    if (message.t === 'welcome') this.#welcomed = true;
    this.onmessage?.call(this as never, new MessageEvent('message', { data: JSON.stringify(message) }));
  }

  /** Null when nothing came of it; then the line has ended, or the refusal was for `refused`. */
  async #post<T>(route: string, body: object, refused?: (reply: ProblemReply) => void): Promise<T | null> {
    try {
      const answer = await fetch(this.#place + route, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
        signal: this.#ended.signal,
      });
      const told: unknown = await answer.json();
      if (answer.ok) return told as T;
      const reply = told as ProblemReply;
      const { code: why, field } = reply.problem;
      const code = why === 'denied' ? denied : why === 'not_found' && field === 'session' ? notFound : undefined;
      if (refused && !code) refused(reply);
      else this.#end(code ?? tryAgain, reply.retryIn);
    } catch {
      this.#end(broken); // the network, or an answer that is not the server's
    }
    return null;
  }

  #end(code: number, retryIn?: number): void {
    if (this.#ended.signal.aborted) return;
    this.close();
    const reason = retryIn ? `retry=${retryIn}` : '';
    this.onclose?.call(this as never, Object.assign(new Event('close'), { code, reason }) as CloseEvent);
  }
}

interface Finder {
  hello(): Hello;
  hangUp(wire: Wire): void;
  welcomed(wire: Wire, message: ServerMessage): void;
}

/** Tries a real socket now and then, beside the detour, until one is welcomed; answers with a way to stop that. */
export function tryBeside(url: string, around: Surroundings, finder: Finder): () => void {
  let tried: Wire | null = null;
  let timer: ReturnType<typeof setTimeout>;
  const giveUp = () => {
    if (tried) finder.hangUp(tried);
    tried = null;
  };
  const wait = (ms: number, then: () => void) => {
    clearTimeout(timer);
    timer = setTimeout(then, ms);
  };
  const attempt = () => {
    wait(welcomeWithin, () => {
      giveUp();
      wait(later - welcomeWithin, attempt);
    });
    let wire: Wire;
    try {
      wire = tried = around.connect(url);
    } catch {
      return;
    }
    wire.onopen = () => wire.send(JSON.stringify(finder.hello()));
    wire.onclose = giveUp;
    wire.onmessage = (event) => {
      const message = JSON.parse(String(event.data)) as ServerMessage;
      if (message.t !== 'welcome') return giveUp();
      clearTimeout(timer);
      tried = null; // it is theirs now
      finder.welcomed(wire, message);
    };
  };
  wait(soon * (1 + 2 * around.random()), attempt);
  return () => {
    clearTimeout(timer);
    giveUp();
  };
}
