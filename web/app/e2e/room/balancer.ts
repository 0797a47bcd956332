import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/**
 * Stands before several servers and gives each connection to the next one that answers, whoever comes: nobody is sent back to
 * where they were. Sockets have a turn of their own, so that a test knows how they spread.
 */
export class Balancer {
  /** The ports of the servers. */
  servers: readonly number[] = [];
  #server: Server;
  #turns = { socket: 0, request: 0 };
  #open = new Set<Socket>();
  #sockets = new Map<Socket, number>();

  static async start(): Promise<Balancer> {
    const balancer = new Balancer();
    balancer.#server.listen(0, '127.0.0.1');
    await once(balancer.#server, 'listening');
    return balancer;
  }

  private constructor() {
    this.#server = createServer((visitor) => this.#receive(visitor));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** How many sockets go to this server now. */
  sockets(port: number): number {
    return [...this.#sockets.values()].filter((to) => to === port).length;
  }

  async close(): Promise<void> {
    for (const socket of this.#open) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #receive(visitor: Socket): void {
    this.#open.add(visitor);
    visitor.setNoDelay(true);
    visitor.on('error', () => {});
    visitor.on('close', () => {
      this.#open.delete(visitor);
      this.#sockets.delete(visitor);
    });
    visitor.once('data', (first) => {
      visitor.pause();
      const kind = /^upgrade: *websocket/im.test(first.toString('latin1')) ? 'socket' : 'request';
      const turn = this.#turns[kind]++;
      const order = this.servers.map((_, i) => this.servers[(turn + i) % this.servers.length]!);
      this.#join(visitor, first, kind, order);
    });
  }

  #join(visitor: Socket, first: Buffer, kind: 'socket' | 'request', [port, ...others]: readonly number[]): void {
    if (!port) return void visitor.destroy();
    const server = connect(port, '127.0.0.1');
    let joined = false;
    server.on('error', () => {});
    server.on('close', () => {
      if (joined) visitor.destroy();
      else this.#join(visitor, first, kind, others);
    });
    visitor.on('close', () => server.destroy());
    server.on('connect', () => {
      joined = true;
      if (kind === 'socket') this.#sockets.set(visitor, port);
      server.setNoDelay(true);
      server.write(first);
      visitor.pipe(server);
      server.pipe(visitor);
      visitor.resume();
    });
  }
}
