import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { commitWords } from '../src/activities/commit/words';
import { nl as task } from '../src/i18n/task/nl';
import { overflow, serious } from './room/axe';
import { Crowd } from './room/crowd';
import { anEvening } from './room/evening';
import type { Host } from './room/host';
import type { Phone } from './room/phone';
import type { Screen } from './room/screen';

// Steps for the organisation go to the wall when the facilitator shows them; a personal step goes nowhere unless it is shared.
test.describe.configure({ mode: 'serial' });

const evening = anEvening();
const t = commitWords('nl');
const secret = 'zonnebloem-onder-de-tafel';
const shared = 'vraag ik Ruud en één ander eerst hoe het gaat';

let host: Host, screen: Screen, phone: Phone, other: Phone;
/** Everything that the first phone has sent, by whatever way. */
const sent: string[] = [];

test('the agenda gets an activity for next steps', async () => {
  host = await evening.host();
  await host.startSession('Volgende stappen', []);
  screen = await evening.screen(host);
  phone = await evening.phone();
  phone.page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => sent.push(String(payload))));
  phone.page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
  other = await evening.phone();
  const pin = await host.pin();
  for (const one of [phone, other]) {
    await one.scan(pin);
    await one.agree();
  }
  const planner = await Crowd.at(await host.page.context(), evening.server.url, host.session);
  await planner.grow(1, { role: 'host' });
  await planner.ask(0, 'plan_activity', { id: 'steps', kind: 'commit', minutes: 8, at: 1 });
  await host.open('welcome');
  await host.open('commit');
  await expect(phone.heading(t.title)).toBeVisible();
});

test('a personal step stays on its phone: nothing of it is in anything that is sent', async () => {
  await phone.page.getByLabel(t.when).fill('ik binnenkom');
  await phone.page.getByLabel(t.then).fill(`zet ik een ${secret} neer`);
  await expect(phone.page.getByText(t.nudge.when as string)).toHaveCount(0);
  await phone.page.getByRole('radio', { name: t.horizons.month }).check();
  const download = phone.page.waitForEvent('download');
  await phone.button(t.remind).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe(`${t.file}.ics`);
  const text = (await readFile(await file.path(), 'utf8')).replace(/\r\n /g, '');
  expect(text).toContain(`SUMMARY:${t.event}: Als ik binnenkom\\, dan zet ik een ${secret} neer.`);
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(3);
  await phone.page.reload();
  await expect(phone.page.getByLabel(t.then)).toHaveValue(`zet ik een ${secret} neer`);
  expect(await serious(phone.page)).toEqual([]);
  expect(await overflow(phone.page)).toBeLessThanOrEqual(0);
});

test('what is shared is for nobody until it closes, and can be taken back', async () => {
  await other.page.getByLabel(t.then).fill('meer luisteren');
  await expect(other.page.getByText(t.nudge.when as string)).toBeVisible();
  await other.button(t.share).click();
  await expect(other.page.getByText(t.shared)).toBeVisible();
  await other.button(t.withdraw).click();
  await expect(other.page.getByText(t.shared)).toHaveCount(0);
  await other.page.getByLabel(t.when).fill('als ik bel');
  await other.page.getByLabel(t.then).fill(shared);
  await other.button(t.share).click();
  await expect(other.page.getByText(t.sentence('ik bel', shared))).toBeVisible();
  for (const page of [host.page, screen.page, phone.page]) expect(await page.content()).not.toContain('Ruud');
});

test('a step for the organisation is read by the facilitator, corrected, agreed on and shown', async () => {
  await phone.button(t.ours).click();
  await phone.page.getByLabel(t.what).fill('Elke maand een uur over warden');
  await phone.button(t.more).click();
  await phone.page.getByLabel(t.first, { exact: false }).fill('Datums prikken');
  await phone.page.getByLabel(t.owner, { exact: false }).fill('Teamleider');
  await phone.page.getByLabel(t.date, { exact: false }).fill('2027-01-15');
  await phone.page.getByRole('radio', { name: t.for.people }).check();
  expect(await serious(phone.page)).toEqual([]);
  await phone.button(t.lay).click();
  const step = host.page.getByRole('listitem').filter({ hasText: 'Elke maand een uur' });
  await expect(step).toContainText('Teamleider · 15 januari 2027 · De mensen');
  await expect(screen.page.getByText('Elke maand')).toHaveCount(0);
  await host.button(t.editOf('Elke maand een uur over warden')).click();
  await host.page.getByRole('dialog').getByLabel(t.what).fill('Elke maand een uur over waarden');
  await host.page.getByRole('dialog').getByRole('button', { name: t.keep, exact: true }).click();
  await host.button(t.agreeOf('Elke maand een uur over waarden')).click();
  await host.button(t.wallOn).click();
  await expect(screen.page.getByText('Elke maand een uur over waarden')).toBeVisible();
  await expect(phone.page.getByText('Elke maand een uur over waarden')).toBeVisible();
  expect(await serious(host.page)).toEqual([]);
  expect(await serious(screen.page)).toEqual([]);
});

test('when it is closed the facilitator reads what was shared, then the wall shows it', async () => {
  await host.close('commit');
  await expect(host.page.getByText(t.sentence('ik bel', shared))).toBeVisible();
  expect(await screen.page.content()).not.toContain('Ruud');
  await host.button(t.sharedOn).click();
  await screen.page.getByRole('button', { name: t.pageNext }).click();
  await expect(screen.page.getByText(t.sentence('ik bel', shared))).toBeVisible();
  await expect(phone.page.getByRole('heading', { name: t.agreed })).toBeVisible();
});

test('after the end the phone still has its own step and the reminder; the results have what was shared', async () => {
  await host.end();
  await expect(phone.heading(task.ended.title)).toBeVisible();
  await expect(phone.page.getByLabel(t.then)).toHaveValue(`zet ik een ${secret} neer`);
  await expect(phone.button(t.remind)).toBeVisible();
  const sum = await host.remains();
  expect(sum.shared).toEqual([{ when: 'ik bel', then: shared, horizon: 'week' }]);
  expect(sum.steps).toMatchObject([{ what: 'Elke maand een uur over waarden', owner: 'Teamleider', agreed: true }]);
  expect(sent.length).toBeGreaterThan(10);
  for (const message of sent) expect(message).not.toContain(secret);
  evening.nobodyComplained();
});
