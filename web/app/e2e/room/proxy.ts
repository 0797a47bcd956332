import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** What becomes of sockets: let through, refused as by a proxy that knows none, or accepted and never answered. */
export type Sockets = 'pass' | 'refuse' | 'swallow';

/**
 * A way to the server that can break. A browser's own "offline" only holds back what an open socket says; here the
 * connection really ends, and new ones are refused until the way is mended.
 */
export class Proxy {
  sockets: Sockets = 'pass';
  #port: number;
  #server: Server;
  #open = new Set<Socket>();
  #broken = false;

  static async to(port: number): Promise<Proxy> {
    const proxy = new Proxy(port);
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    return proxy;
  }

  private constructor(port: number) {
    this.#port = port;
    this.#server = createServer((phone) => this.#carry(phone));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Ends every connection at once and refuses new ones. */
  break(): void {
    this.#broken = true;
    for (const socket of this.#open) socket.destroy();
  }

  mend(): void {
    this.#broken = false;
  }

  async close(): Promise<void> {
    this.break();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #carry(phone: Socket): void {
    if (this.#broken) return void phone.destroy();
    this.#open.add(phone);
    phone.on('error', () => {}); // a reset is what this is for
    phone.on('close', () => this.#open.delete(phone));
    // A browser opens a connection of its own for each socket, so what it says first tells what it is.
    phone.once('data', (first) => {
      if (this.sockets === 'pass' || !/^upgrade: *websocket/im.test(first.toString('latin1'))) this.#join(phone, first);
      else if (this.sockets === 'refuse') {
        phone.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
      }
    });
  }

  #join(phone: Socket, first: Buffer): void {
    const server = connect(this.#port, '127.0.0.1');
    for (const [from, to] of [
      [phone, server],
      [server, phone],
    ] as const) {
      this.#open.add(from);
      from.setNoDelay(true);
      from.pipe(to);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        this.#open.delete(from);
        to.destroy();
      });
    }
    server.write(first);
  }
}
