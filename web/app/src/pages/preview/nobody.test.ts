import { expect, test } from 'vitest';
import type { Items } from '../../wire/protocol';
import { nobody } from './nobody';

const at = (kind: 'welcome' | 'vote'): Items => ({ now: { activity: 'a1', kind, open: true, index: 0 } });

test('a phone of nobody is asked for its group while the room comes in, and has nothing of its own', () => {
  expect(nobody({}).chosen).toBe(false);
  expect(nobody(at('welcome')).chosen).toBe(false);
  expect(nobody(at('vote'))).toEqual({ group: '', chosen: true, cards: [], ballot: null });
});
