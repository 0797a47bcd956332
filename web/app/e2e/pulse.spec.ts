import { expect, type Locator, type Page, test } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { nl as common } from '../src/i18n/common/nl';
import { nl as t } from '../src/pages/host/library/nl';
import { play } from './room/archive';
import { overflow, serious } from './room/axe';
import { anEvening } from './room/evening';

// Thirty days after a session: from the link that was sent to the line in the report.
test.describe.configure({ mode: 'serial' });

const evening = anEvening();
const shots = process.env.SHOTS;
let page: Page;
let session: string;

const picture = async (of: Page, name: string) => {
  if (shots) await of.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
};
const dialog = (): Locator => page.getByRole('dialog', { name: t.lookBackOn('Teamdag Noord') });
const someone = async (): Promise<Page> => {
  const context = await evening.context({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const phone = await context.newPage();
  await phone.goto(`${evening.server.url}/pulse/${session}`);
  return phone;
};
const value = (phone: Page, name: string): Locator => phone.getByRole('group', { name: new RegExp(`^${name}`) });
const report = async (): Promise<string> => {
  const file = await page.request.get(`${evening.server.url}/api/sessions/${session}/report.pdf?lang=nl`);
  return execFileSync('pdftotext', ['-layout', '-', '-'], { input: await file.body(), encoding: 'utf8' });
};

test('before it is open the page says so, and when it will be', async () => {
  session = await play(evening.server, {
    title: 'Teamdag Noord',
    cards: ['Vertrouwen', 'Vertrouwen', 'Lef', 'Lef', 'Rust', 'Rust'],
    people: 6,
    dots: { Vertrouwen: 1, Lef: 1 },
    texts: { Vertrouwen: 'Wij geven elkaar ruimte, ook als het spannend wordt.', Lef: 'Wij zeggen het hardop.' },
    rates: [8, 4],
  });
  page = (await evening.host()).page;
  const phone = await someone();
  await expect(phone.getByRole('heading', { name: 'Nog niet open' })).toBeVisible();
  expect(await serious(phone)).toEqual([]);
  expect(await overflow(phone)).toBeLessThanOrEqual(0);
  await picture(phone, 'pulse-waits');
  await phone.getByRole('link', { name: 'English' }).click();
  await expect(phone.getByRole('heading', { name: 'Not open yet' })).toBeVisible();
});

test('the facilitator opens it from the desk', async () => {
  await page.getByRole('button', { name: new RegExp(`^${t.lookBack}\\s*: Teamdag Noord`) }).click();
  await expect(dialog().getByRole('link', { name: `/pulse/${session}` })).toBeVisible();
  await dialog()
    .getByRole('button', { name: t.openPulse(30) })
    .click();
  await expect(dialog().getByText(t.blind)).toBeVisible();
  expect(await serious(page)).toEqual([]);
  await picture(page, 'pulse-desk');
});

test('people answer without a script, may change it, and see nobody else', async () => {
  const numbers = [6, 7, 8, 9, 5];
  for (const [i, n] of numbers.entries()) {
    const phone = await someone();
    await value(phone, 'Vertrouwen')
      .getByRole('radio', { name: new RegExp(`^${n}(,|$)`) })
      .check();
    await value(phone, 'Lef').getByRole('radio', { name: 'Weet ik niet' }).check();
    await phone.getByRole('radio', { name: ['Ja', 'Deels', 'Nog niet'][i % 3]!, exact: true }).check();
    if (i === 0) {
      expect(await serious(phone)).toEqual([]);
      expect(await overflow(phone)).toBeLessThanOrEqual(0);
      await picture(phone, 'pulse-phone');
      await phone.setViewportSize({ width: 320, height: 640 });
      expect(await overflow(phone)).toBeLessThanOrEqual(0);
    }
    await phone.getByRole('button', { name: 'Verstuur mijn antwoorden' }).click();
    await expect(phone.getByRole('heading', { name: 'Je antwoorden zijn bewaard' })).toBeVisible();
    if (i === 0) {
      await picture(phone, 'pulse-thanks');
      await value(phone, 'Vertrouwen').getByRole('radio', { name: /^10/ }).check();
      const sent = phone.waitForEvent('load');
      await phone.getByRole('button', { name: 'Bewaar de wijziging' }).click();
      await sent;
      await phone.reload();
      await expect(value(phone, 'Vertrouwen').getByRole('radio', { name: /^10/ })).toBeChecked();
    }
  }
  const keyboard = await someone();
  await value(keyboard, 'Vertrouwen').getByRole('radio', { name: /^1,/ }).focus();
  await keyboard.keyboard.press('ArrowRight');
  await expect(value(keyboard, 'Vertrouwen').getByRole('radio', { name: '2' })).toBeChecked();
  expect(await report()).not.toContain('Terugblik');
});

test('closed, it is a line in the report, and the session’s own results are as they were', async () => {
  await dialog().getByRole('button', { name: common.close, exact: true }).last().click();
  await page.getByRole('button', { name: new RegExp(`^${t.lookBack}\\s*: Teamdag Noord`) }).click();
  await expect(dialog().getByText(/5 antwoorden tot nu toe/)).toBeVisible();
  await dialog().getByRole('button', { name: t.closePulse }).click();
  await expect(dialog().getByText(/5 antwoorden, gesloten op/)).toBeVisible();
  const text = await report();
  expect(text).toContain('Terugblik');
  expect(text).toMatch(/na 30 dagen/);
  expect(text).toMatch(/Vertrouwen\s+7,8\s+4,0/); // 10, 7, 8, 9 and 5 on average; the line rises, so the later number stands higher
  expect(text).toContain('Stap gezet: 2 ja, 2 deels, 1 nog niet.');
  const phone = await someone();
  await expect(phone.getByText(/rond \d+ \w+ \d{4}/)).toBeVisible();
  evening.nobodyComplained();
});
