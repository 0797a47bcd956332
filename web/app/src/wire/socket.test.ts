import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeNet } from './fakes';
import { type Line, Socket } from './socket';

let net: FakeNet;
let lines: Line[];
let socket: Socket;

beforeEach(() => {
  vi.useFakeTimers();
  net = new FakeNet();
  lines = [];
  socket = new Socket(
    'ws://x',
    {
      hello: () => ({ t: 'hello', role: 'participant', client: 'tab-12345' }),
      message: () => {},
      line: (l) => lines.push(l),
    },
    net,
  );
});

afterEach(() => {
  socket.close();
  vi.useRealTimers();
});

function look(hidden: boolean) {
  Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}

describe('a line', () => {
  test('says hello first and is live at the welcome', () => {
    net.last.open();
    expect(net.last.hello.client).toBe('tab-12345');
    expect(lines).toEqual([]);
    net.last.welcome();
    expect(lines).toEqual(['live']);
  });

  test('that is lost comes back after a wait that grows, spread at random, to ten seconds at most', () => {
    const waits: number[] = [];
    for (let i = 0; i < 8; i++) {
      const before = Date.now();
      net.last.drop(1006);
      const count = net.wires.length;
      while (net.wires.length === count) vi.advanceTimersToNextTimer();
      waits.push(Date.now() - before);
    }
    expect(waits).toEqual([750, 1250, 2250, 4250, 5250, 5250, 5250, 5250]);
  });

  test('is called offline only when it stays away, and then until it is back', () => {
    net.last.welcome().drop(1006);
    vi.advanceTimersByTime(750);
    expect(lines).toEqual(['live', 'connecting']);
    vi.advanceTimersByTime(2000);
    net.last.drop(1006);
    vi.advanceTimersByTime(3000);
    expect(lines).toEqual(['live', 'connecting', 'offline']);
    net.last.welcome();
    expect(lines).toEqual(['live', 'connecting', 'offline', 'live']);
  });

  test('comes back at once when the server says so, but does not run in circles', () => {
    net.last.welcome();
    vi.advanceTimersByTime(6000);
    net.last.drop(4000);
    expect(net.wires).toHaveLength(2);
    net.last.welcome().drop(4000);
    expect(net.wires).toHaveLength(2);
    vi.advanceTimersByTime(2000);
    expect(net.wires).toHaveLength(3);
  });

  test('does not come back when the session is gone or the door is closed', () => {
    net.last.drop(4502);
    vi.advanceTimersByTime(60_000);
    window.dispatchEvent(new Event('online'));
    expect(net.wires).toHaveLength(1);
    expect(lines).toEqual(['gone']);
  });

  test('is denied with 4501', () => {
    net.last.drop(4501);
    expect(lines).toEqual(['denied']);
  });

  test('pings every fifteen seconds and leaves a server that is silent for twenty-five', () => {
    const first = net.last.welcome();
    vi.advanceTimersByTime(15_000);
    expect(first.heard.at(-1)).toEqual({ t: 'ping' });
    first.say({ t: 'pong', at: 1 });
    vi.advanceTimersByTime(24_900);
    expect(first.left).toBe(false);
    vi.advanceTimersByTime(200);
    expect(first.left).toBe(true);
    vi.advanceTimersByTime(1000);
    expect(net.wires).toHaveLength(2);
  });

  test('gives up on a server that never says welcome', () => {
    net.last.open();
    vi.advanceTimersByTime(10_000);
    expect(net.wires[0]!.left).toBe(true);
  });

  test('hears nothing more from a socket that it left', () => {
    const first = net.last.welcome();
    socket.reopen();
    first.drop(4502);
    expect(lines).toEqual(['live', 'connecting']);
  });
});

describe('a phone that comes back', () => {
  test('after half a minute in a pocket begins anew', () => {
    net.last.welcome();
    look(true);
    vi.advanceTimersByTime(20_000);
    net.last.say({ t: 'pong', at: 1 });
    vi.advanceTimersByTime(10_000);
    look(false);
    expect(net.wires).toHaveLength(2);
  });

  test('after a glance elsewhere asks whether the line lives, and waits a second and a half', () => {
    net.last.welcome();
    look(true);
    vi.advanceTimersByTime(5000);
    look(false);
    expect(net.last.heard.at(-1)).toEqual({ t: 'ping' });
    vi.advanceTimersByTime(1600);
    expect(net.wires).toHaveLength(2);
  });

  test('keeps a line that answers', () => {
    net.last.welcome();
    look(true);
    look(false);
    net.last.say({ t: 'pong', at: 1 });
    vi.advanceTimersByTime(5000);
    expect(net.wires).toHaveLength(1);
  });

  test('does not wait for its turn when it had no line', () => {
    net.last.drop(1006);
    look(true);
    look(false);
    expect(net.wires).toHaveLength(2);
  });

  test('on another network, or out of the back-forward cache, begins anew', () => {
    net.last.welcome();
    window.dispatchEvent(new Event('online'));
    expect(net.wires).toHaveLength(2);
    net.last.welcome();
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    expect(net.wires).toHaveLength(3);
  });

  test('lets go of its socket when the page goes away', () => {
    const first = net.last.welcome();
    window.dispatchEvent(new Event('pagehide'));
    expect(first.left).toBe(true);
  });
});
