import { describe, expect, it } from 'vitest';
import { archiveWords } from './words';
import { wordArchiveProblem } from './wrong';

describe('what is wrong with a file of results', () => {
  it('is told with the place of the field, counted as people count', () => {
    const problem = { code: 'invalid', field: 'vote/options/0/voters', reason: 'does_not_add_up' };
    expect(wordArchiveProblem('nl', problem)).toBe(
      'stemming › waarde › 1 › mensen die een stip gaven: klopt niet met de andere getallen.',
    );
    expect(wordArchiveProblem('en', problem)).toBe(
      'vote › value › 1 › people who gave a dot: does not agree with the other numbers.',
    );
  });
  it('is told of the file as a whole when it is something else', () => {
    expect(wordArchiveProblem('nl', { code: 'invalid', reason: 'malformed' })).toMatch(/geen JSON-bestand/);
    expect(wordArchiveProblem('nl', { code: 'invalid', reason: 'too_long', limit: 8 << 20 })).toMatch(/8 MB/);
    expect(wordArchiveProblem('en', { code: 'invalid', field: 'version', reason: 'unknown' })).toMatch(/version/);
    expect(wordArchiveProblem('en', { code: 'taken', field: 'id', reason: 'already_there' })).toMatch(/already/);
  });
  it('says which file to choose when it is that of a reader, which names no session', () => {
    expect(wordArchiveProblem('nl', { code: 'invalid', field: 'id', reason: 'empty' })).toMatch(/Kies het bestand/);
    expect(wordArchiveProblem('en', { code: 'invalid', field: 'id', reason: 'empty' })).toMatch(/Choose the one/);
  });
  it('keeps a field by its own name when this page knows no other', () => {
    expect(wordArchiveProblem('nl', { code: 'invalid', field: 'people', reason: 'unknown' })).toBe(
      'people: ken ik niet.',
    );
  });
  it('has the same reasons and parts in both languages', () => {
    expect(Object.keys(archiveWords.en.reasons)).toEqual(Object.keys(archiveWords.nl.reasons));
    expect(Object.keys(archiveWords.en.parts)).toEqual(Object.keys(archiveWords.nl.parts));
  });
});
