import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { printWords } from '../src/activities/prints/words';
import { nl as hostTexts } from '../src/i18n/host/nl';
import { nl as check } from '../src/pages/check/nl';
import { nl as archive } from '../src/pages/host/archive/nl';
import { nl as library } from '../src/pages/host/library/nl';
import type { Summary } from '../src/wire/protocol';
import { play } from './room/archive';
import { serious } from './room/axe';
import { anEvening } from './room/evening';
import type { Host } from './room/host';

// What remains is taken along as files, by the facilitator and by a reader; a file can be checked, and comes back.
test.describe.configure({ mode: 'serial' });

const evening = anEvening();
const { home, lead } = hostTexts;
const print = printWords.nl;
const title = 'Meegenomen dag';
const sentence = 'Wij geven elkaar ruimte, ook als het spannend wordt.';

let host: Host, reader: Page, session: string;
/** The results as the facilitator kept them, and as a reader by a link did. */
let kept: string, byLink: string, report: string;

/** What a file is, by how it begins. */
const kinds = { pdf: '%PDF-', png: '\u0089PNG', xlsx: 'PK\u0003\u0004', zip: 'PK\u0003\u0004', json: '{' };

/** Follows a link to a file; it has to be called as it should be, and to be of the kind that its name says. */
async function take(link: Locator, name: RegExp): Promise<{ path: string; bytes: Buffer; latin: string }> {
  const coming = link.page().waitForEvent('download');
  await link.click();
  const file = await coming;
  expect(file.suggestedFilename()).toMatch(name);
  const path = await file.path();
  const bytes = readFileSync(path);
  const latin = bytes.toString('latin1');
  const kind = file.suggestedFilename().split('.').at(-1) as keyof typeof kinds;
  expect(latin.slice(0, kinds[kind].length)).toBe(kinds[kind]);
  return { path, bytes, latin };
}

const text = (path: string) => execFileSync('pdftotext', [path, '-'], { encoding: 'utf8' });
const size = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];
const day = '\\d{4}-\\d\\d-\\d\\d';

test('the facilitator takes everything along from the page of a session that has ended', async () => {
  session = await play(evening.server, {
    title,
    cards: ['Vertrouwen', 'Vertrouwen', 'Kajuit', 'Lef', 'Lef'],
    people: 10,
    dots: { Vertrouwen: 1, Lef: 1 },
    texts: { Vertrouwen: sentence },
  });
  host = await evening.host();
  await host.page.goto(`${evening.server.url}/host/${session}`);
  await expect(host.heading(lead.endedTitle)).toBeVisible();
  const link = (name: string) => host.page.getByRole('link', { name, exact: true });

  const book = await take(link(lead.files.workbook), new RegExp(`^verbindend-${day}-nl\\.xlsx$`));
  expect(book.latin).toContain('xl/worksheets/sheet2.xml');
  const tables = await take(link(lead.files.tables), new RegExp(`^verbindend-${day}-nl\\.zip$`));
  for (const name of ['overview.csv', 'ranking.csv', 'formulations.csv']) expect(tables.latin).toContain(name);
  kept = (await take(link(lead.files.results), new RegExp(`^verbindend-${day}\\.json$`))).path;
  const results = JSON.parse(readFileSync(kept, 'utf8')) as Summary;
  expect([results.title, results.id, results.final]).toEqual([title, session, true]);
  report = (await take(link(lead.inEnglish), new RegExp(`^verbindend-${day}-en\\.pdf$`))).path;
  expect(text(report)).toContain('How this came about');

  for (const format of ['a4', 'a3'] as const) {
    const poster = await take(link(`${print[format]} , ${print.poster}`), new RegExp(`^verbindend-.*\\.pdf$`));
    expect(text(poster.path).replace(/\s+/g, ' ')).toContain(sentence);
    expect(execFileSync('pdfinfo', [poster.path], { encoding: 'utf8' })).toMatch(/Pages: +1\n/);
  }
  expect(size((await take(link(print.slide), /^verbindend-.*\.png$/)).bytes)).toEqual([1920, 1080]);
  const card = await take(link(print.card(1, 'Vertrouwen')), /^verbindend-.*\.png$/);
  expect(size(card.bytes)).toEqual([1200, 630]);
});

test('a reader with a link takes the same along, without the id of the session', async () => {
  const open = (await host.page
    .getByRole('link', { name: new RegExp('^Bekijk') })
    .first()
    .getAttribute('href'))!;
  reader = await (await evening.context({ viewport: { width: 390, height: 844 } })).newPage();
  await reader.goto(new URL(open, evening.server.url).href);
  await expect(reader).toHaveURL(/\/r\/[a-z2-7]{26}/);
  const link = (name: RegExp) => reader.getByRole('link', { name }).first();
  await take(link(/^Resultaten als Excel in het Nederlands/), new RegExp(`^verbindend-${day}-nl\\.xlsx$`));
  await take(link(/^Tabellen als CSV in het Engels/), new RegExp(`^verbindend-${day}-en\\.zip$`));
  await take(link(/^Poster met de waarden in het Nederlands/), /^verbindend-.*\.pdf$/);
  await take(link(/^Dia met de waarden in het Nederlands/), /^verbindend-.*\.png$/);
  const results = await take(link(/^Resultaten als JSON/), new RegExp(`^verbindend-${day}\\.json$`));
  byLink = results.path;
  expect((JSON.parse(results.bytes.toString()) as Summary).id).toBe('');
  expect(results.latin).not.toContain(session);
});

test('the page that checks knows these files, and no others', async () => {
  const page = reader;
  await page.goto(`${evening.server.url}/check`);
  const choose = (file: Parameters<Locator['setInputFiles']>[0]) => page.getByLabel(check.choose).setInputFiles(file);
  for (const file of [kept, byLink, report]) {
    await page.reload();
    await choose(file);
    await expect(page.getByText(check.yes, { exact: true })).toBeVisible();
  }
  const mark = /SHA-256[^]*?([0-9a-f]{64})/.exec(text(report))![1]!; // as it is printed
  await expect(page.getByText(mark)).toBeVisible();
  await page.reload();
  await page.getByLabel(check.field).fill(mark);
  await page.getByRole('button', { name: check.check, exact: true }).click();
  await expect(page.getByText(check.yes, { exact: true })).toBeVisible();

  const json = (text: string) => ({ name: 'results.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await choose(json(readFileSync(kept, 'utf8').replace('Kajuit', 'Kombuis')));
  await expect(page.getByText(check.no, { exact: true })).toBeVisible();
  await expect(page.getByText(check.yes, { exact: true })).toHaveCount(0);
  await choose(json('vakantiefoto'));
  await expect(page.getByText(check.notInFile)).toBeVisible();
  expect(await serious(page)).toEqual([]);
});

test('erased, a session comes back from the file that was kept, once, and is found by what was said in it', async () => {
  const { page } = host;
  await page.goto(`${evening.server.url}/host`);
  await page.getByRole('button', { name: new RegExp(`^${home.erase}\\s*: ${title}`) }).click();
  await page.getByRole('dialog').getByRole('button', { name: home.eraseYes }).click();
  await expect(page.getByText(home.erased)).toBeVisible();
  await page.getByLabel(archive.choose).setInputFiles(kept);
  await expect(page.getByText(archive.read(title))).toBeVisible();
  await page.getByLabel(archive.choose).setInputFiles(kept);
  await expect(page.getByText(archive.alreadyThere)).toBeVisible();
  await page.getByRole('searchbox', { name: library.search }).fill('kajuit');
  const found = page.getByRole('region', { name: library.results }).getByRole('link', { name: title, exact: true });
  await found.click();
  await expect(host.heading(lead.endedTitle)).toBeVisible();
  const again = await take(
    page.getByRole('link', { name: lead.files.results, exact: true }),
    new RegExp(`^verbindend-${day}\\.json$`),
  );
  expect(again.bytes.equals(readFileSync(kept))).toBe(true);
  evening.nobodyComplained();
});
