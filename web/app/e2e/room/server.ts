import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const program = resolve(process.env.VERBINDEND_BIN ?? resolve(import.meta.dirname, '../../../../bin/verbindend'));

/** The real program on a port and a data directory of its own. It can be killed and started again on both. */
export class Server {
  readonly key = 'sleutel-van-de-begeleider';
  #data = mkdtempSync(join(tmpdir(), 'verbindend-e2e-'));
  #address = '127.0.0.1:0'; // after the first start the port it got, so that a restart takes the same
  #process: ChildProcess | null = null;

  #flags: readonly string[];

  constructor(flags: readonly string[] = []) {
    this.#flags = flags;
  }

  static async start(flags: readonly string[] = []): Promise<Server> {
    const server = new Server(flags);
    await server.start();
    return server;
  }

  get url(): string {
    return `http://${this.#address}`;
  }

  get port(): number {
    return Number(this.#address.split(':')[1]);
  }

  /** The link that the terminal shows to the facilitator. */
  get signIn(): string {
    return `${this.url}/host#key=${this.key}`;
  }

  async start(): Promise<void> {
    const flags = ['--addr', this.#address, '--data', this.#data, '--key', this.key, '--log', 'json'];
    const started = spawn(program, ['serve', ...flags, ...this.#flags], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: withoutSettings(),
    });
    this.#process = started;
    this.#address = await listening(started);
    const ready = await fetch(`${this.url}/readyz`);
    if (!ready.ok) throw new Error(`the server listens and is not ready: ${ready.status}`);
  }

  /** As when the power fails: no goodbye, nothing is flushed. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** As at an update: it says goodbye, and can be started again. */
  async retire(): Promise<void> {
    await this.#end('SIGTERM');
  }

  async stop(): Promise<void> {
    await this.retire();
    rmSync(this.#data, { recursive: true, force: true });
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const ending = this.#process;
    this.#process = null;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    const over = once(ending, 'exit');
    ending.kill(signal);
    await over;
  }
}

/** The address that the program says it listens on. */
async function listening(started: ChildProcess): Promise<string> {
  const said: string[] = [];
  const lines = createInterface({ input: started.stderr! });
  return new Promise((found, fail) => {
    started.once('error', fail);
    started.once('exit', () => fail(new Error(`${program} did not start:\n${said.join('\n')}`)));
    lines.on('line', (line) => {
      said.push(line);
      const message = line.startsWith('{') ? (JSON.parse(line) as { msg?: string; addr?: string }) : {};
      if (message.msg === 'listening' && message.addr) found(message.addr);
    });
  });
}

/** What the surroundings set for a server of their own must not change this one. */
function withoutSettings(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(VERBINDEND_|REDIS_URL$)/.test(name));
  return Object.fromEntries(kept);
}
