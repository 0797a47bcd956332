import { expect, type Page, test } from '@playwright/test';
import { nl as t } from '../src/pages/host/library/nl';
import { play } from './room/archive';
import { overflow, serious } from './room/axe';
import { anEvening } from './room/evening';

// Two sessions beside each other; and from a facilitator's decision to what everybody can read, and back.
test.describe.configure({ mode: 'serial' });

const evening = anEvening();
const shots = process.env.SHOTS;
let page: Page;

const picture = async (of: Page, name: string) => {
  if (shots) await of.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
};
const sentence = 'Wij geven elkaar ruimte, ook als het spannend wordt.';

test('two sessions are laid beside each other from the desk', async () => {
  const people = { people: 10, cards: ['Vertrouwen', 'Lef', 'Rust', 'Plezier'] };
  await play(evening.server, { title: 'Najaar', ...people, dots: { Vertrouwen: 1, Lef: 1 }, rates: [8, 4] });
  await play(evening.server, {
    title: 'Voorjaar',
    lang: 'en',
    people: 12,
    cards: ['Trust', 'Rust', 'Speelruimte', 'Plezier'],
    dots: { Trust: 1, Speelruimte: 1 },
    rates: [8, 7],
    texts: { Trust: sentence },
  });
  page = (await evening.host()).page;
  await page.getByRole('link', { name: new RegExp(`^${t.compare}\\s*: Voorjaar`) }).click();
  const earlier = page.getByLabel('Eerst');
  await earlier.selectOption(await earlier.getByRole('option', { name: /Najaar/ }).getAttribute('value'));
  await page.getByRole('button', { name: 'Leg ze naast elkaar' }).click();
  const row = page.getByRole('row', { name: /Trust/ });
  await expect(row).toContainText('heette toen “Vertrouwen”: dezelfde waarde uit de lijst');
  await expect(row).toContainText('4,0 (n = 10) → 7,0 (n = 12)');
  await expect(page.getByRole('row', { name: /Speelruimte/ })).toContainText('erbij');
  expect(await serious(page)).toEqual([]);
  await picture(page, 'compare');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Leg ze naast elkaar' })).toBeHidden();
  await picture(page, 'compare-print');
  await page.emulateMedia({ media: 'screen' });
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await expect(page.getByRole('columnheader', { name: 'Plaats toen' })).toBeAttached(); // for who listens it is still a table
  expect(await serious(page)).toEqual([]);
  await picture(page, 'compare-narrow');
  await page.setViewportSize({ width: 1440, height: 900 });
});

test('a facilitator sees exactly what becomes public, publishes it, and everybody finds it', async () => {
  await page.goto(`${evening.server.url}/host`);
  await page.getByRole('link', { name: new RegExp(`^${t.publish}\\s*: Voorjaar`) }).click();
  const preview = page.getByRole('region', { name: 'Precies dit wordt openbaar' });
  await expect(preview.getByText(sentence)).toBeVisible();
  await page.getByLabel('Titel voor iedereen').fill('Een groep in de zorg');
  await expect(preview.getByRole('heading', { name: 'Een groep in de zorg' })).toHaveCount(2); // the page, and the list
  await expect(preview.getByText('Voorjaar')).toHaveCount(0);
  expect(await serious(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  await page.getByLabel('Titel voor iedereen').fill('Verantwoordelijkheid'.repeat(6));
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await page.getByLabel('Titel voor iedereen').fill('Een groep in de zorg');
  await picture(page, 'publish-narrow');
  await page.setViewportSize({ width: 1440, height: 900 });
  await picture(page, 'publish');
  await page.getByRole('button', { name: 'Maak dit openbaar' }).click();
  await expect(page.getByText(/^Openbaar sinds/)).toBeVisible();

  const reader = await (await evening.context({ viewport: { width: 390, height: 844 } })).newPage();
  await reader.goto(`${evening.server.url}/kennisbank?lang=nl`);
  await reader.getByRole('searchbox').fill('zeilboot');
  await reader.getByRole('button', { name: 'Zoek' }).click();
  await expect(reader).toHaveURL(/[?&]q=zeilboot/);
  await expect(reader.getByRole('searchbox')).toHaveValue('zeilboot');
  await expect(reader.getByText('Niets gevonden. Probeer een ander woord.')).toBeVisible();
  expect(await serious(reader)).toEqual([]);
  expect(await overflow(reader)).toBeLessThanOrEqual(0);
  await picture(reader, 'kennisbank-none');
  await reader.getByRole('searchbox').fill('vertruowen'); // a slip, and the room said it in English
  await reader.getByRole('button', { name: 'Zoek' }).click();
  await expect(reader).toHaveURL(/[?&]q=vertruowen/);
  await picture(reader, 'kennisbank');
  await reader.getByRole('link', { name: 'Een groep in de zorg' }).click();
  await expect(reader.getByText(sentence)).toBeVisible();
  await expect(reader.getByText('Voorjaar')).toHaveCount(0);
  expect(await serious(reader)).toEqual([]);
  await picture(reader, 'kennisbank-page');

  await page.getByRole('button', { name: 'Trek in' }).click();
  await expect(page.getByText(/^Ingetrokken/)).toBeVisible();
  await reader.reload();
  await expect(reader.getByRole('heading', { name: 'Hier staat niets (meer)' })).toBeVisible();
});
