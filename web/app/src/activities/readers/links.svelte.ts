import type { Problem } from '../../i18n/problem';
import type { NewReportLink, ProblemReply, ReportLink, ReportLinks } from '../../wire/protocol';

const unreachable: Problem = { code: 'unavailable', retry: true };

/** The links to a session's report, as whoever leads the session deals with them: with the key of its host link. */
export class Links {
  /** Nothing before they have been fetched. */
  list = $state.raw<ReportLink[] | null>(null);
  problem = $state.raw<Problem | null>(null);
  /** The token of the link that is being withdrawn, or "new". */
  busy = $state('');
  /** The link that phones and the printed report have, as long as it can be used. */
  readonly room = $derived(this.list?.find(({ room, state }) => room && state === 'open'));
  readonly #path: string;
  readonly #key: string;

  constructor(session: string, host: string) {
    this.#path = `/api/sessions/${encodeURIComponent(session)}/links`;
    this.#key = host.split('#key=')[1] ?? '';
  }

  load(): Promise<boolean> {
    return this.#tried('', async () => {
      this.list = (await this.#ask<ReportLinks>('GET', '')).links;
    });
  }

  add(link: NewReportLink): Promise<boolean> {
    return this.#tried('new', async () => {
      const made = await this.#ask<ReportLink>('POST', '', link);
      this.list = [made, ...(this.list ?? [])];
    });
  }

  revoke(link: ReportLink): Promise<boolean> {
    return this.#tried(link.token, async () => {
      await this.#ask<void>('DELETE', `/${link.token}`);
      this.list = this.list?.map((other) => (other === link ? { ...link, state: 'revoked' as const } : other)) ?? null;
    });
  }

  async #tried(busy: string, what: () => Promise<void>): Promise<boolean> {
    [this.busy, this.problem] = [busy, null];
    try {
      await what();
      return true;
    } catch (error) {
      this.problem = error instanceof Refusal ? error.problem : unreachable;
      return false;
    } finally {
      this.busy = '';
    }
  }

  async #ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await fetch(this.#path + path, {
      method,
      headers: { Authorization: `Bearer ${this.#key}`, 'Content-Type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (answer.ok) return (answer.status === 204 ? undefined : await answer.json()) as T;
    const reply = (await answer.json().catch(() => ({}))) as Partial<ProblemReply>;
    throw new Refusal(reply.problem ?? unreachable);
  }
}

class Refusal extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}
