import { expect, test } from '@playwright/test';
import { nl as hostTexts } from '../src/i18n/host/nl';
import { nl as around } from '../src/i18n/phone/nl';
import { nl as wall } from '../src/i18n/screen/nl';
import { nl as t } from '../src/pages/host/lead/nl';
import type { SessionList } from '../src/wire/protocol';
import { overflow, serious } from './room/axe';
import { anEvening } from './room/evening';
import type { Host } from './room/host';
import type { Phone } from './room/phone';
import type { Screen } from './room/screen';

// A facilitator practises: the participants take part by themselves, a real phone joins them, and nothing is kept.
test.describe.configure({ mode: 'serial' });

const evening = anEvening();
const { home, lead } = hostTexts;
let host: Host, screen: Screen, phone: Phone, pin: string;

const shot = async (name: string) => {
  if (!process.env.SHOTS) return;
  for (const [who, page] of Object.entries({ host: host.page, screen: screen?.page, phone: phone?.page }))
    await page?.screenshot({ path: `${process.env.SHOTS}/rehearse-${name}-${who}.png` });
};

test('practising begins on the page of a new session, with a dozen people who come by themselves', async () => {
  host = await evening.host();
  await host.page.getByText(t.rehearse, { exact: true }).click();
  expect(await serious(host.page)).toEqual([]);
  await shot('home');
  await host.button(t.rehearseStart).click();
  await expect(host.heading(lead.lobby)).toBeVisible();
  await expect(host.plan).toContainText('12 verbonden', { timeout: 30_000 });
  await expect(host.plan).toContainText(t.rehearsal);
});

test('every page says that it is a rehearsal, and a real phone joins', async () => {
  screen = await evening.screen(host);
  await expect(screen.page.getByText(wall.rehearsal)).toBeVisible();
  pin = await host.pin();
  phone = await evening.phone();
  await phone.scan(pin);
  await expect(phone.page.getByText(around.rehearsal)).toBeVisible();
  await phone.agree();
  await phone.skipGroup();
  await expect(host.plan).toContainText('13 verbonden');
  expect(await overflow(phone.page)).toBeLessThanOrEqual(0);
  expect((await host.results()).rehearsal).toBe(true);
});

test('they write by themselves once it is opened', async () => {
  await host.open('welcome');
  await host.open('write');
  await expect(host.page.getByText(lead.doneOf(12, 13), { exact: true }).first()).toBeVisible({ timeout: 45_000 });
  await shot('write');
});

test('when it is stopped it is erased: the desk says so, phones are sent home, and nobody finds it', async () => {
  await host.plan.getByRole('button', { name: t.rehearseEnd }).click();
  await host.page
    .getByRole('dialog', { name: t.rehearseEndTitle })
    .getByRole('button', { name: t.rehearseEnd })
    .click();
  await expect(host.page.getByText(t.rehearsedTitle)).toBeVisible();
  await shot('erased');
  await expect(phone.page.getByText(around.gone.title)).toBeVisible();
  const list = (await (await host.page.request.get(`${evening.server.url}/api/sessions`)).json()) as SessionList;
  expect(list.sessions).toEqual([]);
  await host.page.goto(`${evening.server.url}/host`);
  await expect(host.heading(home.title)).toBeVisible();
  await expect(host.page.getByText(home.none)).toBeVisible();
});

test('no page complained', () => evening.nobodyComplained());
