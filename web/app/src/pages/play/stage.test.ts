import { describe, expect, test } from 'vitest';
import type { Items, Kind, Status } from '../../wire/protocol';
import { type Situation, type Stage, stageOf } from './stage';

const items = (status: Status, kind?: Kind, open = true): Items => ({
  session: {
    id: 's1',
    pin: '482913',
    title: 'Proef',
    lang: 'nl',
    status,
    fictional: true,
    groups: [{ id: 'g1', name: 'HR' }],
    startedAt: 0,
  },
  ...(kind && { now: { activity: 'a1', kind, open, index: 0 } }),
  ballot: { round: 1, open, method: 'dots', options: [], dots: 3, perOption: 1, top: 3 },
});
const settled: Situation = {
  line: 'live',
  items: items('running', 'write'),
  met: true,
  me: null,
  noticeRead: true,
  groupChosen: true,
};
const stage = (change: Partial<Situation>): Stage => stageOf({ ...settled, ...change });

describe('what a phone shows', () => {
  test('whoever comes late reads the notice first, whatever is going on', () => {
    expect(stage({ noticeRead: false, groupChosen: false })).toBe('notice');
    expect(stage({ groupChosen: false })).toBe('group');
    expect(stage({})).toBe('write');
  });

  test('without groups nobody is asked for one', () => {
    const bare = items('lobby');
    bare.session!.groups = [];
    expect(stage({ items: bare, groupChosen: false })).toBe('lobby');
  });

  test('follows the room', () => {
    expect(stage({ items: items('lobby') })).toBe('lobby');
    expect(stage({ items: items('running', 'welcome') })).toBe('lobby');
    expect(stage({ items: items('running', 'write', false) })).toBe('written');
    expect(stage({ items: items('running', 'cluster') })).toBe('cluster');
    expect(stage({ items: items('running', 'vote') })).toBe('vote');
    expect(stage({ items: items('running', 'vote', false) })).toBe('voted');
    expect(stage({ items: items('running', 'reveal') })).toBe('reveal');
    expect(stage({ items: items('ended', 'reveal'), met: false, noticeRead: false })).toBe('ended');
  });

  test('keeps the task in sight when the line is down, and says so when the session is gone', () => {
    expect(stage({ line: 'offline' })).toBe('write');
    expect(stage({ line: 'gone' })).toBe('gone');
    expect(stage({ line: 'denied', items: {} })).toBe('denied');
    expect(stage({ line: 'offline', items: {} })).toBe('finding');
  });

  test('after a rehearsal, of which nothing is kept, offers nothing to keep', () => {
    const over = items('ended', 'reveal');
    over.session!.rehearsal = true;
    expect(stage({ items: over, line: 'gone' })).toBe('gone');
    expect(stage({ items: items('ended', 'reveal'), line: 'gone' })).toBe('ended');
  });

  test('asks nobody twice who has taken part already', () => {
    expect(stage({ noticeRead: false })).toBe('write');
  });
});
