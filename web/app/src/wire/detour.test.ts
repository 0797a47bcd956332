import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeNet } from './fakes';
import { connect } from './detour';
import type { CommandPost, Poll, Polled, ServerMessage } from './protocol';
import { type Room, openRoom } from './room.svelte';
import { memoryStore } from './store';

/** A question over HTTP, as its server sees it. */
interface Question {
  path: string;
  body: Poll & CommandPost;
  ended: AbortSignal;
  answer(messages: ServerMessage[], tags?: Omit<Polled, 'messages'>): Promise<void>;
  refuse(status: number, body: unknown): Promise<void>;
  break(): Promise<void>;
}

let asked: Question[];
let net: FakeNet;
let room: Room;

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  const fetched = (url: string, init: RequestInit) =>
    new Promise<Response>((give, fail) => {
      const settle = () => vi.advanceTimersByTimeAsync(0) as Promise<unknown> as Promise<void>;
      const reply = (status: number, body: unknown) => {
        give(new Response(JSON.stringify(body), { status }));
        return settle();
      };
      init.signal!.addEventListener('abort', () => fail(new DOMException('', 'AbortError')));
      asked.push({
        path: new URL(url).pathname.split('/').pop()!,
        body: JSON.parse(String(init.body)) as Question['body'],
        ended: init.signal!,
        answer: (messages, tags) => reply(200, { messages, ...tags }),
        refuse: reply,
        break: () => {
          fail(new TypeError('network'));
          return settle();
        },
      });
    });
  vi.stubGlobal('fetch', fetched);
  net = new FakeNet();
  net.connect = connect as never; // every line is the detour
  room = openRoom({ session: 's1', role: 'participant', around: net, local: memoryStore(), tab: memoryStore() });
});

afterEach(() => {
  room.close();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const polls = () => asked.filter(({ path }) => path === 'poll');
const commands = () => asked.filter(({ path }) => path === 'commands');
const welcome = (lastN = 0): ServerMessage => ({
  t: 'welcome',
  role: 'participant',
  at: Date.now(),
  lastN,
  links: { join: '', site: '' },
});
const own = (group: string) => ({ group, chosen: true, cards: [], ballot: null });
const frame = (rev: number, since: number, mark = 'm1', joined = rev): ServerMessage => ({
  t: 'frame',
  mark,
  rev,
  since,
  set: { people: { joined } },
});

async function arrive(): Promise<void> {
  await pass(0);
  await polls()[0]!.answer([welcome(), { t: 'me', me: own('g1') }, frame(4, 0)], { me: 'tag1' });
}

describe('the detour', () => {
  test('begins with a fresh question and shows what came', async () => {
    await arrive();
    expect(polls()[0]!.body).toEqual({ role: 'participant', client: expect.any(String), fresh: true });
    expect([room.line, room.items.people?.joined, room.me?.group]).toEqual(['live', 4, 'g1']);
  });

  test('asks on from what it has, at most four times a second', async () => {
    await arrive();
    expect(polls()).toHaveLength(1);
    await pass(250);
    const { client } = polls()[0]!.body;
    expect(polls()[1]!.body).toEqual({ role: 'participant', client, mark: 'm1', rev: 4, me: 'tag1' });
    await polls()[1]!.answer([frame(7, 4, 'm2')]);
    await pass(250);
    expect(polls()[2]!.body).toMatchObject({ mark: 'm2', rev: 7, me: 'tag1' });
    expect(room.items.people?.joined).toBe(7);
    await polls()[2]!.answer([]); // twenty-five seconds without news
    await pass(250);
    expect(polls()).toHaveLength(4);
  });

  test('sends commands one after the other, beside the question that waits', async () => {
    await arrive();
    await pass(250);
    void room.do('add_card', { id: 'a', text: 'a' });
    void room.do('add_card', { id: 'b', text: 'b' });
    await pass(0);
    expect(commands().map(({ body }) => body.do)).toEqual([[{ n: 1, type: 'add_card', data: { id: 'a', text: 'a' } }]]);
    await commands()[0]!.answer([{ t: 'ack', n: 1, me: own('g2') }], { me: 'tag2' });
    expect(commands()[1]!.body.do[0]!.n).toBe(2);
    expect([room.pending, room.me?.group]).toEqual([1, 'g2']);
  });

  test('does not believe an own part from before a command was answered', async () => {
    await arrive();
    await pass(250);
    void room.do('add_card', { id: 'a', text: 'a' });
    await pass(0);
    await commands()[0]!.answer([{ t: 'ack', n: 1, me: own('g2') }], { me: 'tag2' });
    await polls()[1]!.answer([{ t: 'me', me: own('old') }, frame(5, 4)], { me: 'tag-old' });
    expect([room.me?.group, room.items.people?.joined]).toEqual(['g2', 5]);
    await pass(250);
    expect(polls()[2]!.body.me).toBe('tag2');
  });

  test('asks anew when the line is doubted, and hears the old question no more', async () => {
    await arrive();
    await pass(15_000);
    const [, old, fresh] = polls();
    expect(fresh!.body).toMatchObject({ fresh: true, rev: 4 });
    await fresh!.answer([welcome(), frame(6, 4), { t: 'me', me: own('new') }], { me: 'tag-new' });
    await old!.answer([frame(5, 4), { t: 'me', me: own('old') }], { me: 'tag-old' });
    expect([room.line, room.items.people?.joined, room.me?.group]).toEqual(['live', 6, 'new']);
    await pass(250);
    expect(polls()).toHaveLength(4); // one goes on, not two
    expect(polls()[3]!.body.me).toBe('tag-new');
  });

  test('asks with one question at a time, also when the line is doubted between two', async () => {
    await arrive();
    await pass(14_900);
    await polls()[1]!.answer([]);
    await pass(1000);
    expect(polls()).toHaveLength(3);
  });

  test('does not send a command twice because a sign of life came meanwhile', async () => {
    await arrive();
    void room.do('add_card', { id: 'a', text: 'a' });
    await pass(15_000);
    await polls().at(-1)!.answer([welcome()]);
    expect(commands()).toHaveLength(1);
  });

  test('a server that no longer answers is left', async () => {
    await arrive();
    await pass(24_900);
    expect(room.line).toBe('live');
    await pass(200);
    expect(room.line).toBe('connecting');
    expect(polls().every(({ ended }) => ended.aborted)).toBe(true);
  });

  test('sends a command again under its number when its answer was lost', async () => {
    await arrive();
    const kept = room.do('add_card', { id: 'a', text: 'a' });
    await pass(0);
    await commands()[0]!.break();
    expect(room.line).toBe('connecting');
    await pass(1000);
    await polls()
      .at(-1)!
      .answer([welcome(1), { t: 'me', me: own('g2') }], { me: 'tag2' });
    await kept;
    expect([room.line, room.pending, commands().length]).toEqual(['live', 0, 1]);
  });

  test('a command that the server cannot take now is sent again; the line stays', async () => {
    await arrive();
    void room.do('add_card', { id: 'a', text: 'a' });
    await pass(0);
    await commands()[0]!.refuse(429, { problem: { code: 'busy', reason: 'too_much_at_once', retry: true } });
    await pass(1000);
    expect(commands().map(({ body }) => body.do[0]!.n)).toEqual([1, 1]);
    expect([room.line, room.pending]).toEqual(['live', 1]);
  });

  test('a command that is refused for good is told, and the next goes out', async () => {
    await arrive();
    const answer = room.do('add_card', { id: 'a', text: 'a' });
    void room.do('add_card', { id: 'b', text: 'b' });
    await pass(0);
    await commands()[0]!.answer([{ t: 'problem', n: 1, problem: { code: 'closed', reason: 'not_open' } }]);
    await expect(answer).rejects.toThrow('closed');
    expect(commands()).toHaveLength(2);
  });

  test('a session that is gone is gone, and who is not let in is told', async () => {
    await arrive();
    await pass(250);
    await polls()[1]!.refuse(404, { problem: { code: 'not_found', field: 'session', reason: 'unknown' } });
    expect(room.line).toBe('gone');
    await pass(60_000);
    expect(polls()).toHaveLength(2);
  });

  test('is denied with a wrong key, and keeps what was not sent', async () => {
    await arrive();
    void room.do('add_card', { id: 'a', text: 'a' });
    await pass(0);
    await commands()[0]!.refuse(403, { problem: { code: 'denied', reason: 'needs_cookie' } });
    expect([room.line, room.pending]).toEqual(['denied', 1]);
  });

  test('what a proxy says for itself is only a broken line', async () => {
    await arrive();
    await pass(250);
    await polls()[1]!.refuse(404, 'no such thing here');
    expect(room.line).toBe('connecting');
  });

  test('a server that stops says when to come back', async () => {
    await arrive();
    await pass(250);
    const problem = { code: 'unavailable', reason: 'server_stopping', retry: true };
    await polls()[1]!.refuse(503, { problem, retryIn: 1800 });
    await pass(1790);
    expect(polls()).toHaveLength(2);
    await pass(20);
    expect(polls()[2]!.body).toMatchObject({ fresh: true, mark: 'm1', rev: 4 });
  });

  test('a page that goes away lets go of its questions', async () => {
    await arrive();
    await pass(250);
    window.dispatchEvent(new Event('pagehide'));
    expect(polls()[1]!.ended.aborted).toBe(true);
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    await pass(0);
    expect(polls()[2]!.body.fresh).toBe(true);
  });

  test('what is missing is asked for from the beginning', async () => {
    await arrive();
    await pass(250);
    await polls()[1]!.answer([frame(9, 7)]);
    await pass(0);
    expect(polls()[2]!.body.mark).toBeUndefined();
  });
});
