import { tryBeside } from './detour';
import type { ClientMessage, Do, Hello, ServerMessage } from './protocol';
import type { Surroundings, Wire } from './around';

/** For tests: one connection as its server sees it. */
export class FakeWire implements Wire {
  onopen: Wire['onopen'] = null;
  onmessage: Wire['onmessage'] = null;
  onclose: Wire['onclose'] = null;
  heard: ClientMessage[] = [];
  left = false;

  send(text: string): void {
    this.heard.push(JSON.parse(text) as ClientMessage);
  }

  close(): void {
    this.left = true;
  }

  open(): this {
    this.onopen?.call(this as never, new Event('open'));
    return this;
  }

  say(message: ServerMessage): this {
    this.onmessage?.call(this as never, new MessageEvent('message', { data: JSON.stringify(message) }));
    return this;
  }

  /** Opens and says welcome. */
  welcome(lastN = 0, at = Date.now()): this {
    return this.open().say({ t: 'welcome', role: 'participant', at, lastN, links: { join: '', site: '' } });
  }

  drop(code: number, reason = ''): void {
    this.onclose?.call(this as never, { code, reason } as CloseEvent);
  }

  get hello(): Hello {
    return this.heard.find((message) => message.t === 'hello')!;
  }

  get commands(): Do[] {
    return this.heard.filter((message) => message.t === 'do');
  }
}

/** For tests: a network of which every connection can be held; random is the middle. */
export class FakeNet implements Surroundings {
  wires: FakeWire[] = [];
  /** Connections by the detour. */
  detours: FakeWire[] = [];
  /** Whether the server answers an ordinary question. */
  answers = false;
  /** Whether the detour's part of the program can be fetched. */
  fetches = true;
  random = () => 0.5;
  now = () => Date.now();

  connect = (): Wire => {
    const wire = new FakeWire();
    this.wires.push(wire);
    return wire;
  };

  reachable = () => Promise.resolve(this.answers);

  detour = () => {
    const connect = () => {
      const wire = new FakeWire();
      this.detours.push(wire);
      return wire;
    };
    return this.fetches ? Promise.resolve({ connect, tryBeside }) : Promise.reject(new TypeError('not fetched'));
  };

  get last(): FakeWire {
    return this.wires.at(-1)!;
  }
}
