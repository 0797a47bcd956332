import type { Problem } from '../../../i18n/problem';
import type {
  AgendaFile,
  AgendaList,
  KeptAgenda,
  LibraryAnswer,
  NewSession,
  ProblemReply,
  PulseList,
  SessionCreated,
  SessionImported,
  SessionList,
} from '../../../wire/protocol';

/** The server refused, and said why. */
export class ApiError extends Error {
  readonly status: number;
  readonly problem: Problem;
  /** What else is wrong with a file. */
  readonly also: Problem[];

  constructor(status: number, problem: Problem, also: Problem[] = []) {
    super(`${status}: ${problem.code} ${problem.reason ?? ''}`);
    this.status = status;
    this.problem = problem;
    this.also = also;
  }
}

const unreachable: Problem = { code: 'unavailable', retry: true };

/** A body that is text goes as it is: a file that somebody chose. */
async function ask<T>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  let answer: Response;
  try {
    answer = await fetch(path, {
      method,
      headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
      ...(signal && { signal }),
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  } catch {
    throw new ApiError(0, unreachable);
  }
  if (answer.ok) return (answer.status === 204 ? undefined : await answer.json()) as T;
  const reply = (await answer.json().catch(() => ({}))) as Partial<ProblemReply>;
  throw new ApiError(answer.status, reply.problem ?? unreachable, reply.also);
}

export const api = {
  signIn: (key: string) => ask<void>('POST', '/api/sign-in', { key }),
  signOut: () => ask<void>('POST', '/api/sign-out'),
  sessions: () => ask<SessionList>('GET', '/api/sessions'),
  search: (query: string, signal?: AbortSignal) =>
    ask<LibraryAnswer>('GET', `/api/library?${query}`, undefined, signal),
  pulses: (session: string) => ask<PulseList>('GET', `/api/sessions/${encodeURIComponent(session)}/pulses`),
  openPulse: (session: string, day: number) =>
    ask<PulseList>('POST', `/api/sessions/${encodeURIComponent(session)}/pulses`, { day }),
  closePulse: (session: string) => ask<PulseList>('POST', `/api/sessions/${encodeURIComponent(session)}/pulses/close`),
  start: (session: NewSession) => ask<SessionCreated>('POST', '/api/sessions', session),
  importResults: (file: string) => ask<SessionImported>('POST', '/api/sessions/import', file),
  erase: (id: string) => ask<void>('DELETE', `/api/sessions/${encodeURIComponent(id)}`),
  agendaOf: (session: string) => ask<AgendaFile>('GET', `/api/sessions/${encodeURIComponent(session)}/agenda.json`),
  agendas: () => ask<AgendaList>('GET', '/api/agendas'),
  keepAgenda: (file: AgendaFile | string) => ask<KeptAgenda>('POST', '/api/agendas', file),
  replaceAgenda: (id: string, file: AgendaFile) =>
    ask<KeptAgenda>('PUT', `/api/agendas/${encodeURIComponent(id)}`, file),
  deleteAgenda: (id: string) => ask<void>('DELETE', `/api/agendas/${encodeURIComponent(id)}`),
};

/** A refusal as a problem; anything else is a fault of ours and goes on up. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ApiError) return error.problem;
  throw error;
}
