import { describe, expect, test } from 'vitest';
import { wordAgendaProblem } from './wrong';

const nl = (field: string, reason: string, limit = 0, code = 'invalid') =>
  wordAgendaProblem('nl', { code, field, reason, limit });

describe('what is wrong with an agenda', () => {
  test('is told with the place of the activity, counted as people count', () => {
    expect(nl('steps/2/minutes', 'out_of_range', 240)).toMatch(/^Onderdeel 3: Het aantal minuten .*240/);
    expect(nl('steps/0/kind', 'unknown')).toMatch(/^Onderdeel 1: Het soort onderdeel/);
    expect(wordAgendaProblem('en', { code: 'invalid', field: 'steps/1/note', reason: 'too_long', limit: 600 })).toMatch(
      /^Activity 2: The note .*600/,
    );
  });

  test('names a field that nobody knows, one of another kind, another version, and what is no JSON', () => {
    expect(nl('colour', 'unknown')).toContain('“colour”');
    expect(nl('steps/minutes', 'malformed')).toContain('“minutes”');
    expect(nl('version', 'unknown', 1)).toContain('version: 1');
    expect(nl('', 'malformed')).toContain('JSON');
    expect(nl('', 'too_long', 65536)).toContain('te groot');
    expect(nl('steps', 'empty')).toMatch(/^De lijst met onderdelen/);
  });

  test('what it has no words of its own for is said as everywhere', () => {
    expect(nl('', '', 0, 'unavailable')).toContain('ging bij ons iets mis');
  });
});
