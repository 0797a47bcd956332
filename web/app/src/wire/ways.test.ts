import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeNet } from './fakes';
import { type Line, Socket } from './socket';

// Which way the line goes: by a socket, or by the detour where sockets do not come through.
let net: FakeNet;
let told: [Line, boolean][];
let socket: Socket;

beforeEach(() => {
  vi.useFakeTimers();
  net = new FakeNet();
  net.answers = true;
  told = [];
  socket = new Socket(
    'ws://x',
    {
      hello: () => ({ t: 'hello', role: 'participant', client: 'tab-12345' }),
      message: () => {},
      line: (line, detour) => told.push([line, detour]),
    },
    net,
  );
});

afterEach(() => {
  socket.close();
  vi.useRealTimers();
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** Sockets end, without a word as by a proxy that knows none; each time the next attempt is waited for. */
async function refuse(times: number, code = 1006): Promise<void> {
  for (let i = 0; i < times; i++) {
    const before = net.wires.length + net.detours.length;
    net.last.drop(code);
    for (let waited = 0; waited < 10_000 && net.wires.length + net.detours.length === before; waited += 50)
      await pass(50);
  }
}

async function onTheDetour(): Promise<void> {
  await refuse(2);
  net.detours[0]!.welcome();
}

describe('a line whose sockets come to nothing', () => {
  test('goes by the detour after two in a row, without a word of alarm', async () => {
    await onTheDetour();
    expect(net.detours[0]!.hello.client).toBe('tab-12345');
    expect([net.wires.length, told]).toEqual([2, [['live', true]]]);
  });

  test('does so after four seconds of silence: that one is not tried twice', async () => {
    await pass(3999);
    expect([net.wires[0]!.left, net.detours.length]).toEqual([false, 0]);
    await pass(1);
    expect([net.wires[0]!.left, net.wires.length, net.detours.length]).toEqual([true, 1, 1]);
  });

  test('also in a browser that has none', async () => {
    net.connect = () => {
      throw new ReferenceError('WebSocket is not defined');
    };
    await refuse(1);
    expect([net.wires.length, net.detours.length]).toEqual([1, 1]);
    net.detours[0]!.welcome();
    await pass(20_000); // it is tried beside, and that changes nothing
    expect(told.at(-1)).toEqual(['live', true]);
  });

  test('also when they open and then nothing is heard', async () => {
    net.last.open();
    await pass(10_000);
    expect([net.wires.length, net.detours.length]).toEqual([1, 1]);
  });

  test('stays with sockets when it is the server that is away, or the phone that has no network', async () => {
    net.answers = false;
    await refuse(8);
    expect(net.detours).toHaveLength(0);
    net.answers = true;
    net.last.welcome();
    await refuse(1);
    expect(net.detours).toHaveLength(0);
  });

  test('stays with sockets when the server itself said why', async () => {
    for (const code of [4000, 4001, 4002, 1012, 1011]) {
      net.last.open();
      await refuse(1, code);
    }
    expect(net.detours).toHaveLength(0);
  });

  test('gives sockets a longer time on a network that carried one, until the network changes', async () => {
    net.last.welcome();
    net.last.drop(1006);
    await pass(750);
    const slow = net.last;
    await pass(9000);
    expect(slow.left).toBe(false);
    window.dispatchEvent(new Event('online'));
    await pass(4000);
    expect(net.last.left).toBe(true);
  });

  test('goes on with sockets when the detour cannot be fetched, and asks for it again', async () => {
    net.fetches = false;
    await refuse(4);
    expect([net.wires.length, net.detours.length]).toEqual([5, 0]);
    net.fetches = true;
    await refuse(2);
    expect(net.detours).toHaveLength(1);
  });

  test('comes back to sockets when the detour comes to nothing either', async () => {
    await refuse(2);
    net.detours.at(-1)!.drop(1006);
    await pass(2500);
    net.detours.at(-1)!.drop(1006);
    await pass(2500);
    expect([net.detours.length, net.wires.length]).toEqual([2, 3]);
  });

  test('does not take the detour after all when the socket was only slow', async () => {
    let answer: (is: boolean) => void;
    net.reachable = () => new Promise((say) => (answer = say));
    await pass(4000 + 750);
    net.last.welcome();
    answer!(true);
    await pass(1000);
    expect(net.detours).toHaveLength(0);
  });
});

describe('on the detour', () => {
  test('a socket is tried soon, then every minute', async () => {
    await onTheDetour();
    await pass(4000);
    expect(net.wires).toHaveLength(3);
    net.last.drop(1006);
    await keepAlive(59_000);
    expect(net.wires).toHaveLength(3);
    await keepAlive(1000);
    expect(net.wires).toHaveLength(4);
  });

  test('the line is the socket again when one is welcomed, and nobody notices', async () => {
    await onTheDetour();
    await pass(4000);
    net.last.welcome();
    expect(net.detours[0]!.left).toBe(true);
    expect(told).toEqual([
      ['live', true],
      ['live', false],
    ]);
    socket.send({ t: 'ping' });
    expect(net.last.heard.at(-1)).toEqual({ t: 'ping' });
    net.last.drop(1006);
    await pass(750);
    expect([net.wires.length, net.detours.length]).toEqual([4, 1]);
  });

  test('a socket that opens and is not welcomed changes nothing', async () => {
    await onTheDetour();
    await pass(4000);
    net.last.open();
    await pass(10_000);
    expect([net.last.left, net.detours[0]!.left]).toEqual([true, false]);
    expect(told).toEqual([['live', true]]);
  });

  test('a socket that says no is left: the detour would say so too', async () => {
    await onTheDetour();
    await pass(4000);
    net.last.open().say({ t: 'problem', n: 0, problem: { code: 'unavailable', retry: true } });
    expect([net.last.left, net.detours[0]!.left]).toEqual([true, false]);
  });

  test('a line that is closed tries no more', async () => {
    await onTheDetour();
    await pass(3000);
    socket.close();
    await pass(120_000);
    expect([net.wires.length, net.detours[0]!.left]).toEqual([2, true]);
  });

  test('the line that is lost is sought on the detour first', async () => {
    await onTheDetour();
    net.detours[0]!.drop(1006);
    await pass(750);
    expect([net.wires.length, net.detours.length]).toEqual([2, 2]);
    expect(told).toEqual([
      ['live', true],
      ['connecting', false],
    ]);
  });

  async function keepAlive(ms: number): Promise<void> {
    for (let passed = 0; passed < ms; passed += 1000) {
      net.detours[0]!.say({ t: 'pong', at: 1 });
      await pass(1000);
    }
  }
});

describe('a server that says when to come back', () => {
  test('is obeyed to the millisecond, and the wait after that grows as ever', async () => {
    net.last.welcome().drop(1012, 'retry=1800');
    await pass(1799);
    expect(net.wires).toHaveLength(1);
    await pass(1);
    expect(net.wires).toHaveLength(2);
    net.last.drop(1006);
    await pass(750);
    expect(net.wires).toHaveLength(3);
  });

  test('is not obeyed beyond ten seconds', async () => {
    net.last.welcome().drop(4001, 'retry=86400000');
    await pass(10_000);
    expect(net.wires).toHaveLength(2);
  });

  test('may say: at once', async () => {
    net.last.welcome().drop(1012, 'retry=0');
    await pass(1);
    expect(net.wires).toHaveLength(2);
  });

  test('and says it in other words is not understood', async () => {
    net.last.welcome().drop(1012, 'retry=soon');
    await pass(749);
    expect(net.wires).toHaveLength(1);
    await pass(1);
    expect(net.wires).toHaveLength(2);
  });
});
