import { describe, expect, test } from 'vitest';
import type { Outgoing } from '../../wire/outbox';
import type { Me } from '../../wire/protocol';
import { ownCards } from './cards';

const me = (...texts: string[]): Me => ({
  group: '',
  chosen: true,
  cards: texts.map((text) => ({ id: text, text, cluster: 'c1' })),
  ballot: null,
});
const add = (id: string): Outgoing => ({ n: 1, type: 'add_card', data: { id, text: id } });
const edit = (id: string, text: string): Outgoing => ({ n: 2, type: 'edit_card', data: { id, text } });
const remove = (id: string): Outgoing => ({ n: 3, type: 'remove_card', data: { id } });
const shown = (...args: Parameters<typeof ownCards>) => ownCards(...args).map((c) => [c.text, c.underway]);

describe('the own cards', () => {
  test('show a new card at once, as underway until it is acknowledged', () => {
    expect(shown(me('lef'), [], [add('rust')])).toEqual([
      ['lef', false],
      ['rust', true],
    ]);
    expect(shown(me('lef'), [add('rust')], [])).toEqual([
      ['lef', false],
      ['rust', false],
    ]);
  });

  test('show a card once when it is both here and still on its way', () => {
    expect(shown(me('lef'), [add('lef')], [])).toEqual([['lef', false]]);
  });

  test('follow a change and a removal before the server has them', () => {
    expect(shown(me('lef', 'rust'), [], [edit('lef', 'durf'), remove('rust')])).toEqual([['durf', true]]);
  });

  test('keep where a card lies while its words change', () => {
    expect(ownCards(me('lef'), [], [edit('lef', 'durf')])[0]?.cluster).toBe('c1');
  });

  test('are none before the server has told', () => {
    expect(ownCards(null, [], [])).toEqual([]);
  });
});
