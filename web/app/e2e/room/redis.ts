import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A real Redis on a port and a directory of its own, which writes to disk before it answers. */
export class Redis {
  readonly url: string;
  #process: ChildProcess;
  #dir: string;

  static async start(): Promise<Redis> {
    const dir = mkdtempSync(join(tmpdir(), 'verbindend-redis-'));
    const port = await freePort();
    const settings = { port, bind: '127.0.0.1', dir, save: '', appendonly: 'yes', appendfsync: 'always' };
    const flags = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
    const started = spawn('redis-server', flags, { stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise<void>((ready, fail) => {
      started.once('error', fail);
      started.once('exit', () => fail(new Error('redis-server did not start')));
      createInterface({ input: started.stdout }).on('line', (line) => line.includes('Ready to accept') && ready());
    });
    return new Redis(started, dir, port);
  }

  private constructor(started: ChildProcess, dir: string, port: number) {
    this.#process = started;
    this.#dir = dir;
    this.url = `redis://127.0.0.1:${port}`;
  }

  async stop(): Promise<void> {
    const over = once(this.#process, 'exit');
    this.#process.kill('SIGTERM');
    await over;
    rmSync(this.#dir, { recursive: true, force: true });
  }
}

/** Redis does not choose a port by itself. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
