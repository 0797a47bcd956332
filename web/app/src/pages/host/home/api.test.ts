import { afterEach, describe, expect, test, vi } from 'vitest';
import { api, ApiError } from './api';

const answer = (status: number, body?: unknown) =>
  vi.stubGlobal(
    'fetch',
    vi.fn(() => Promise.resolve(new Response(body === undefined ? null : JSON.stringify(body), { status }))),
  );
afterEach(() => vi.unstubAllGlobals());

describe('asking the server', () => {
  test('an answer without content is an answer', async () => {
    answer(204);
    await expect(api.erase('s1')).resolves.toBeUndefined();
    expect(fetch).toHaveBeenCalledWith('/api/sessions/s1', expect.objectContaining({ method: 'DELETE' }));
  });

  test('a refusal arrives as its problem', async () => {
    answer(401, { problem: { code: 'denied' } });
    const error = await api.sessions().catch((e: unknown) => e);
    expect(error).toBeInstanceOf(ApiError);
    expect((error as ApiError).status).toBe(401);
    expect((error as ApiError).problem.code).toBe('denied');
  });

  test('a proxy that answers in its own words is a server that does not answer', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('<html>Bad Gateway', { status: 502 })));
    await expect(api.sessions()).rejects.toMatchObject({ problem: { code: 'unavailable' } });
  });

  test('no line at all is no answer either', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    await expect(api.sessions()).rejects.toMatchObject({ status: 0, problem: { retry: true } });
  });
});
