import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ReportLink } from '../../wire/protocol';
import { Links } from './links.svelte';

const link = (token: string, more: Partial<ReportLink> = {}): ReportLink => ({
  token,
  url: `http://x/r/${token}`,
  label: '',
  room: false,
  state: 'open',
  made: 0,
  until: 0,
  ...more,
});

function answering(...answers: [number, unknown?][]) {
  const asked = vi.fn(async (path: string, init: RequestInit) => {
    void path;
    void init;
    const [status, body] = answers.shift()!;
    return new Response(body === undefined ? null : JSON.stringify(body), { status });
  });
  vi.stubGlobal('fetch', asked);
  return asked;
}

afterEach(() => vi.unstubAllGlobals());

describe('the links to a report', () => {
  it('are asked for with the key of the host link', async () => {
    const asked = answering([200, { links: [link('a', { room: true })] }]);
    const links = new Links('s1', 'http://x/host/s1#key=secret');
    expect(await links.load()).toBe(true);
    expect(asked.mock.calls[0]![0]).toBe('/api/sessions/s1/links');
    expect(asked.mock.calls[0]![1].headers).toMatchObject({ Authorization: 'Bearer secret' });
    expect(links.room?.token).toBe('a');
  });

  it('come first when they are new, and stay in view when they are withdrawn', async () => {
    answering([200, { links: [link('a', { room: true })] }], [201, link('b')], [204]);
    const links = new Links('s1', '');
    await links.load();
    await links.add({ label: '', room: false, days: 0 });
    expect(links.list?.map(({ token }) => token)).toEqual(['b', 'a']);
    expect(await links.revoke(links.list![1]!)).toBe(true);
    expect(links.list?.map(({ state }) => state)).toEqual(['open', 'revoked']);
    expect(links.room).toBeUndefined();
  });

  it('stay as they are when the server refuses or cannot be reached, and say so', async () => {
    const problem = { code: 'invalid', field: 'links', reason: 'too_many', limit: 50 };
    answering([200, { links: [link('a')] }], [400, { problem }], [502]);
    const links = new Links('s1', '');
    await links.load();
    expect(await links.add({ label: '', room: false, days: 0 })).toBe(false);
    expect(links.problem).toEqual(problem);
    expect(await links.revoke(links.list![0]!)).toBe(false);
    expect(links.problem?.code).toBe('unavailable');
    expect(links.list).toHaveLength(1);
    expect(links.busy).toBe('');
  });
});
