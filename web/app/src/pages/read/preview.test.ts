import { beforeEach, expect, test } from 'vitest';
import { follow } from './preview';

const page = (title: string) =>
  `<form><input data-titles data-none="(nog geen titel)" value="${title}"><button data-again>Ververs</button></form>
   <h1 data-title>oud</h1><a data-title>oud</a>`;
const shown = () => [...document.querySelectorAll('[data-title]')].map(({ textContent }) => textContent);
const type = (title: string) => {
  const field = document.querySelector('input')!;
  field.value = title;
  field.dispatchEvent(new Event('input'));
};

beforeEach(() => {
  document.body.innerHTML = page('Een groep in de zorg');
  follow(document);
});

test('the preview follows the title, spaced as the server will keep it', () => {
  type('  Een   groep in\tde bouw ');
  expect(shown()).toEqual(['Een groep in de bouw', 'Een groep in de bouw']);
});

test('what the browser kept in the field stands in the preview from the start', () => {
  expect(shown()).toEqual(['Een groep in de zorg', 'Een groep in de zorg']);
});

test('without a title the preview says so', () => {
  type('   ');
  expect(shown()).toEqual(['(nog geen titel)', '(nog geen titel)']);
});

test('what is written is text, whatever it looks like', () => {
  type('<b>Lef</b>');
  expect(document.querySelector('h1 b')).toBeNull();
  expect(shown()[0]).toBe('<b>Lef</b>');
});

test('who has a script needs no button to see it', () => {
  expect(document.querySelector('[data-again]')!.hasAttribute('hidden')).toBe(true);
});

test('a page without such a field is left as it is', () => {
  document.body.innerHTML = '<h1 data-title>Hier</h1>';
  follow(document);
  expect(shown()).toEqual(['Hier']);
});
