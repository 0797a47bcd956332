import { expect, test } from '@playwright/test';
import { clarifyWords } from '../src/activities/clarify/words';
import { roundsWords } from '../src/activities/rounds/words';
import { storyWords } from '../src/activities/story/words';
import { nl as task } from '../src/i18n/task/nl';
import { nl as wall } from '../src/i18n/screen/nl';
import { overflow, serious } from './room/axe';
import { Crowd } from './room/crowd';
import { anEvening } from './room/evening';
import type { Host } from './room/host';
import type { Phone } from './room/phone';
import type { Screen } from './room/screen';

// Cards are talked about in twos and with the whole room; then the ballot is made clear, and the vote takes it as it is.
test.describe.configure({ mode: 'serial' });

const evening = anEvening();
const talk = roundsWords('nl');
const beside = storyWords('nl');
const clear = clarifyWords('nl');

let host: Host, screen: Screen, phone: Phone, planner: Crowd;

test('in a round the phone says with how many, and the facilitator goes on to the next', async () => {
  host = await evening.host();
  await host.startSession('In gesprek', []);
  screen = await evening.screen(host);
  phone = await evening.phone();
  await phone.scan(await host.pin());
  await phone.agree();
  planner = await Crowd.at(await host.page.context(), evening.server.url, host.session);
  await planner.grow(1, { role: 'host' });
  const turns = [
    { with: 'pair', minutes: 2 },
    { with: 'all', minutes: 5 },
  ] as const;
  await planner.ask(0, 'plan_activity', { id: 'talk', kind: 'rounds', minutes: 7, turns: [...turns], at: 2 });
  await planner.ask(0, 'plan_activity', { id: 'clear', kind: 'clarify', minutes: 4, at: 4 });
  await host.open('welcome');
  await host.open('write');
  await phone.page.getByLabel(beside.label).fill('Toen we samen bleven zitten.');
  await expect(phone.page.getByText(beside.private)).toBeVisible();
  expect((await planner.told(0)).stories).toBeUndefined();
  await phone.button(beside.share).click();
  await host.page.getByText(beside.shareds(1)).click();
  await expect(host.page.getByText('Toen we samen bleven zitten.')).toBeVisible();
  await phone.page.getByLabel(beside.why).fill('Het is nodig');
  await phone.write('Lef', 'Zorg');
  await expect(host.page.getByText('Het is nodig')).toBeVisible();
  await host.close('write');
  await host.open('rounds');
  await expect(phone.heading(talk.titles.pair)).toBeVisible();
  await expect(screen.heading(talk.titles.pair)).toBeVisible();
  await phone.button(talk.strongerOne('Lef')).click();
  await expect(phone.button(talk.strongerOne('Lef'))).toHaveAttribute('aria-pressed', 'true');
  await host.button(talk.go(turns[1])).click();
  await expect(phone.heading(talk.titles.all)).toBeVisible();
  await expect(screen.heading(talk.titles.all)).toBeVisible();
  await phone.page.getByLabel(talk.label).fill('Plezier');
  await phone.button(task.write.send).click();
  await expect(host.page.getByText(talk.brought(1, 1))).toBeVisible();
  await screen.showsNothingOf(['Lef', 'Zorg', 'Plezier', 'Toen we', 'nodig']);
  for (const { page } of [host, phone, screen]) expect(await serious(page)).toEqual([]);
});

test('the ballot is made clear: what phones say of it is for the facilitator alone', async () => {
  await host.close('rounds');
  await host.open('cluster');
  await host.close('cluster');
  await host.open('clarify');
  await expect(phone.heading(clear.title)).toBeVisible();
  await phone.button(clear.about(clear.unclear, 'Zorg')).click();
  await phone.page.getByLabel(clear.label).fill('Rust');
  await phone.button(clear.send).click();
  await expect(host.page.getByText(clear.unclearBy(1))).toBeVisible();
  await screen.showsNothingOf(['Rust', clear.unclearBy(1)]);
  await host.button(clear.acceptOne('Rust')).click();
  await expect(phone.page.getByText(clear.status.accepted)).toBeVisible();
  await screen.shows('Rust');
  for (const { page } of [host, phone, screen]) expect(await serious(page)).toEqual([]);
  await phone.page.setViewportSize({ width: 320, height: 640 });
  expect(await overflow(phone.page)).toBeLessThanOrEqual(0);
});

test('the vote takes the ballot as it was made clear', async () => {
  await host.button(clear.renameOne('Zorg')).click();
  await host.page.getByLabel(clear.newName).fill('Zorg voor elkaar');
  await host.button(clear.save).click();
  await screen.shows('Zorg voor elkaar');
  await host.button(clear.parkOne('Plezier')).click();
  await expect(host.button(clear.unparkOne('Plezier'))).toBeVisible();
  await host.close('clarify');
  await host.open('vote');
  for (const name of ['Lef', 'Rust', 'Zorg voor elkaar']) await expect(phone.option(name)).toBeVisible();
  await expect(phone.option('Plezier')).toHaveCount(0);
  await expect(screen.heading(wall.voteTitle)).toBeVisible();
});

test('no page complained', () => evening.nobodyComplained());
