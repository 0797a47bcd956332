import { describe, expect, test } from 'vitest';
import { anything, fromAddress, isAnything, toAddress, toServer } from './asked';

describe('what is looked for', () => {
  test('stands in the address as it was typed, and comes back from it', () => {
    const asked = { text: 'lef & moed ë', from: '2026-01-31', until: '2026-11-23', group: 'HR/OR' };
    expect(fromAddress(toAddress(asked))).toEqual(asked);
  });

  test('leaves no trace in the address when it is nothing', () => {
    expect(toAddress({ ...anything, text: '  ' })).toBe('');
    expect(isAnything(fromAddress(''))).toBe(true);
  });

  test('drops a day that is none', () => {
    for (const day of ['gisteren', '2026-02-30', '2026-13-01', '2026-1-1', '']) {
      expect(fromAddress(`?from=${day}`).from).toBe('');
    }
  });

  test('asks the server for whole days of this laptop, the last one included', () => {
    const parameters = new URLSearchParams(toServer({ ...anything, from: '2026-10-24', until: '2026-10-25' }));
    expect(Number(parameters.get('from'))).toBe(new Date(2026, 9, 24).getTime());
    expect(Number(parameters.get('until'))).toBe(new Date(2026, 9, 26).getTime());
  });
});
