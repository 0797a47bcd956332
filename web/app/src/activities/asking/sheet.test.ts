import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { memoryStore, type Store } from '../../wire/store';
import { Kept } from '../kept.svelte';
import { Phone } from '../phone.svelte';
import { OwnSheet } from './sheet.svelte';

const form = {
  activity: 'in',
  open: true,
  questions: [
    { key: 'word', length: 5 },
    { key: 'energy', min: 1, max: 5 },
  ],
};

describe('the answers in hand', () => {
  let store: Store, sent: unknown[], answer: { done: () => void; refuse: () => void };

  function phone(): Phone {
    const room = {
      outgoing: [],
      settling: [],
      me: null,
      items: {},
      line: 'live',
      do: (_: string, data: unknown) => {
        sent.push(data);
        return new Promise<void>((done, refuse) => (answer = { done, refuse: () => refuse(new Error()) }));
      },
    };
    return new Phone('s1', room as never, new Kept(store, 's1'), {} as never);
  }
  beforeEach(() => {
    vi.useFakeTimers();
    store = memoryStore();
    sent = [];
  });
  afterEach(() => void vi.useRealTimers());

  test('are sent once, whole, shortly after the last touch, without what is left open', () => {
    const own = new OwnSheet(phone(), form);
    own.put('energy', 2);
    own.write('word', '  ');
    own.put('energy', 4);
    expect([own.answered, own.state]).toEqual([1, 'sending']);
    vi.advanceTimersByTime(600);
    expect(sent).toEqual([{ activity: 'in', numbers: { energy: 4 }, texts: {} }]);
  });

  test('stay on the phone until they are acknowledged', async () => {
    const own = new OwnSheet(phone(), form);
    own.write('word', 'blij');
    own.send();
    expect(new Kept(store, 's1').sheets.value).toEqual({ in: { texts: { word: 'blij' } } });
    answer.done();
    await vi.advanceTimersByTimeAsync(0);
    expect(new Kept(store, 's1').sheets.value).toEqual({});
  });

  test('that are on their way are not sent again when the page closes', () => {
    const own = new OwnSheet(phone(), form);
    own.put('energy', 3);
    own.send();
    own.send();
    expect(sent).toHaveLength(1);
  });

  test('that were refused stay on the phone, and are sent when the activity opens again', async () => {
    const own = new OwnSheet(phone(), form);
    own.put('energy', 3);
    own.send();
    answer.refuse();
    await vi.advanceTimersByTimeAsync(0);
    const again = new OwnSheet(phone(), form);
    expect(again.number('energy')).toBe(3);
    vi.advanceTimersByTime(600);
    expect(sent).toHaveLength(2);
  });

  test('that changed while they were on their way stay in the hand', async () => {
    const own = new OwnSheet(phone(), form);
    own.put('energy', 3);
    own.send();
    const first = answer;
    own.put('energy', 5);
    first.done();
    await vi.advanceTimersByTimeAsync(0);
    expect(own.number('energy')).toBe(5);
    await vi.advanceTimersByTimeAsync(600);
    expect(sent.at(-1)).toEqual({ activity: 'in', numbers: { energy: 5 }, texts: {} });
  });

  test('with a word that is too long wait until it is shorter', () => {
    const own = new OwnSheet(phone(), form);
    own.write('word', 'te lang');
    vi.advanceTimersByTime(600);
    expect([sent, own.tooLong]).toEqual([[], true]);
    own.write('word', 'kort');
    vi.advanceTimersByTime(600);
    expect(sent).toHaveLength(1);
  });

  test('to questions that are not asked any more are not sent', () => {
    new Kept(store, 's1').sheets.value = { in: { numbers: { energy: 1, mood: 3 } } };
    new OwnSheet(phone(), form).send();
    expect(sent).toEqual([{ activity: 'in', numbers: { energy: 1 }, texts: {} }]);
  });
});
