import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeNet } from './fakes';
import type { Outgoing } from './outbox';
import type { Problem } from './protocol';
import { RefusedError, type Room, openRoom } from './room.svelte';
import { browserStore, memoryStore, type Store } from './store';

let net: FakeNet;
let local: Store;
let tab: Store;
let rooms: Room[];
let refusals: [Outgoing, Problem][];

beforeEach(() => {
  vi.useFakeTimers();
  net = new FakeNet();
  local = memoryStore();
  tab = memoryStore();
  rooms = [];
  refusals = [];
});

afterEach(() => {
  for (const room of rooms) room.close();
  vi.useRealTimers();
});

function open(stores: { local?: Store; tab?: Store } = {}): Room {
  const room = openRoom({
    session: 's1',
    role: 'participant',
    around: net,
    local,
    tab,
    onrefused: (command, problem) => refusals.push([command, problem]),
    ...stores,
  });
  rooms.push(room);
  return room;
}

/** A page that goes away as pages do, with its tab staying. */
function reload(room: Room): Room {
  room.close();
  return open();
}

/** A page that dies without a word. */
function crash(room: Room): void {
  const kept = local.keys().map((key) => [key, local.get(key)!] as const);
  room.close();
  for (const [key, value] of kept) local.set(key, value);
}

const write = (room: Room, id: string) => room.do('add_card', { id, text: id });
const numbers = (wire = net.last) => wire.commands.map(({ n, data }) => [n, (data as { id: string }).id]);

describe('commands', () => {
  test('typed before there is a line go out in order when it is there, each after the answer to the one before', async () => {
    const room = open();
    const first = write(room, 'a');
    write(room, 'b');
    expect(room.pending).toBe(2);
    net.last.welcome();
    expect(numbers()).toEqual([[1, 'a']]);
    net.last.say({ t: 'ack', n: 1 });
    await first;
    expect(numbers()).toEqual([
      [1, 'a'],
      [2, 'b'],
    ]);
    expect(room.pending).toBe(1);
  });

  test('not answered when the line broke are sent again, those that the server had done are not', async () => {
    const room = open();
    net.last.welcome();
    const done = write(room, 'a');
    write(room, 'b');
    net.last.drop(1006);
    vi.advanceTimersByTime(1000);
    net.last.welcome(1);
    await done;
    expect(numbers()).toEqual([[2, 'b']]);
  });

  test('survive a reload with their numbers and their client', () => {
    const before = open();
    const client = net.last.open().hello.client;
    write(before, 'a');
    const after = reload(before);
    expect(after.pending).toBe(1);
    net.last.welcome();
    expect(net.last.hello.client).toBe(client);
    expect(numbers()).toEqual([[1, 'a']]);
    net.last.say({ t: 'ack', n: 1 });
    write(after, 'b');
    expect(numbers().at(-1)).toEqual([2, 'b']);
    const later = reload(after);
    net.last.welcome(1);
    net.last.say({ t: 'ack', n: 2 });
    write(later, 'c');
    expect(numbers().at(-1)).toEqual([3, 'c']);
  });

  test('given while the page goes away are sent by the next one, under the same client', () => {
    const going = open();
    const client = net.last.open().hello.client;
    window.dispatchEvent(new Event('pagehide'));
    write(going, 'a');
    open();
    net.last.welcome();
    expect(net.last.hello.client).toBe(client);
    expect(numbers()).toEqual([[1, 'a']]);
    window.dispatchEvent(new Event('pageshow'));
  });

  test('refused for good are dropped, told, and the next one goes out', async () => {
    const room = open();
    net.last.welcome();
    const answer = write(room, 'a');
    write(room, 'b');
    net.last.say({ t: 'problem', n: 1, problem: { code: 'closed', reason: 'not_open' } });
    await expect(answer).rejects.toThrow(RefusedError);
    expect(refusals.map(([command, problem]) => [command.type, problem.reason])).toEqual([['add_card', 'not_open']]);
    expect(numbers().at(-1)).toEqual([2, 'b']);
  });

  test('refused for now are kept and sent again with the same number, and nothing overtakes them', () => {
    const room = open();
    net.last.welcome();
    write(room, 'a');
    write(room, 'b');
    net.last.say({ t: 'problem', n: 1, problem: { code: 'busy', retry: true } });
    expect(numbers()).toEqual([[1, 'a']]);
    vi.advanceTimersByTime(1000);
    expect(numbers()).toEqual([
      [1, 'a'],
      [1, 'a'],
    ]);
    expect(room.pending).toBe(2);
    expect(refusals).toEqual([]);
  });

  test('stay in sight as settling until the own part has come', () => {
    const room = open();
    write(room, 'a');
    net.last.welcome(1); // it was done, and the line broke before it was answered
    expect([room.pending, room.settling.length]).toEqual([0, 1]);
    net.last.say({ t: 'me', me: { group: '', chosen: true, cards: [], ballot: null } });
    expect([room.settling.length, room.met]).toEqual([0, true]);
    write(room, 'b');
    net.last.say({ t: 'ack', n: 2, me: { group: 'g1', chosen: true, cards: [], ballot: null } });
    expect([room.pending, room.settling.length, room.me?.group]).toEqual([0, 0, 'g1']);
    write(room, 'b'); // once more: nothing changes, so no own part goes along
    net.last.say({ t: 'ack', n: 3 });
    expect([room.pending, room.settling.length, room.me?.group]).toEqual([0, 0, 'g1']);
  });
});

describe('tabs', () => {
  test('that were duplicated take different ids, so that no number is used twice', () => {
    open();
    const first = net.last.open().hello.client;
    const copy = memoryStore();
    for (const key of tab.keys()) copy.set(key, tab.get(key)!);
    open({ tab: copy });
    expect(net.last.open().hello.client).not.toBe(first);
  });

  test('that were closed with something unsent are finished by another one, under their own id and numbers', () => {
    const closed = open();
    const client = net.last.open().hello.client;
    write(closed, 'a');
    closed.close();
    open({ tab: memoryStore() });
    const others = net.wires.slice(1).map((wire) => wire.welcome());
    const taken = others.find((wire) => wire.hello.client === client)!;
    expect(numbers(taken)).toEqual([[1, 'a']]);
    taken.say({ t: 'ack', n: 1 });
    expect(taken.left).toBe(true);
    expect(local.keys().filter((key) => key.includes(client))).toEqual([]);
  });

  test('that crashed are taken for alive for seven seconds, then they are finished too', () => {
    const crashed = open();
    const client = net.last.open().hello.client;
    write(crashed, 'a');
    crash(crashed);
    open({ tab: memoryStore() });
    expect(net.wires).toHaveLength(2);
    vi.advanceTimersByTime(8000);
    expect(net.wires.some((wire, i) => i > 1 && wire.open().hello?.client === client)).toBe(true);
  });

  test('that slept while another one took over their id go on under a new one', () => {
    const slept = open();
    const client = net.last.welcome().hello.client;
    for (const key of local.keys()) if (key.includes('/claim/')) local.set(key, `somebody-else ${Date.now()}`);
    write(slept, 'b');
    net.last.welcome();
    expect(net.last.hello.client).not.toBe(client);
    expect(numbers()).toEqual([[1, 'b']]);
  });

  test('whose outbox has vanished begin with a new id, not with old numbers', () => {
    const room = open();
    const client = net.last.open().hello.client;
    room.close();
    for (const key of local.keys()) local.remove(key);
    open();
    expect(net.last.open().hello.client).not.toBe(client);
  });

  test('work on in memory when storage is blocked or full', () => {
    const blocked: Store = { get: () => null, set: () => false, remove: () => {}, keys: () => [] };
    const room = open({ local: blocked, tab: blocked });
    net.last.welcome();
    write(room, 'a');
    write(room, 'b');
    net.last.say({ t: 'ack', n: 1 });
    expect(numbers()).toEqual([
      [1, 'a'],
      [2, 'b'],
    ]);
    expect(net.wires).toHaveLength(1);
  });

  test('do not fall over a browser that throws at every touch of storage', () => {
    const touch = vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new DOMException('no', 'SecurityError');
    });
    const store = browserStore('local');
    expect(store.get('x')).toBeNull();
    touch.mockRestore();
  });
});

describe('the view', () => {
  const frame = { t: 'frame', mark: 'r1' } as const;

  test('is asked for from where we were, and anew when something is missing', () => {
    const room = open();
    net.last.welcome().say({ ...frame, rev: 4, since: 0, set: { people: { joined: 3 } } });
    expect(room.items.people).toEqual({ joined: 3 });
    net.last.drop(4000);
    vi.advanceTimersByTime(1000);
    expect(net.last.open().hello).toMatchObject({ mark: 'r1', rev: 4 });
    net.last.welcome().say({ ...frame, rev: 9, since: 7, set: {} });
    expect(net.last.open().hello.mark).toBeUndefined();
    expect(room.items.people).toEqual({ joined: 3 });
  });

  test('knows who is connected by a message of its own, which no frame takes away', () => {
    const room = open();
    expect(room.presence).toBeNull();
    net.last.welcome().say({ t: 'presence', connected: 3, server: 512, capacity: 4000 });
    net.last.say({ ...frame, rev: 4, since: 0, set: {} });
    expect(room.presence).toMatchObject({ connected: 3, server: 512, capacity: 4000 });
    net.last.say({ t: 'presence', connected: 2 });
    expect(room.presence?.connected).toBe(2);
  });

  test('has the server’s clock, whatever ours says; a late message does not set it back', () => {
    const room = open();
    net.last.welcome(0, Date.now() + 120_000);
    expect(room.now() - Date.now()).toBe(120_000);
    net.last.say({ t: 'pong', at: Date.now() + 119_000 });
    expect(room.offset).toBe(120_000);
    net.last.say({ t: 'pong', at: Date.now() + 120_040 });
    expect(room.offset).toBe(120_040);
  });
});
