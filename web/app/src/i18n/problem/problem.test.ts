import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { wordProblem } from '.';
import { en as archiveInEnglish } from '../../pages/host/archive/en';
import { nl as archive } from '../../pages/host/archive/nl';
import { en } from './en';
import { nl } from './nl';

// The server's own list is the measure: a reason added there without a sentence here fails this test.
const source = readFileSync(resolve(import.meta.dirname, '../../../../../session/problem.go'), 'utf8');
const named = (type: string) =>
  [...source.matchAll(new RegExp(`\\s${type}\\s+=\\s+"([a-z_]+)"`, 'g'))].map((match) => match[1]!);

describe('the wording of problems', () => {
  test('every reason of the server has a sentence in both languages', () => {
    expect(named('Reason').length).toBeGreaterThan(10);
    // What only a file that is imported can be refused for is worded where that is done: no phone carries it.
    const worded = (...tables: object[]) => tables.flatMap((table) => Object.keys(table));
    expect(worded(nl.reasons, archive.reasons, { already_there: archive.alreadyThere })).toEqual(
      expect.arrayContaining(named('Reason')),
    );
    expect(worded(en.reasons, archiveInEnglish.reasons, { already_there: archiveInEnglish.alreadyThere })).toEqual(
      expect.arrayContaining(named('Reason')),
    );
  });

  test('every code of the server has a sentence in both languages', () => {
    expect(Object.keys(nl.codes).sort()).toEqual(named('Code').sort());
    expect(Object.keys(en.codes).sort()).toEqual(named('Code').sort());
  });

  test('both languages know the same fields and the same exact cases', () => {
    expect(Object.keys(en.fields)).toEqual(Object.keys(nl.fields));
    expect(Object.keys(en.exact)).toEqual(Object.keys(nl.exact));
  });

  test('a text over the limit names the limit and says that nothing is lost', () => {
    const problem = { code: 'invalid', field: 'text', reason: 'too_long', limit: 140 };
    expect(wordProblem('nl', problem)).toBe(
      'Je tekst is te lang: hooguit 140 tekens. Maak het korter; je tekst staat er nog.',
    );
    expect(wordProblem('en', problem)).toContain('at most 140 characters');
  });

  test('one dot is a dot and two are dots', () => {
    const over = (limit: number) => wordProblem('nl', { code: 'invalid', field: 'dots', reason: 'over_option', limit });
    expect(over(1)).toContain('1 stip op');
    expect(over(2)).toContain('2 stippen op');
  });

  test('an unknown pin says that the session does not exist, whatever the reason', () => {
    for (const reason of [undefined, 'unknown']) {
      expect(wordProblem('nl', { code: 'not_found', field: 'pin', reason })).toContain('bestaat niet (meer)');
    }
  });

  test('a reason from a newer server falls back to its code, and a newer code to a general sentence', () => {
    expect(wordProblem('nl', { code: 'busy', reason: 'brand_new' })).toBe(nl.codes.busy);
    expect(wordProblem('en', { code: 'brand_new' })).toBe(en.otherwise);
  });

  test('no sentence shouts, and each ends as a sentence', () => {
    for (const words of [nl, en]) {
      const about = { it: words.something, limit: 3 };
      const said = [
        ...Object.values(words.reasons).map((sentence) => sentence(about)),
        ...Object.values(words.codes),
        ...Object.values(words.exact),
        words.otherwise,
      ];
      for (const sentence of said) expect(sentence).toMatch(/^[^!]+[.]$/);
    }
  });
});
