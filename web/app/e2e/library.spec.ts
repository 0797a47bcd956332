import { expect, type Locator, type Page, test } from '@playwright/test';
import { nl as hostTexts } from '../src/i18n/host/nl';
import { nl as t } from '../src/pages/host/library/nl';
import { play } from './room/archive';
import { overflow, serious } from './room/axe';
import { anEvening } from './room/evening';
import type { Host } from './room/host';

// A facilitator looks for what was said in earlier sessions.
test.describe.configure({ mode: 'serial' });

const evening = anEvening();
const { home } = hostTexts;
const shots = process.env.SHOTS;
let host: Host;
let page: Page;
let north: string;

const picture = async (name: string) => {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
};
const field = (): Locator => page.getByRole('searchbox', { name: t.search });
const titles = (): Locator => page.getByRole('region', { name: t.results }).getByRole('heading', { level: 3 });

test('sessions that were played are there to be searched', async () => {
  north = await play(evening.server, {
    title: 'Teamdag Noord',
    groups: ['Ondernemer', 'HR-specialist'],
    cards: ['Vertrouwen', 'Vertrouwen', 'Vertrouwen', 'vertrouwd zijn', 'Kajuit', 'Kajuit', 'Lef', 'Lef', 'Lef', 'Lef'],
    people: 10,
    dots: { Vertrouwen: 1, Lef: 1 },
    texts: { Vertrouwen: 'Wij geven elkaar ruimte, ook als het spannend wordt.' },
  });
  await play(evening.server, { title: 'Leading together', lang: 'en', cards: ['Trust', 'Courage'], fictional: false });
  await play(evening.server, { title: 'Vertrouwen in de zorg', cards: ['Rust'], running: true });
  host = await evening.host();
  page = host.page;
  await expect(field()).toBeVisible();
});

test('it is found as one types, the best first, with where it stands; the keyboard is enough', async () => {
  await page.locator('h1').click();
  await page.keyboard.press('/');
  await expect(field()).toBeFocused();
  await page.keyboard.type('vertruowen', { delay: 20 });
  await expect(titles()).toHaveText(['Vertrouwen in de zorg', 'Teamdag Noord', 'Leading together']);
  await expect(page.getByRole('status').filter({ hasText: t.found(3) })).toBeVisible();
  await field().fill('vertrouwen');
  await expect(page).toHaveURL(/\?q=vertrouwen$/);
  await expect(titles()).toHaveText(['Vertrouwen in de zorg', 'Teamdag Noord', 'Leading together']);
  const found = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Teamdag Noord' }) });
  await expect(found.getByRole('list', { name: t.places }).getByRole('listitem').first()).toContainText(
    t.where.formulation,
  );
  await expect(found.locator('mark').first()).toHaveText('Vertrouwen');
  await expect(found.getByText(home.fictional)).toBeVisible();
  expect(await serious(page)).toEqual([]);
  await picture('library-found');
  await field().press('ArrowDown');
  await expect(page.getByRole('link', { name: 'Vertrouwen in de zorg', exact: true })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('link', { name: 'Teamdag Noord', exact: true })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(field()).toBeFocused();
});

test('the address keeps the question: back from a session it stands there again', async () => {
  await field().fill('kajuit');
  await expect(titles()).toHaveText(['Teamdag Noord']);
  await expect(page).toHaveURL(/\?q=kajuit$/);
  await page.getByRole('link', { name: 'Teamdag Noord', exact: true }).click();
  await expect(host.heading(hostTexts.lead.endedTitle)).toBeVisible();
  await page.goBack();
  await expect(field()).toHaveValue('kajuit');
  await expect(titles()).toHaveText(['Teamdag Noord']);
});

test('a group and a period narrow it down, and nothing is said kindly', async () => {
  await field().fill('');
  await expect(titles()).toHaveCount(0);
  await page.getByRole('combobox', { name: t.group }).selectOption('HR-specialist');
  await expect(titles()).toHaveText(['Teamdag Noord']);
  await page.getByLabel(t.until).fill('2020-01-01');
  await expect(page.getByRole('heading', { name: t.nothingFiltered })).toBeVisible();
  await picture('library-none-filtered');
  await page.getByRole('button', { name: t.clear }).click();
  await expect(field()).toBeFocused();
  await field().fill('onvindbaar');
  await expect(page.getByRole('heading', { name: t.nothing('onvindbaar') })).toBeVisible();
  expect(await serious(page)).toEqual([]);
  await picture('library-none');
  await field().press('Escape');
  await expect(page).toHaveURL(/\/host$/);
  await expect(page.getByRole('heading', { name: home.ended })).toBeVisible();
});

test('what is erased is found no more', async () => {
  await field().fill('kajuit');
  await page.getByRole('button', { name: new RegExp(`^${home.erase}\\s*: Teamdag Noord`) }).click();
  await page.getByRole('dialog').getByRole('button', { name: home.eraseYes }).click();
  await expect(page.getByRole('heading', { name: t.nothing('kajuit') })).toBeVisible();
  const left = await page.request.get(`${evening.server.url}/api/library?q=${north}`);
  expect(((await left.json()) as { total: number }).total).toBe(0);
});

test('a search that fails says so, and works again; a narrow screen has all of it', async () => {
  await page.route('**/api/library?*', (route) => route.abort());
  await field().fill('rust');
  await expect(page.getByText(t.failed)).toBeVisible();
  await picture('library-failed');
  await page.unroute('**/api/library?*');
  await page.getByRole('button', { name: home.again }).click();
  await expect(titles()).toHaveText(['Vertrouwen in de zorg']);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await picture('library-phone');
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await overflow(page)).toBeLessThanOrEqual(0);
});
