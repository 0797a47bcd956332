import { expect, type Locator, type Page, test } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { readerWords } from '../src/activities/readers/words';
import { nl as task } from '../src/i18n/task/nl';
import type { SessionCreated } from '../src/wire/protocol';
import { everything, overflow, serious } from './room/axe';
import { Crowd } from './room/crowd';
import { anEvening } from './room/evening';
import type { Host } from './room/host';
import type { Phone } from './room/phone';

// Ten people write, answer and vote; what remains is read on the web by a link, which the facilitator takes back in the end.
test.describe.configure({ mode: 'serial' });

const evening = anEvening();
const t = readerWords.nl;
const title = 'Wat ons verbindt';
const words = ['Vertrouwen', 'Oprechte aandacht', 'Lef', 'Duurzaamheidsbewustzijn', 'Rust 🌿', 'الثقة'];
const steps = (['checkin', 'tensions', 'write', 'vote', 'reveal', 'rate'] as const).map((kind) => ({
  id: kind,
  kind,
  minutes: 5,
  ...(kind === 'write' && { limit: 4 }),
}));

let host: Host, phone: Phone, reader: Page, crowd: Crowd, link: string;

const shoot = async (page: Page, name: string) => {
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/report-${name}.png`, fullPage: true });
};
const linesOf = (text: Locator) =>
  text.evaluate((one) => {
    const range = document.createRange();
    range.selectNodeContents(one);
    return new Set([...range.getClientRects()].map(({ top }) => top)).size;
  });
const dialog = () => host.page.getByRole('dialog', { name: t.title });

test('ten people give the report something to tell', async () => {
  host = await evening.host();
  const made = await host.page.request.post(`${evening.server.url}/api/sessions`, {
    data: { title, lang: 'nl', groups: [], template: '', fictional: true, steps },
    headers: { Origin: evening.server.url },
  });
  const { id } = (await made.json()) as SessionCreated;
  await host.page.goto(`${evening.server.url}/host/${id}`);
  phone = await evening.phone();
  await phone.scan(await host.pin());
  await phone.agree();
  crowd = await Crowd.at(await evening.context({}), evening.server.url, id);
  await crowd.grow(10);
  await host.open('checkin');
  for (let who = 0; who < 10; who++) {
    const texts = { word: ['benieuwd', 'moe', 'blij'][who % 3]! };
    await crowd.ask(who, 'fill_sheet', { activity: 'checkin', numbers: { energy: 1 + (who % 5) }, texts });
  }
  await host.close('checkin');
  await host.open('tensions');
  for (let who = 0; who < 10; who++) {
    const numbers = { 'p1/now': 1 + (who % 3), 'p1/wanted': 6, 'p2/now': 5, 'p2/wanted': 3 };
    await crowd.ask(who, 'fill_sheet', { activity: 'tensions', numbers });
  }
  await host.close('tensions');
  await host.open('write');
  for (const [i, text] of words.entries()) await crowd.ask(i, 'add_card', { id: `card-${i}`, text });
  await host.close('write');
  await host.open('vote');
  const ballot = await crowd.hears(0, 'ballot');
  await phone.page.setViewportSize({ width: 320, height: 640 });
  const long = phone.page.getByText('Duurzaamheidsbewustzijn', { exact: true });
  await expect(long).toBeVisible();
  await phone.page.evaluate(() => document.fonts.ready);
  expect(await linesOf(long), 'a long value is cut, by a phone that does not hyphenate').toBe(1);
  await phone.page.setViewportSize({ width: 390, height: 844 });
  for (let who = 0; who < 10; who++) {
    const dots = ballot.options.filter((_, i) => (i + who) % 3 !== 0 || i === 0).slice(0, 3);
    await crowd.ask(who, 'cast_ballot', { round: 1, dots: Object.fromEntries(dots.map(({ id }) => [id, 1])) });
  }
  await host.close('vote');
  await host.open('reveal');
  await host.open('rate');
  const top = (await crowd.hears(0, 'result')).options.filter(({ inTop }) => inTop);
  for (let who = 0; who < 10; who++) {
    const numbers = top.flatMap(({ id }, i) => [
      [`${id}/importance`, 9 - i],
      [`${id}/presence`, 3 + i + (who % 2)],
    ]);
    await crowd.ask(who, 'fill_sheet', { activity: 'rate', numbers: Object.fromEntries(numbers) });
  }
  await host.close('rate');
});

test('while the session runs, the facilitator makes a link with a name, by keyboard', async () => {
  await host.page.getByRole('button', { name: t.open }).focus();
  await host.page.keyboard.press('Enter');
  await expect(dialog().getByText(t.none)).toBeVisible();
  await dialog().getByLabel(t.label).fill('Directie');
  await dialog().getByLabel(t.works).selectOption({ label: t.days[30] });
  expect(await serious(host.page)).toEqual([]);
  await dialog().getByLabel(t.label).press('Enter');
  const row = dialog().getByRole('listitem').filter({ hasText: 'Directie' });
  await expect(row).toContainText('werkt tot en met');
  link = (await row.getByRole('link', { name: t.view }).getAttribute('href'))!;
  expect(link).toMatch(/\/r\/[a-z2-7]{26}$/);
  expect(link).not.toContain(host.session);
  await shoot(host.page, 'host-running');
  await host.page.keyboard.press('Escape');
});

test('a reader who was not there opens it on a phone, in the language they like', async () => {
  const context = await evening.context({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
  reader = await context.newPage();
  const wrong: string[] = [];
  reader.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  const answer = await reader.goto(link);
  expect(answer!.headers()['x-robots-tag']).toBe('noindex, nofollow');
  await expect(reader.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(reader.getByText('Dit verslag is voorlopig')).toBeVisible();
  await expect(reader.getByText('Rust 🌿').first()).toBeVisible();
  await expect(reader.locator('bdi', { hasText: 'الثقة' }).first()).toBeVisible();
  await reader.getByRole('link', { name: 'Read this in English' }).click();
  await expect(reader.locator('html')).toHaveAttribute('lang', 'en');
  await expect(reader.getByText('This report is provisional')).toBeVisible();
  await reader.getByRole('link', { name: 'Lees dit in het Nederlands' }).click();
  await expect(reader.locator('html')).toHaveAttribute('lang', 'nl');
  expect(await context.cookies()).toEqual([]);
  expect(wrong).toEqual([]);
});

test('after the end phones lead to it, and it is final', async () => {
  await host.end();
  await host.remains();
  await reader.reload();
  await expect(reader.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(reader.getByText('Dit verslag is voorlopig')).toHaveCount(0);
  await phone.page.getByRole('link', { name: task.ended.report }).click();
  await expect(phone.page).toHaveURL(/\/r\/[a-z2-7]{26}/);
  expect(phone.page.url()).not.toContain(link);
  await expect(phone.page.getByRole('heading', { level: 1, name: title })).toBeVisible();
});

const windows = {
  phone: { viewport: { width: 390, height: 844 } },
  narrow: { viewport: { width: 320, height: 640 } },
  dark: { viewport: { width: 1440, height: 900 }, colorScheme: 'dark' },
  zoomed: { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 },
  laptop: { viewport: { width: 1440, height: 900 } },
  projector: { viewport: { width: 1920, height: 1080 }, contrast: 'more' },
} as const;

for (const [name, options] of Object.entries(windows)) {
  test(`nobody is kept out: ${name}`, async () => {
    const context = await evening.context(options);
    const page = await context.newPage();
    await page.goto(link);
    await shoot(page, name);
    for (const summary of await page.locator('summary').all()) await summary.click();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    const hidden = await page
      .locator('table')
      .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.parentElement!.clientWidth + 1).length);
    expect(hidden, 'tables of which a part stands beside the page').toBe(0);
    expect(await everything(page)).toEqual([]);
    await context.close();
  });
}

test('nobody needs a script', async () => {
  const context = await evening.context({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(page.getByLabel('Link naar dit verslag')).toHaveValue(link);
  await expect(page.getByRole('button')).toHaveCount(0);
  for (const way of ['E-mail', 'WhatsApp', 'LinkedIn', 'Verslag als PDF in het Nederlands']) {
    await expect(page.getByRole('link', { name: way }).first()).toBeVisible();
  }
  await context.close();
});

test('keyboards find their way, the link can be copied, and paper shows all of it', async ({ browserName }, info) => {
  const context = await evening.context({ viewport: { width: 1440, height: 900 } });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  await page.goto(link);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Naar het verslag' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
  await page.getByRole('button', { name: 'Kopieer de link' }).click();
  await expect(page.getByRole('button', { name: 'Gekopieerd' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
  expect(browserName).toBe('chromium');
  const file = info.outputPath('printed.pdf');
  await page.pdf({ path: file, preferCSSPageSize: true, printBackground: true });
  const printed = execFileSync('pdftotext', ['-layout', file, '-']).toString();
  expect(printed).toContain(title);
  expect(printed).toContain('Hoe dit tot stand kwam');
  expect(printed).not.toContain('Kopieer de link');
  const first = execFileSync('pdftotext', ['-layout', '-l', '1', file, '-']).toString();
  expect(first).toContain('Wat mensen samen kozen'); // page one holds all of page one
  expect(first).not.toContain('Hoe dit tot stand kwam');
  expect(first).toMatch(/1\s*\/\s*\d+\s*$/);
  expect(execFileSync('pdfinfo', [file]).toString()).toContain('A4');
  if (process.env.SHOTS) execFileSync('pdftoppm', ['-r', '60', '-png', file, `${process.env.SHOTS}/report-printed`]);
  await context.close();
});

test('the facilitator takes a link back, is asked first, and its readers are told', async () => {
  const links = host.page.getByRole('region').filter({ hasText: t.title }).first();
  const row = links.getByRole('listitem').filter({ hasText: 'Directie' });
  await expect(links.getByRole('listitem').filter({ hasText: t.room })).toContainText(t.roomHint);
  await row.getByRole('button', { name: t.revoke }).click();
  await expect(row.getByRole('group', { name: t.revoke })).toBeFocused();
  await shoot(host.page, 'host-ended');
  await row.getByRole('button', { name: t.no }).click();
  await reader.reload();
  await expect(reader.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await row.getByRole('button', { name: t.revoke }).click();
  expect(await serious(host.page)).toEqual([]);
  await row.getByRole('button', { name: t.yes }).click();
  await expect(row).toContainText(t.revoked);
  const answer = await reader.reload();
  expect(answer!.status()).toBe(410);
  await expect(reader.getByRole('heading', { level: 1, name: 'Deze link is ingetrokken' })).toBeVisible();
  await expect(reader.getByText(title)).toHaveCount(0);
  expect(await serious(reader)).toEqual([]);
  await shoot(reader, 'revoked');
  await phone.page.reload(); // the room's link goes on
  await expect(phone.page.getByRole('heading', { level: 1, name: title })).toBeVisible();
});
