import { expect, test } from 'vitest';
import { join } from './join';

const answering = (status: number, body: string) => () => Promise.resolve(new Response(body, { status }));

test('a known pin gives the session', async () => {
  const answer = await join('482913', answering(200, '{"id":"s1","title":"Proef","lang":"nl"}'));
  expect(answer).toEqual({ kind: 'joined', joined: { id: 's1', title: 'Proef', lang: 'nl' } });
});

test('an unknown pin gives the problem as the server words it', async () => {
  const answer = await join('000000', answering(404, '{"problem":{"code":"not_found","field":"pin"}}'));
  expect(answer).toEqual({ kind: 'refused', problem: { code: 'not_found', field: 'pin' } });
});

test('an answer that is not ours is a failure on our side', async () => {
  const answer = await join('482913', answering(502, '<h1>Bad gateway</h1>'));
  expect(answer).toEqual({ kind: 'refused', problem: { code: 'unavailable', retry: true } });
});

test('no answer at all is no connection', async () => {
  expect(await join('482913', () => Promise.reject(new TypeError('failed')))).toEqual({ kind: 'offline' });
});
