import { expect, test } from '@playwright/test';
import { roundWords } from '../src/activities/vote/methods/desk';
import { ballotWords } from '../src/activities/vote/methods/words';
import { nl as hostTexts } from '../src/i18n/host/nl';
import { nl as wall } from '../src/i18n/screen/nl';
import { nl as task } from '../src/i18n/task/nl';
import { overflow, serious } from './room/axe';
import { Crowd } from './room/crowd';
import { anEvening } from './room/evening';
import type { Host } from './room/host';
import type { Phone } from './room/phone';
import type { Screen } from './room/screen';

// Eight people vote with dots, two values tie for the last place, and a run-off settles it; then the three that are left are given
// scores. A ninth, with a page of their own, does all of it by hand; a tenth votes on paper.
test.describe.configure({ mode: 'serial' });

const evening = anEvening();
const { lead } = hostTexts;
const desk = roundWords('nl');
const t = ballotWords('nl');
const words = ['Vertrouwen', 'Moed', 'Rust', 'Humor', 'Zorg'];

let host: Host, screen: Screen, phone: Phone, crowd: Crowd;

const button = (name: string | RegExp) => phone.page.getByRole('button', { name, exact: true });
const score = (value: string, n: number) =>
  phone.page.getByRole('group', { name: value }).getByRole('radio', { name: new RegExp(`^${n}`) });

/** Everybody in the crowd sends a ballot for the round that is open. */
async function cast(ballotOf: (who: number) => Record<string, number>): Promise<void> {
  const ballot = await crowd.hears(0, 'ballot');
  const id = (name: string) => ballot.options.find((option) => option.name === name)!.id;
  for (let who = 0; who < crowd.size; who++) {
    const dots = Object.fromEntries(Object.entries(ballotOf(who)).map(([name, n]) => [id(name), n]));
    await crowd.ask(who, 'cast_ballot', { round: ballot.round, dots });
  }
}

async function opened(round: number): Promise<void> {
  await crowd.hears(0, 'ballot', (ballot) => ballot.round === round);
}

test('eight people vote with dots, and somebody without a phone on paper', async () => {
  host = await evening.host();
  await host.startSession('Samen bouwen', ['Ondernemer', 'HR-specialist']);
  screen = await evening.screen(host);
  phone = await evening.phone();
  await phone.arrive(await host.pin());
  crowd = await Crowd.at(await evening.context({}), evening.server.url, host.session);
  await crowd.grow(8);
  await host.open('welcome');
  await host.open('write');
  for (const [i, text] of words.entries()) await crowd.ask(i, 'add_card', { id: `card-${i}`, text });
  await host.close('write');
  await host.open('cluster');
  await host.close('cluster');
  await host.open('vote');
  await opened(1);
  await cast((who) => ({ Vertrouwen: 1, [who < 5 ? 'Moed' : 'Zorg']: 1, [who % 2 ? 'Rust' : 'Humor']: 1 }));
  await host.button(desk.paperAdd).click();
  await host.page.getByLabel(/^Moed/).fill('2');
  await host.button(desk.paperSave).click();
  await expect(host.page.getByText('Hooguit 1 stip op één waarde')).toBeVisible();
  await host.page.getByLabel(/^Moed/).fill('1');
  await host.page.getByLabel(/^Vertrouwen/).fill('1');
  await host.button(desk.paperSave).click();
  await expect(host.page.getByRole('listitem').filter({ hasText: desk.paperNo(1) })).toContainText(
    'Moed 1 en Vertrouwen 1',
  );
  await host.counts(`${lead.voted(9, 10)}, ${t.onPaper(1)}`);
  await expect(screen.page.getByText(t.onPaper(1))).toBeVisible();
  expect(await serious(host.page)).toEqual([]);
});

test('a tie at the cut: the host is offered a run-off over just those values', async () => {
  await host.close('vote');
  await expect(host.page.getByRole('heading', { name: desk.round })).toHaveCount(0);
  await host.open('reveal');
  await expect(host.page.getByText(desk.tie('Humor en Rust', 1))).toBeVisible();
  await host.button(desk.runoff).click();
  await host.page
    .getByRole('dialog', { name: lead.keepsTitle(2) })
    .getByRole('button', { name: lead.keepsYes })
    .click();
  await opened(2);
  await expect(screen.page.getByText(t.through('Moed en Vertrouwen', 2))).toBeVisible();
  expect((await crowd.hears(0, 'ballot')).options.map(({ name }) => name)).toEqual(['Humor', 'Rust']);
});

test('on the phone the values are put in order by tapping, and moved with buttons', async () => {
  await expect(phone.heading(t.rank.title)).toBeVisible();
  await button(t.rank.placeAt('Rust', 1)).click();
  await button(t.rank.placeAt('Humor', 2)).click();
  await button(t.rank.up('Humor')).click();
  await expect(phone.page.getByRole('status').filter({ hasText: t.rank.placed('Humor', 1) })).toBeAttached();
  await button(t.rank.sameAs('Rust', 'Humor')).press('Enter');
  await button(t.rank.sameAs('Rust', 'Humor')).press('Enter');
  expect(await serious(phone.page)).toEqual([]);
  await phone.page.setViewportSize({ width: 320, height: 640 });
  expect(await overflow(phone.page)).toBeLessThanOrEqual(0);
  await phone.page.setViewportSize({ width: 390, height: 844 });
  await button(task.vote.done).click();
  await expect(phone.heading(task.vote.doneTitle)).toBeVisible();
  await expect(phone.page.getByRole('listitem').first()).toContainText('Humor');
});

test('until it is closed nobody knows more than how many voted', async () => {
  await cast((who): Record<string, number> => (who < 5 ? { Rust: 1, Humor: 2 } : { Humor: 1 }));
  await host.counts(lead.voted(9, 9));
  const told = await crowd.told(0);
  expect([told.result, told.comparison]).toEqual([undefined, undefined]);
  expect((await host.results()).vote).toBeNull();
  expect((await host.results()).rounds!.map(({ vote }) => vote.round)).toEqual([1]);
});

test('the reveal says who beats whom, and what goes on by both rounds', async () => {
  await host.close('vote');
  await host.open('reveal');
  const beats = t.beats('Humor', 5, 4);
  await expect(screen.heading(wall.revealTitle)).toBeVisible();
  await expect(screen.page.getByRole('listitem').filter({ hasText: beats })).toBeAttached();
  await expect(host.ranking().first()).toContainText(beats);
  await expect(phone.page.getByText(beats)).toBeVisible();
  await expect(phone.page.getByText(t.rank.yours(1))).toBeVisible();
  await expect(host.page.getByText(desk.earlierRound(1, desk.methods.dots, desk.among['']))).toBeVisible();
  for (const page of [screen.page, host.page, phone.page]) expect(await serious(page)).toEqual([]);
});

test('another round gives scores to what was chosen', async () => {
  await host.page.getByText(desk.other, { exact: true }).click();
  await expect(host.page.getByText(desk.fits(3))).toBeVisible();
  await host.button(desk.open).click();
  await host.page
    .getByRole('dialog', { name: lead.keepsTitle(3) })
    .getByRole('button', { name: lead.keepsYes })
    .click();
  await opened(3);
  await expect(phone.heading(t.score.title)).toBeVisible();
  await score('Moed', 2).check();
  await score('Moed', 2).press('ArrowRight');
  await expect(score('Moed', 3)).toBeChecked();
  await score('Rust', 5).check();
  await button(t.score.clearIt('Rust')).click();
  await expect(phone.page.getByText(t.score.given(1, 3))).toBeVisible();
  expect(await serious(phone.page)).toEqual([]);
  await phone.page.setViewportSize({ width: 320, height: 640 });
  expect(await overflow(phone.page)).toBeLessThanOrEqual(0);
  await phone.page.setViewportSize({ width: 390, height: 844 });
  await button(task.vote.done).click();
  await expect(phone.heading(task.vote.doneTitle)).toBeVisible();
  await cast((who) => ({ Vertrouwen: 4 + (who % 2), Moed: 3, Rust: 5 }));
  await host.counts(lead.voted(9, 9));
  await host.close('vote');
  await host.open('reveal');
  await expect(host.ranking().first()).toContainText(t.mean('5,0', 8));
  await expect(phone.page.getByText(t.score.yours(3))).toBeVisible();
  await expect(screen.page.getByRole('listitem').filter({ hasText: t.mean('4,5', 8) })).toBeAttached();
  for (const page of [screen.page, host.page, phone.page]) expect(await serious(page)).toEqual([]);
});

test('the results keep all three rounds after everything that is anybody’s own is gone', async () => {
  await host.end();
  const { vote, rounds, cancelled } = await host.remains();
  expect(rounds!.map(({ vote }) => [vote.round, vote.paper ?? 0])).toEqual([
    [1, 1],
    [2, 0],
  ]);
  expect([vote!.round, vote!.method, cancelled]).toEqual([3, 'score', []]);
});

test('no page complained', () => evening.nobodyComplained());
