import type { Server } from './server';

/** What a fictional group says and does in a session that is over in a moment: no page is opened for it. */
export interface Script {
  title: string;
  lang?: 'nl' | 'en';
  groups?: string[];
  fictional?: boolean;
  /** A card each, by one person after the other. */
  cards: string[];
  people?: number;
  /** Dots by the name of a value: what everybody gives. */
  dots?: Record<string, number>;
  /** Importance and presence, 1–10, that everybody gives each value in the top. */
  rates?: [importance: number, presence: number];
  /** The final sentence of a value, by its name. */
  texts?: Record<string, string>;
  /** Left open at the end of the script. */
  running?: boolean;
}

interface Item {
  id: string;
  name: string;
}

interface Frame {
  t: string;
  mark?: string;
  rev?: number;
  set?: Record<string, unknown>;
}

/** Plays a script against a server, as any client may, and gives the session's id. */
export async function play(server: Server, script: Script): Promise<string> {
  const host = new Client(server, 'host', { Authorization: `Bearer ${server.key}` });
  const steps = [
    { id: 'a1', kind: 'write', minutes: 5, limit: 4 },
    { id: 'a2', kind: 'cluster', minutes: 5 },
    { id: 'a3', kind: 'vote', minutes: 5 },
    { id: 'a4', kind: 'reveal', minutes: 5 },
    { id: 'a5', kind: 'formulate', minutes: 5 },
    { id: 'a6', kind: 'rate', minutes: 5 },
  ];
  const { title, lang = 'nl', groups = [], fictional = true } = script;
  const { id, pin } = await host.post<{ id: string; pin: string }>('/api/sessions', {
    title,
    lang,
    groups,
    fictional,
    steps,
  });
  host.session = id;
  const people: Client[] = [];
  for (let i = 0; i < (script.people ?? script.cards.length); i++) {
    const person = new Client(server, 'participant');
    await person.post('/api/join', { pin });
    person.session = id;
    await person.items(); // who looks takes part
    people.push(person);
    if (groups.length > 0) await person.do('choose_group', { group: `g${(i % groups.length) + 1}` });
  }
  await host.do('open_activity', { activity: 'a1' });
  for (const [i, text] of script.cards.entries())
    await people[i % people.length]!.do('add_card', { id: `k${i}`, text });
  await host.do('open_activity', { activity: 'a2' });
  if (script.dots) {
    await host.do('open_activity', { activity: 'a3' });
    const ballot = await host.item<{ options: Item[] }>('ballot');
    const dots = Object.fromEntries(
      ballot.options.flatMap(({ id, name }) => (script.dots![name] ? [[id, script.dots![name]]] : [])),
    );
    for (const person of people) await person.do('cast_ballot', { round: 1, dots });
    await host.do('open_activity', { activity: 'a4' });
  }
  if (script.texts) {
    await host.do('open_activity', { activity: 'a5' });
    const all = await host.item<{ values: Item[] }>('tables');
    for (const { id, name } of all.values) {
      const sentence = script.texts[name];
      const phrasing = { when: ['Wij vragen door.', 'Wij zeggen het hardop.'], unless: 'Wij praten over elkaar.' };
      if (sentence) await host.do('settle_text', { value: id, name, sentence, ...phrasing, table: 0 });
    }
  }
  if (script.rates) {
    await host.do('open_activity', { activity: 'a6' });
    const form = await host.item<{ questions: { key: string }[] }>('form');
    const numbers = Object.fromEntries(
      form.questions.map(({ key }) => [key, script.rates![key.endsWith('/importance') ? 0 : 1]]),
    );
    for (const person of people) await person.do('fill_sheet', { activity: 'a6', numbers });
  }
  if (!script.running) {
    await host.do('end_session', {});
    await host.remains(); // the library reads it as it is then
  }
  return id;
}

/** Somebody who takes part over plain HTTP. */
class Client {
  session = '';
  #server: Server;
  #role: string;
  #head: Record<string, string>;
  #n = 0;
  #known: Pick<Frame, 'mark' | 'rev'> = {};

  constructor(server: Server, role: string, head: Record<string, string> = {}) {
    this.#server = server;
    this.#role = role;
    this.#head = head;
  }

  async post<T>(path: string, body: unknown): Promise<T> {
    const answer = await fetch(this.#server.url + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...this.#head },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    const cookie = answer.headers.get('set-cookie');
    if (cookie) this.#head['Cookie'] = cookie.split(';')[0]!;
    return (await answer.json()) as T;
  }

  async do(type: string, data: unknown): Promise<void> {
    const polled = await this.post<{ messages: { t: string; problem?: unknown }[] }>(
      `/api/sessions/${this.session}/commands`,
      { role: this.#role, client: 'archive-client', do: [{ n: ++this.#n, type, data }] },
    );
    const refused = polled.messages.find(({ t }) => t === 'problem');
    if (refused) throw new Error(`${type}: ${JSON.stringify(refused)}`);
  }

  /** An item of the view. What was done a moment ago is in it a moment later: until then each question waits for what is new. */
  async item<T>(key: string): Promise<T> {
    const items = await this.items();
    for (const end = Date.now() + 15_000; !items[key];) {
      if (Date.now() > end) throw new Error(`no ${key}`);
      Object.assign(items, await this.items(false));
    }
    return items[key] as T;
  }

  /** What there is, or only what is new. */
  async items(fresh = true): Promise<Record<string, unknown>> {
    const polled = await this.post<{ messages: Frame[] }>(`/api/sessions/${this.session}/poll`, {
      role: this.#role,
      client: 'archive-reader',
      ...(fresh ? { fresh } : this.#known),
    });
    const frame = polled.messages.find(({ t }) => t === 'frame');
    if (frame) this.#known = { mark: frame.mark, rev: frame.rev };
    return frame?.set ?? {};
  }

  /** The results, once they are what remains. */
  async remains(): Promise<void> {
    for (const end = Date.now() + 15_000; ;) {
      const answer = await fetch(`${this.#server.url}/api/sessions/${this.session}/results.json`, {
        headers: this.#head,
      });
      if (((await answer.json()) as { final: boolean }).final) return;
      if (Date.now() > end) throw new Error('the results do not become final');
    }
  }
}
