import { describe, expect, test } from 'vitest';
import { createI18n } from './i18n.svelte';
import { formats } from './formats';
import { common } from './common';
import { host } from './host';
import { join } from './join';
import { pickLang } from './lang';
import { phone } from './phone';
import { screen } from './screen';
import { task } from './task';

describe('the language', () => {
  test('the session decides, then the reader, then Dutch', () => {
    expect(pickLang('en', ['nl-BE'])).toBe('en');
    expect(pickLang(undefined, ['fr-FR', 'en-US', 'nl'])).toBe('en');
    expect(pickLang('de', ['fr'])).toBe('nl');
  });

  test('changing it changes every text and the document', () => {
    const i18n = createI18n('nl', { join });
    expect(i18n.t.join.enter).toBe('Doe mee');
    i18n.lang = 'en';
    expect(i18n.t.join.enter).toBe('Join in');
    expect(i18n.t.common.dotsLeft(1)).toBe('1 dot left');
    expect(document.documentElement.lang).toBe('en');
  });
});

describe('the tables', () => {
  for (const [name, area] of Object.entries({ common, join, phone, task, host, screen })) {
    test(`${name} says in English what it says in Dutch`, () => {
      const kinds = (texts: object) => Object.entries(texts).map(([key, text]) => `${key}: ${typeof text}`);
      expect(kinds(area.en)).toEqual(kinds(area.nl));
    });
  }
});

describe('numbers, dates and lists', () => {
  test('are written as each language does', () => {
    expect(formats('nl').number(12345)).toBe('12.345');
    expect(formats('en').number(12345)).toBe('12,345');
    expect(formats('nl').date(new Date(2026, 10, 23))).toBe('23 november 2026');
    expect(formats('nl').list(['dialoog', 'vertrouwen', 'lef'])).toBe('dialoog, vertrouwen en lef');
    expect(formats('en').percent(0.6)).toBe('60%');
  });
});
