import { expect, type Locator, test } from '@playwright/test';
import { doubtWords } from '../src/activities/cluster/doubt.words';
import { suggestWords } from '../src/activities/cluster/suggest.words';
import { nl as hostTexts } from '../src/i18n/host/nl';
import { nl as told } from '../src/i18n/problem/nl';
import { nl as task } from '../src/i18n/task/nl';
import { overflow, serious } from './room/axe';
import { Crowd } from './room/crowd';
import { anEvening } from './room/evening';
import type { Host } from './room/host';
import type { Phone } from './room/phone';

// What looks double is suggested to the facilitator, who decides; a writer can say that a merge is wrong.
test.describe.configure({ mode: 'serial' });

const evening = anEvening();
const { lead } = hostTexts;
const t = suggestWords('nl');
const d = doubtWords('nl');
let host: Host, phone: Phone, crowd: Crowd;

const panel = (of = host): Locator => of.page.getByRole('region', { name: t.title });
const accept = (...names: string[]) => panel().getByRole('button', { name: t.acceptOf(names.join(', ')) });
const refuse = (...names: string[]) => panel().getByRole('button', { name: t.refuseOf(names.join(', ')) });

test('nothing is merged by itself; what looks double is listed with the reason', async () => {
  host = await evening.host();
  await host.startSession('Dubbel of niet');
  phone = await evening.phone();
  await phone.arrive(await host.pin());
  crowd = await Crowd.at(await evening.context({}), evening.server.url, host.session);
  await crowd.grow(3);
  await host.open('welcome');
  await host.open('write');
  await phone.write('zorgzame');
  const words = [
    'Zorgzaam',
    'vertrouwen',
    'elkaar vertrouwen',
    'Plezier',
    'plezeir',
    'Eigenaarschap',
    'Verantwoordelijkheid',
  ];
  for (const [i, text] of words.entries()) await crowd.ask(i % 3, 'add_card', { id: `card-${i}`, text });
  await host.close('write');
  await host.open('cluster');
  await expect(panel()).toContainText(t.why('value', 'Vertrouwen'));
  await expect(panel()).toContainText(t.why('stem', 'zorgzam'));
  await expect(panel()).toContainText(t.why('spelling', ''));
  await expect(panel()).not.toContainText('Eigenaarschap');
  await expect(host.page.getByRole('region', { name: t.related })).toContainText(
    'Eigenaarschap en Verantwoordelijkheid',
  );
  await expect(host.loose('zorgzame')).toBeVisible();
  expect(await serious(host.page)).toEqual([]);
  expect(await overflow(host.page)).toBeLessThanOrEqual(0);
  if (process.env.SHOTS) await host.page.screenshot({ path: `${process.env.SHOTS}/suggest-before.png` });
});

test('one is accepted by keyboard, the next takes the focus, another is refused for good', async () => {
  await accept('zorgzame', 'Zorgzaam').focus();
  await host.page.keyboard.press('Enter');
  await expect(host.cluster('zorgzame', 2)).toBeVisible();
  await expect(panel().locator(':focus')).toHaveCount(1);
  await refuse('Plezier', 'plezeir').click();
  await expect(panel()).not.toContainText('plezeir');
  await expect(host.loose('plezeir')).toBeVisible();
  await host.page.reload();
  await expect(panel()).toContainText('elkaar vertrouwen');
  await expect(panel()).not.toContainText('plezeir');
});

test('a writer says that the merge does not fit, and takes it back; the facilitator sees how many', async () => {
  const mine = phone.page.getByRole('button', { name: `${d.doubt}: ${d.doubtOf('zorgzame')}` });
  await mine.click();
  await expect(mine).toHaveAttribute('aria-pressed', 'true');
  await expect(host.page.getByText(t.doubts(1))).toBeVisible();
  expect(await serious(phone.page)).toEqual([]);
  if (process.env.SHOTS) {
    await phone.page.screenshot({ path: `${process.env.SHOTS}/doubt-phone.png` });
    await host.page.getByText(t.log).click();
    await host.page.screenshot({ path: `${process.env.SHOTS}/suggest-after.png` });
  }
  await mine.click();
  await expect(mine).toHaveAttribute('aria-pressed', 'false');
  await expect(host.page.getByText(t.doubts(1))).toHaveCount(0);
});

test('of two facilitators who do the same thing, the second is told; the log says who did what', async () => {
  const other = await evening.host();
  // What this laptop is told can be held up on the way, so that it presses what is gone already.
  let held: (() => void)[] | null = null;
  await other.page.routeWebSocket(/\/socket$/, (page) => {
    const server = page.connectToServer();
    server.onMessage((message) => (held ? held.push(() => page.send(message)) : page.send(message)));
  });
  const release = () => {
    const late = held ?? [];
    held = null;
    for (const send of late) send();
  };
  await other.page.goto(host.page.url());
  await expect(panel(other)).toContainText('elkaar vertrouwen');

  held = [];
  await accept('vertrouwen', 'elkaar vertrouwen').click();
  await expect(host.cluster('vertrouwen', 2)).toBeVisible();
  await panel(other)
    .getByRole('button', { name: t.acceptOf('vertrouwen, elkaar vertrouwen') })
    .click();
  release();
  await expect(other.page.getByText(told.exact['not_found/suggestions/unknown']!)).toBeVisible();
  await expect(other.cluster('vertrouwen', 2)).toBeVisible();

  held = [];
  await host.loose('plezeir').click();
  await host.loose('Eigenaarschap').click();
  await host.page.getByRole('button', { name: lead.merge, exact: true }).last().click();
  await expect(host.loose('plezeir')).toHaveCount(0);
  await other.loose('Verantwoordelijkheid').click();
  await other.loose('Eigenaarschap').click();
  await other.page.getByRole('button', { name: lead.merge, exact: true }).last().click();
  release();
  await expect(other.page.getByText(told.exact['not_found/from/unknown']!)).toBeVisible();
  await expect(other.loose('Verantwoordelijkheid')).toBeVisible();
  await host.button(lead.undoCount(3)).click();
  await expect(host.loose('plezeir')).toBeVisible();

  const log = host.page.locator('details', { hasText: t.log });
  if (!(await log.evaluate((one: HTMLDetailsElement) => one.open))) await host.page.getByText(t.log).click();
  await expect(log).toContainText('voorstel (zelfde stam)');
  await expect(log).toContainText('voorstel (zelfde waarde in het deck)');
  if (process.env.SHOTS) await host.page.screenshot({ path: `${process.env.SHOTS}/suggest-log.png` });
});

test('when a round is cancelled because an option goes, the phone says so and gives the dots back', async () => {
  await host.close('cluster');
  await expect(host.page.getByRole('region', { name: t.related })).toBeVisible();
  await host.open('vote');
  await phone.place({ Plezier: 1 });
  await phone.ballotIsIn();
  await host.page.getByRole('button', { name: lead.back.cluster }).click();
  const sure = host.page.getByRole('dialog').getByRole('button').last();
  await sure.click();
  await expect(phone.page.getByText(task.cluster.cancelled)).toBeVisible();
  await expect(phone.page.getByText(task.cluster.cancelledHint)).toBeVisible();
  await host.loose('plezeir').click();
  await host.button(lead.park).click();
  await expect(host.loose('plezeir')).toHaveCount(0);
  await host.close('cluster');
  await host.open('vote');
  await expect(phone.page.getByText(task.vote.againHint)).toBeVisible();
  await expect(phone.option('plezeir')).toHaveCount(0);
  await phone.hasDots({ Plezier: 0 });
});

test('nobody complained', () => evening.nobodyComplained());
