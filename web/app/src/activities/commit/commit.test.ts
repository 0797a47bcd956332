import { describe, expect, it } from 'vitest';
import type { IntentionItem, Me, StepItem } from '../../wire/protocol';
import type { Outgoing } from '../../wire/outbox';
import { type Personal, reminders, same, sharedNow } from './personal';
import { ownSteps, trimmed } from './steps';
import { half, vague } from './vague';
import { pagesOf, perPage, mostPages } from './wall';
import { commitWords } from './words';

const command = (type: string, data: unknown, n = 1) => ({ n, type, data }) as Outgoing;
const me = (part: Partial<Me>): Me => ({ group: '', chosen: true, cards: [], ballot: null, ...part });

describe('a nudge', () => {
  it('asks for the moment, for more words, and for what others would see, in that order', () => {
    expect(vague('', '')).toBeNull();
    expect(vague('', 'meer luisteren')).toEqual({ why: 'when' });
    expect(vague('ik binnenkom', 'beter luisteren')).toEqual({ why: 'short' });
    expect(vague('ik binnenkom', 'ga ik Beter luisteren')).toEqual({ why: 'word', word: 'Beter' });
    expect(vague('I come in', 'I will try to listen')).toEqual({ why: 'word', word: 'try' });
  });

  it('is silent when it is clear, also where a vague word is part of another', () => {
    expect(vague('ik maandag binnenkom', 'vraag ik Meerten hoe het gaat')).toBeNull();
    expect(vague('de industry-borrel begint', 'spreek ik één onbekende aan')).toBeNull();
  });
});

describe('half an intention', () => {
  it('does without the words that the page says already', () => {
    expect(half(' Als ik binnenkom, ')).toBe('ik binnenkom');
    expect(half('dan bel ik.')).toBe('bel ik');
    expect(half('alsnog bellen')).toBe('alsnog bellen');
  });
});

describe('what is shared', () => {
  const ask = { when: 'ik bel', then: 'luister ik eerst', horizon: 'week' as const };

  it('is what the server has, with what is on its way', () => {
    expect(sharedNow(me({ shared: ask }), [])).toEqual(ask);
    expect(sharedNow(me({}), [command('share_intention', ask)])).toEqual(ask);
    expect(sharedNow(me({ shared: ask }), [command('withdraw_intention', {})])).toBeNull();
  });

  it('is the same when what is left out is empty', () => {
    expect(same({ then: 'a' }, { when: '', then: 'a', horizon: '' })).toBe(true);
    expect(same(ask, { ...ask, horizon: 'month' })).toBe(false);
  });
});

describe('reminders', () => {
  const step: Personal = {
    id: 'p1',
    when: 'Als ik bel',
    then: 'dan luister ik eerst.',
    horizon: 'month',
    lookBack: true,
  };
  const from = new Date(2026, 10, 23, 16);

  it('come at the horizon, and after 30 and 90 days', () => {
    const list = reminders(step, from, 'Teamdag', commitWords('nl'), 'https://x/pulse/s1');
    expect(list.map(({ at }) => at)).toEqual([
      new Date(2026, 11, 23, 9),
      new Date(2026, 11, 23, 9),
      new Date(2027, 1, 21, 9),
    ]);
    expect(list[0]!.title).toBe('Mijn volgende stap: Als ik bel, dan luister ik eerst.');
    expect(list.map(({ text }) => text.includes('https://x/pulse/s1'))).toEqual([false, true, true]);
    expect(new Set(list.map(({ uid }) => uid)).size).toBe(3);
  });

  it('look back only for who wants to', () => {
    expect(reminders({ ...step, lookBack: false }, from, 'Teamdag', commitWords('en'), '')).toHaveLength(1);
  });
});

describe('own steps', () => {
  it('are those of the server, those on their way, and those that did not get there', () => {
    const list = ownSteps(
      me({
        steps: [
          { id: 'a', what: 'A' },
          { id: 'b', what: 'B' },
        ],
      }),
      [
        command('write_step', { id: 'a', what: 'A2' }),
        command('remove_step', { id: 'b' }, 2),
        command('write_step', { id: 'c', what: 'C' }, 3),
      ],
      { a: { what: 'A' }, d: { what: 'D' } },
    );
    expect(list.map(({ step, state }) => `${step.what} ${state}`)).toEqual(['A2 waiting', 'C waiting', 'D unsent']);
  });

  it('are sent without what was left open', () => {
    expect(trimmed({ what: ' A ', first: ' ', owner: 'HR', benefits: '' })).toEqual({ what: 'A', owner: 'HR' });
  });
});

describe('the wall', () => {
  const steps = (n: number) =>
    Array.from({ length: n }, (_, i): StepItem => ({ id: `s${i}`, what: `Stap ${i}`, order: i, agreed: i === n - 1 }));

  it('has what was agreed on first, four to a page, and then what was shared, shuffled', () => {
    const shared: IntentionItem[] = [
      { id: 'z', then: 'eerst gedeeld' },
      { id: 'a', then: 'later gedeeld' },
    ];
    const pages = pagesOf(steps(5), shared);
    expect(pages.map((page) => page.steps.length + page.shared.length)).toEqual([4, 1, 2]);
    expect(pages[0]!.steps[0]!.id).toBe('s4');
    expect(pages[2]!.shared.map(({ id }) => id)).toEqual(['a', 'z']);
  });

  it('ends somewhere: two thousand steps are not looked through', () => {
    const pages = pagesOf(steps(2000), []);
    expect(pages).toHaveLength(mostPages);
    expect(pages[0]!.left).toBe(2000 - perPage * mostPages);
    expect(pagesOf([], [])).toEqual([]);
  });
});
