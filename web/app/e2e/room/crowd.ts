import { type BrowserContext, expect, type Page } from '@playwright/test';
import type { CommandType, Commands, Items, Role } from '../../src/wire/protocol';

/** How a visitor introduces itself; without a key and a cookie of the facilitator one is a participant. */
interface Greeting {
  role: Role;
  key?: string;
}

/** What stands in the page: the sockets of everybody, and what each was told. */
interface Visitor {
  items: Record<string, unknown>;
  ask(type: string, data: unknown): Promise<void>;
}

/**
 * Many people without a page each: one page holds all their sockets. A socket belongs to whoever's cookie the browser had
 * when it opened, so each gets a cookie of its own first.
 */
export class Crowd {
  #context: BrowserContext;
  #page: Page;
  #site: string;
  #session: string;
  size = 0;

  static async at(context: BrowserContext, site: string, session: string): Promise<Crowd> {
    const page = await context.newPage();
    await page.goto(`${site}/healthz`);
    return new Crowd(context, page, site, session);
  }

  private constructor(context: BrowserContext, page: Page, site: string, session: string) {
    this.#context = context;
    this.#page = page;
    this.#site = site;
    this.#session = session;
  }

  /** Lets that many more in; they are numbered on from the last. */
  async grow(by: number, greeting: Greeting = { role: 'participant' }): Promise<void> {
    for (const last = this.size + by; this.size < last; this.size++) {
      const value = `someone-in-the-crowd-${String(this.size).padStart(8, '0')}`;
      await this.#context.addCookies([{ name: 'vb', value, url: this.#site }]);
      await this.#page.evaluate(enter, { session: this.#session, number: this.size, greeting });
    }
  }

  /** Resolves when the server has it for good. */
  async ask<K extends CommandType>(who: number, type: K, data: Commands[K]): Promise<void> {
    await this.#page.evaluate(
      ([who, type, data]) => (window as unknown as { crowd: Visitor[] }).crowd[who]!.ask(type, data),
      [who, type, data] as const,
    );
  }

  /**
   * Resolves to an item once this one has been told it, and it is as meant. Pages and sockets hear of a change each at
   * their own moment: what a page shows says nothing of what the crowd knows, nor of what the server takes already.
   */
  async hears<K extends keyof Items>(
    who: number,
    key: K,
    asMeant: (item: NonNullable<Items[K]>) => boolean = () => true,
  ): Promise<NonNullable<Items[K]>> {
    let item: Items[K];
    await expect(async () => {
      item = (await this.told(who))[key];
      expect(item != null && asMeant(item), `${key} as number ${who} knows it: ${JSON.stringify(item)}`).toBe(true);
    }).toPass({ timeout: 15_000, intervals: [20, 50, 100] });
    return item!;
  }

  /** What this one was told so far, by key: the named items, and card/… and cluster/…. */
  async told(who: number): Promise<Items & Record<string, unknown>> {
    return this.#page.evaluate((who) => (window as unknown as { crowd: Visitor[] }).crowd[who]!.items, who);
  }
}

/** Runs in the page: opens one more socket, and is done when it has heard its first frame. */
function enter({ session, number, greeting }: { session: string; number: number; greeting: Greeting }): Promise<void> {
  const there = window as unknown as { crowd?: Visitor[] };
  const crowd = (there.crowd ??= []);
  return new Promise((welcomed, fail) => {
    const socket = new WebSocket(`ws://${location.host}/api/sessions/${session}/socket`);
    const waiting = new Map<number, { done: () => void; refused: (why: Error) => void }>();
    let n = 0;
    const visitor: Visitor = {
      items: {},
      ask: (type, data) =>
        new Promise((done, refused) => {
          waiting.set(++n, { done, refused });
          socket.send(JSON.stringify({ t: 'do', n, type, data }));
        }),
    };
    crowd[number] = visitor;
    socket.onopen = () =>
      socket.send(JSON.stringify({ t: 'hello', client: `one-of-the-crowd-${number}`, ...greeting }));
    socket.onclose = ({ code }) => {
      const lost = new Error(`number ${number} of the crowd lost its socket: ${code}`);
      fail(lost);
      for (const { refused } of waiting.values()) refused(lost);
    };
    socket.onmessage = ({ data }) => {
      const message = JSON.parse(String(data));
      if (message.t === 'ack') waiting.get(message.n)?.done();
      if (message.t === 'problem') waiting.get(message.n)?.refused(new Error(JSON.stringify(message.problem)));
      if (message.t !== 'frame') return;
      Object.assign(visitor.items, message.set);
      for (const key of message.drop ?? []) delete visitor.items[key];
      welcomed();
    };
  });
}
