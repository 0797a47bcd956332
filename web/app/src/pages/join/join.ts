import type { Joined, Problem, ProblemReply } from '../../wire/protocol';

export type Answer = { kind: 'joined'; joined: Joined } | { kind: 'refused'; problem: Problem } | { kind: 'offline' };

/** Asks to be let in with a pin; the answer's cookie is what the server will know this device by. */
export async function join(pin: string, ask: typeof fetch = fetch): Promise<Answer> {
  let reply: Response;
  try {
    reply = await ask('/api/join', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ pin }),
      signal: AbortSignal.timeout?.(10_000),
    });
  } catch {
    return { kind: 'offline' };
  }
  try {
    const body = (await reply.json()) as Joined & Partial<ProblemReply>;
    if (reply.ok) return { kind: 'joined', joined: body };
    if (body.problem) return { kind: 'refused', problem: body.problem };
  } catch {
    // Not ours: a proxy's page, perhaps.
  }
  return { kind: 'refused', problem: { code: 'unavailable', retry: true } };
}
