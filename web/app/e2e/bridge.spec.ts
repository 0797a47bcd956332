import { expect, test } from '@playwright/test';
import { nl as hostTexts } from '../src/i18n/host/nl';
import { nl as wall } from '../src/i18n/screen/nl';
import { nl as task } from '../src/i18n/task/nl';
import { overflow, serious } from './room/axe';
import { Crowd } from './room/crowd';
import { anEvening } from './room/evening';
import type { Host } from './room/host';
import type { Phone } from './room/phone';
import type { Screen } from './room/screen';

// Twelve people in two groups vote; a thirteenth, with a page of their own, looks on. Then the groups are laid beside each other.
test.describe.configure({ mode: 'serial' });

const evening = anEvening();
const { lead } = hostTexts;
const words = ['Vertrouwen', 'Moed', 'Rust', 'Humor'];

let host: Host, screen: Screen, phone: Phone, crowd: Crowd;

const beside = () => host.page.getByRole('region', { name: lead.groups.title });

test('two groups of six vote', async () => {
  host = await evening.host();
  await host.startSession('Bruggen bouwen', ['Ondernemer', 'HR-specialist']);
  screen = await evening.screen(host);
  phone = await evening.phone();
  await phone.arrive(await host.pin());
  crowd = await Crowd.at(await evening.context({}), evening.server.url, host.session);
  await crowd.grow(12);
  for (let who = 0; who < 12; who++) await crowd.ask(who, 'choose_group', { group: who < 6 ? 'g1' : 'g2' });
  await host.open('welcome');
  await host.open('write');
  for (const [i, text] of words.entries()) await crowd.ask(i, 'add_card', { id: `card-${i}`, text });
  await host.close('write');
  await host.open('cluster');
  await host.close('cluster');
  await host.open('vote');
  const ballot = await crowd.hears(0, 'ballot');
  const id = (name: string) => ballot.options.find((option) => option.name === name)!.id;
  for (let who = 0; who < 12; who++) {
    // Trust is carried by five of six in both groups; each group has a favourite of its own.
    const names = [who < 6 ? 'Moed' : 'Rust', ...(who % 6 > 0 ? ['Vertrouwen'] : [])];
    await crowd.ask(who, 'cast_ballot', {
      round: ballot.round,
      dots: Object.fromEntries(names.map((name) => [id(name), 1])),
    });
  }
  await host.counts(lead.voted(12, 13));
});

test('before the reveal neither the screen, nor a phone, nor the results know anything of groups', async () => {
  await host.close('vote');
  await crowd.hears(0, 'vote', ({ status }) => status === 'closed');
  expect((await crowd.told(0)).comparison).toBeUndefined();
  expect((await host.results()).comparison).toBeNull();
  await expect(screen.page.getByText(wall.bridge.title)).toHaveCount(0);
});

test('at the reveal the host sees counts per group, in words where a number would be a verdict', async () => {
  await host.open('reveal');
  const trust = beside().getByRole('row', { name: /^Vertrouwen/ });
  await expect(trust).toContainText(lead.groups.connects);
  await expect(trust.getByRole('cell')).toHaveText(['5 van 6', '5 van 6']);
  const courage = beside().getByRole('row', { name: /^Moed/ });
  await expect(courage.getByRole('cell')).toHaveText([lead.groups.words.nearly, lead.groups.words.hardly]);
  await expect(beside()).not.toContainText('%');
  await expect(beside().getByRole('listitem').first()).toContainText(lead.groups.firm);
});

test('phones are told what connects, and no number of any group', async () => {
  await expect(phone.page.getByText(`${task.reveal.connects} Vertrouwen`)).toBeVisible();
  const told = await crowd.hears(0, 'comparison');
  expect([told.groups, told.differences, told.values.flatMap(({ shares }) => shares)]).toEqual([[], [], []]);
});

test('the host shows the bridge, and the ranking again', async () => {
  await expect(screen.heading(wall.revealTitle)).toBeVisible();
  await host.button(lead.groups.showBridge).click();
  await expect(screen.heading(wall.bridge.title)).toBeVisible();
  await expect(screen.page.getByRole('list', { name: wall.bridge.list }).getByRole('listitem').first()).toHaveText(
    'Vertrouwen, verbindt de groepen: Ondernemer 5 van 6; HR-specialist 5 van 6',
  );
  expect(await serious(screen.page)).toEqual([]);
  expect(await serious(host.page)).toEqual([]);
  await host.page.setViewportSize({ width: 320, height: 640 });
  expect(await overflow(host.page)).toBeLessThanOrEqual(0);
  await host.page.setViewportSize({ width: 1440, height: 900 });
  await screen.page.reload();
  await expect(screen.heading(wall.bridge.title)).toBeVisible();
  await host.button(lead.groups.showRanking).click();
  await expect(screen.heading(wall.revealTitle)).toBeVisible();
});

test('the results keep it after everything that is anybody’s own is gone', async () => {
  await host.end();
  const { comparison } = await host.remains();
  expect(comparison!.groups.map(({ names, voters }) => [names, voters])).toEqual([
    [['Ondernemer'], 6],
    [['HR-specialist'], 6],
  ]);
});

test('no page complained', () => evening.nobodyComplained());
