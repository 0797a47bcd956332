import { expect, type Locator, type Page, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { nl as common } from '../src/i18n/common/nl';
import { nl as hostTexts } from '../src/i18n/host/nl';
import { nl as t } from '../src/pages/host/agenda/nl';
import { overflow, serious } from './room/axe';
import { anEvening } from './room/evening';
import type { Host } from './room/host';

// A facilitator draws up an agenda, keeps it, starts a session by it and changes the plan on the way.
test.describe.configure({ mode: 'serial' });

const evening = anEvening();
const { kinds, lead } = hostTexts;
const shots = process.env.SHOTS;
let host: Host;
let page: Page;

const dialog = (name: string): Locator => page.getByRole('dialog', { name });
const picture = async (page: Page, name: string) => {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png` });
};
const names = (within: Locator): Promise<string[]> =>
  within
    .getByRole('list', { name: t.steps })
    .locator('.name')
    .evaluateAll((all) => all.map((one) => one.firstChild!.textContent!.trim()));

test('an agenda is drawn up from a template: moved, renamed, made longer, with something of its own', async () => {
  host = await evening.host();
  page = host.page;
  await page.getByRole('button', { name: t.changeThis }).click();
  const draw = dialog(t.drawTitle);
  await expect(draw.getByText(t.sum(30, 30))).toBeVisible();
  await draw.getByRole('combobox', { name: t.addKind }).selectOption({ label: kinds.tensions });
  await draw.getByRole('button', { name: t.addYes }).click();
  await expect(draw.getByText(t.over(5))).toBeVisible();

  const up = draw.getByRole('button', { name: t.up(kinds.tensions) });
  await up.click();
  await expect(up).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowUp');
  await expect
    .poll(() => names(draw))
    .toEqual([kinds.welcome, kinds.tensions, kinds.write, kinds.cluster, kinds.vote, kinds.reveal]);
  await expect(draw.getByRole('status').filter({ hasText: t.isNow(kinds.tensions, 2, 6) })).toHaveCount(1);

  await draw.getByRole('button', { name: t.editOf(kinds.tensions) }).click();
  await draw.getByLabel(t.name).fill('Waar staan wij?');
  await draw.getByRole('button', { name: t.poleAdd }).click();
  await draw.getByLabel(t.left(1)).fill('Snel');
  await draw.getByLabel(t.right(1)).fill('Zorgvuldig');
  await draw.getByLabel(t.note).fill('Begin zelf met een voorbeeld.');
  expect(await serious(page)).toEqual([]);
  await picture(page, 'agenda-draw');
  await draw.getByRole('button', { name: t.save, exact: true }).click();
  await draw.getByLabel(t.minutesOf('Waar staan wij?')).fill('8');
  await draw.getByLabel(t.minutesOf('Waar staan wij?')).press('Tab');
  await expect(draw.getByText(t.sum(38, 30))).toBeVisible();
});

test('it is kept under a name, and is there as a template', async () => {
  const draw = dialog(t.drawTitle);
  await draw.getByLabel(t.keepName).fill('Teamdag Noord');
  await draw.getByRole('button', { name: t.keepYes }).click();
  await expect(draw.getByText(t.kept)).toBeVisible();
  await draw.getByRole('button', { name: common.close, exact: true }).last().click();
  await expect(page.getByRole('heading', { name: 'Teamdag Noord' })).toBeVisible();
  await expect(page.getByRole('radio', { name: /Teamdag Noord/ })).toHaveCount(1);
  expect(await serious(page)).toEqual([]);
  await picture(page, 'agenda-kept');
});

test('as a file it can be changed by hand and read in; a file that is wrong is refused with what is wrong', async () => {
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: t.toFileOf('Teamdag Noord') }).click();
  const file = readFileSync(await (await download).path(), 'utf8');
  const choose = async (text: string) =>
    page
      .getByLabel(t.fromFile)
      .first()
      .setInputFiles({ name: 'plan.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await choose('Beste collega,');
  await expect(page.getByText(t.notJson)).toBeVisible();
  await choose(file.replace('"minutes": 8', '"minutes": 800'));
  await expect(page.getByText(/^Onderdeel 2: Het aantal minuten/)).toBeVisible();
  await picture(page, 'agenda-wrong');
  await choose(file.replace('Teamdag Noord', 'Teamdag Zuid'));
  await expect(page.getByRole('heading', { name: 'Teamdag Zuid' })).toBeVisible();
  await expect(page.getByText(t.unreadable)).toHaveCount(0);
  await page.getByRole('button', { name: t.deleteOf('Teamdag Zuid') }).click();
  await dialog(t.deleteTitle('Teamdag Zuid')).getByRole('button', { name: t.delete }).click();
  await expect(page.getByRole('heading', { name: 'Teamdag Zuid' })).toHaveCount(0);
});

test('a session starts by it, with the note beside the activity', async () => {
  await page.getByRole('button', { name: t.useOf('Teamdag Noord') }).click();
  await host.startSession('Noord', ['Ondernemer', 'HR-specialist']);
  await expect(host.plan.getByRole('button', { name: /Waar staan wij\?/ })).toBeVisible();
  await host.open('welcome');
  await expect(host.plan.getByText(t.onTime)).toBeHidden(); // 38 minutes are planned where 30 were meant
  await expect(host.plan.getByText(t.late(8))).toBeVisible();
  await host.button(lead.next.tensions).click();
  await expect(host.heading('Waar staan wij?')).toBeVisible();
  const screen = await evening.screen(host);
  await expect(screen.page.getByRole('banner').getByText('Waar staan wij?')).toBeVisible();
  await expect(page.getByText('Begin zelf met een voorbeeld.')).toBeVisible();
  await host.button(t.noteEdit).click();
  await page.getByRole('complementary').getByRole('textbox').fill('Vraag het eerst aan Noord.');
  await host.button(t.save).click();
  await expect(page.getByText('Vraag het eerst aan Noord.')).toBeVisible();
});

test('the plan is changed as the session goes; a part that was open is taken out only when that is sure', async () => {
  await host.plan.getByRole('button', { name: t.change }).click();
  const change = dialog(t.title);
  await expect(change.getByRole('button', { name: t.removeOf('Waar staan wij?') })).toBeDisabled();
  const up = change.getByRole('button', { name: t.up(kinds.reveal) });
  await up.click();
  await expect(up).toBeFocused();
  await expect
    .poll(() => names(change))
    .toEqual([kinds.welcome, 'Waar staan wij?', kinds.write, kinds.cluster, kinds.reveal, kinds.vote]);
  await change.getByRole('button', { name: t.removeOf(kinds.welcome) }).click();
  await picture(page, 'agenda-sure');
  await dialog(t.removeTitle(kinds.welcome)).getByRole('button', { name: t.removeYes }).click();
  await expect(change.getByRole('button', { name: t.removeOf(kinds.welcome) })).toHaveCount(0);
  expect(await serious(page)).toEqual([]);
  await picture(page, 'agenda-change');
  await change.getByRole('button', { name: t.done }).click();
  await expect(host.plan.getByRole('button', { name: kinds.welcome })).toHaveCount(0);
  await picture(page, 'agenda-lead');
});

test('an earlier session’s plan is used again', async () => {
  await page.goto(`${evening.server.url}/host`);
  await page.getByRole('button', { name: new RegExp(`^${t.again}\\s*: Noord`) }).click();
  await expect(page.getByRole('radio', { name: /Noord.*Aangepast/ })).toBeChecked();
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await page.getByRole('button', { name: t.changeThis }).click();
  await picture(page, 'agenda-narrow');
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await page.getByRole('button', { name: t.useNow }).click();
  await page.setViewportSize({ width: 1440, height: 900 });
  await host.startSession('Zuid', []);
  await expect(host.plan.getByRole('button', { name: /Waar staan wij\?/ })).toBeVisible();
});

test('a plan of forty activities is shown, too, and no more can be added', async () => {
  const steps = Array.from({ length: 40 }, (_, i) => ({ kind: 'pause', minutes: i, title: `Onderdeel ${i + 1}` }));
  const made = await page.request.post(`${evening.server.url}/api/sessions`, { data: { title: 'Lang', steps } });
  const { id } = (await made.json()) as { id: string };
  await page.goto(`${evening.server.url}/host/${id}`);
  await expect(host.plan.getByRole('button', { name: /Onderdeel 40/ })).toBeVisible();
  await expect(page.getByRole('link', { name: lead.openScreen })).toBeInViewport();
  await picture(page, 'agenda-forty');
  await host.plan.getByRole('button', { name: t.change }).click();
  await expect(dialog(t.title).getByText(t.full(40))).toBeVisible();
  await dialog(t.title).getByRole('button', { name: t.done }).click();
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  evening.nobodyComplained();
});
