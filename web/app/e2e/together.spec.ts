import { expect, type FrameLocator, test } from '@playwright/test';
import { nl as hostTexts } from '../src/i18n/host/nl';
import { nl as around } from '../src/i18n/phone/nl';
import { nl as task } from '../src/i18n/task/nl';
import { nl as t } from '../src/pages/host/lead/nl';
import { overflow, serious } from './room/axe';
import { Crowd } from './room/crowd';
import { anEvening } from './room/evening';
import type { Host } from './room/host';

// A facilitator looks along on a phone that is counted nowhere, and leads together with somebody else, whose laptop dies.
test.describe.configure({ mode: 'serial' });

const evening = anEvening();
const { kinds, lead } = hostTexts;
let host: Host, second: Host, crowd: Crowd;

const phone = (of = host): FrameLocator => of.page.frameLocator(`iframe[title="${t.lookTitle}"]`);
const shot = (name: string) =>
  process.env.SHOTS ? host.page.screenshot({ path: `${process.env.SHOTS}/${name}.png` }) : undefined;

test('the phone in the host’s page follows the room, and is not one of the people in it', async () => {
  host = await evening.host();
  await host.startSession('Samen begeleid');
  await host.button(t.look).focus();
  await host.page.keyboard.press('Enter');
  await expect(phone().getByRole('heading', { level: 1 })).toBeVisible();
  await shot('look-lobby');
  crowd = await Crowd.at(await evening.context({}), evening.server.url, host.session);
  await crowd.grow(3);
  await expect(host.plan).toContainText('3 binnen, 3 verbonden');
  await host.open('welcome');
  await host.open('write');
  await expect(phone().getByLabel(task.write.label)).toBeVisible();
  await shot('look-write');
  expect(await serious(host.page)).toEqual([]);
  expect(await overflow(host.page)).toBeLessThanOrEqual(0);
  for (const [who, text] of ['Moed', 'Zorg', 'Plezier'].entries())
    await crowd.ask(who, 'add_card', { id: `card-${who}`, text });
  await host.counts(lead.doneOf(3, 3));
  await expect(phone().getByText('Moed', { exact: true })).toHaveCount(0);
});

test('nothing in it can be pressed or reached by keyboard, and it takes no focus', async () => {
  await expect(phone().locator('#app[inert]')).toHaveCount(1);
  await host.button(t.lookAway).focus();
  await host.close('write');
  await host.open('cluster');
  await host.close('cluster');
  await host.open('vote');
  await expect(phone().getByText('Moed', { exact: true })).toBeVisible();
  const plus = phone().getByRole('button', { includeHidden: true }).first();
  await expect(plus).toBeVisible();
  await plus.click({ force: true, noWaitAfter: true });
  await expect(phone().locator('#app :focus')).toHaveCount(0);
  await expect(host.plan).toContainText('3 binnen, 3 verbonden');
  await host.counts(lead.doneOf(0, 3));
  await shot('look-vote');
});

test('whoever looks along is remembered, and stops by the same button', async () => {
  await host.page.reload();
  await expect(phone().getByText('Moed', { exact: true })).toBeVisible();
  await host.button(t.lookAway).click();
  await expect(host.page.locator('iframe')).toHaveCount(0);
  await host.page.reload();
  await expect(host.button(t.look)).toBeVisible();
});

test('an invitation holds the link and its code; both laptops say that they are two', async () => {
  await host.button(t.invite).click();
  const dialog = host.page.getByRole('dialog', { name: t.inviteTitle });
  await expect(dialog.getByRole('img', { name: t.inviteQr })).toBeVisible();
  await expect(dialog.getByText(t.hostsNow(1))).toBeVisible();
  expect(await serious(host.page)).toEqual([]);
  await shot('invite');
  const link = await host.inviteLink();

  second = await evening.visitor();
  await second.page.goto(link);
  await expect(second.heading(kinds.vote)).toBeVisible();
  for (const one of [host, second]) await expect(one.plan).toContainText(t.hosts(2));
  await second.button(t.look).click();
  await expect(phone(second).getByText('Moed', { exact: true })).toBeVisible();
});

test('a laptop dies while people vote; the other leads on, with every vote', async () => {
  const ballot = await crowd.hears(0, 'ballot');
  const dots = { [ballot.options[0]!.id]: 1 };
  await crowd.ask(0, 'cast_ballot', { round: ballot.round, dots });
  await second.counts(lead.doneOf(1, 3));
  await host.page.context().close();
  await expect(second.plan).not.toContainText(t.hosts(2));
  for (const who of [1, 2]) await crowd.ask(who, 'cast_ballot', { round: ballot.round, dots });
  await second.counts(lead.doneOf(3, 3));
  await second.close('vote');
  await second.open('reveal');
  await expect(second.ranking().first()).toContainText(ballot.options[0]!.name);
  await expect(phone(second).getByText(around.offlineTitle)).toHaveCount(0);
  await second.end();
});

test('no page complained', () => evening.nobodyComplained());
