import { expect, type Page, test } from '@playwright/test';
import { nl as common } from '../src/i18n/common/nl';
import { nl as hostTexts } from '../src/i18n/host/nl';
import { nl as phoneTexts } from '../src/i18n/phone/nl';
import { nl as wall } from '../src/i18n/screen/nl';
import { besideWords } from '../src/activities/write/beside.words';
import { modeWords } from '../src/activities/write/mode.words';
import { readerWords } from '../src/activities/readers/words';
import { nl as task } from '../src/i18n/task/nl';
import { overflow, serious, tooHigh } from './room/axe';
import { Crowd } from './room/crowd';
import { anEvening } from './room/evening';
import type { Host } from './room/host';
import { tabTo } from './room/keyboard';
import { settled, watchMotion } from './room/motion';
import type { Phone } from './room/phone';
import { Screen } from './room/screen';

const beside = besideWords('nl');
const modes = modeWords('nl');
const readers = readerWords.nl;

// A session of twelve, looked at in each of its states with the eyes of axe (WCAG 2.2 AA), and on a window of 320 pixels.
test.describe.configure({ mode: 'serial' });

const evening = anEvening();
const { lead, home } = hostTexts;
const words = [
  'Vertrouwen',
  'Moed',
  'Rust',
  'Eigenaarschap',
  'Verantwoordelijkheidsgevoel',
  'Humor',
  'Plezier',
  'Ritme',
];

let host: Host, screen: Screen, phone: Phone;
let crowd: Crowd;

/** Nothing serious, and nothing cut off at the side on a window of 320 pixels (WCAG 1.4.10). */
async function isFine(page: Page, { reflows = true } = {}): Promise<void> {
  expect(await serious(page)).toEqual([]);
  if (!reflows) return;
  const size = page.viewportSize()!;
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await overflow(page), 'pixels too wide at 320').toBeLessThanOrEqual(0);
  await page.setViewportSize(size);
}

async function allAreFine(): Promise<void> {
  await isFine(phone.page);
  await isFine(host.page);
  expect(await tooHigh(host.page), 'pixels that a laptop scrolls into nothing').toBeLessThanOrEqual(0);
  await isFine(screen.page, { reflows: false }); // a wall is as wide as it is
}

test('joining: an empty page, half a pin, and a pin that nobody has', async () => {
  const visitor = await evening.phone();
  await visitor.page.goto(evening.server.url);
  await isFine(visitor.page);
  await visitor.typePin('12');
  await expect(visitor.page.getByRole('alert')).toBeVisible();
  await isFine(visitor.page);
  await visitor.scan('000000');
  await expect(visitor.page.getByText(phoneTexts.gone.title)).toBeVisible();
  await isFine(visitor.page);
});

test('the desk: signed out, signed in, and the question before erasing', async () => {
  const visitor = await evening.visitor();
  await visitor.page.goto(`${evening.server.url}/host`);
  await expect(visitor.heading(home.signInTitle)).toBeVisible();
  await isFine(visitor.page);

  host = await evening.host();
  await isFine(host.page);
  await host.startSession('Toegankelijk voor iedereen', ['Ondernemer', 'HR-specialist', 'Leidinggevende']);
  const desk = await host.page.context().newPage();
  await desk.goto(`${evening.server.url}/host`);
  await desk.getByRole('button', { name: new RegExp(`^${home.erase}`) }).click();
  await expect(desk.getByRole('dialog')).toBeVisible();
  await isFine(desk);
  await desk.close();
});

test('pages without a session: gone, and not allowed', async () => {
  const visitor = await evening.visitor();
  for (const path of ['/play/none', '/host/none', '/screen/none', `/host/${host.session}`, `/screen/${host.session}`]) {
    await visitor.page.goto(evening.server.url + path);
    await expect(visitor.page.getByRole('heading', { level: 1 })).toBeVisible();
    await isFine(visitor.page);
  }
});

test('the lobby, empty and with people; the notice and the groups on a phone', async () => {
  screen = await evening.screen(host);
  await screen.shows(wall.firstStone);
  await isFine(screen.page, { reflows: false });
  await host.open('welcome');

  phone = await evening.phone();
  await phone.scan(await host.pin());
  await expect(phone.heading(phoneTexts.notice.title)).toBeVisible();
  await isFine(phone.page);
  await phone.agree();
  await expect(phone.heading(phoneTexts.group.title)).toBeVisible();
  await isFine(phone.page);
  await phone.chooseGroup('HR-specialist');

  crowd = await Crowd.at(await evening.context({}), evening.server.url, host.session);
  await crowd.grow(11);
  const session = await crowd.hears(0, 'session');
  for (let who = 0; who < crowd.size; who++) {
    await crowd.ask(who, 'choose_group', { group: session.groups[who % 3]!.id });
  }
  await expect(host.plan).toContainText('12 binnen');
  await screen.shows('12');
  await allAreFine();
});

test('what a phone tells about the data, asked for later', async () => {
  await phone.button(phoneTexts.notice.open).click();
  await expect(phone.page.getByRole('dialog')).toBeVisible();
  await isFine(phone.page);
  await phone.page.keyboard.press('Escape');
});

test('writing: cards, one being changed, one refused, the deck', async () => {
  await host.open('write');
  for (let who = 0; who < crowd.size; who++) {
    await crowd.ask(who, 'add_card', { id: `card-${who}`, text: words[who % words.length]! });
  }
  await phone.write('Geduld', 'Zorg');
  await phone.button(task.write.editOne('Zorg')).click();
  await phone.field.fill('te lang '.repeat(30));
  await phone.button(task.write.send).click();
  await expect(phone.page.getByRole('alert')).toBeVisible();
  await host.counts(lead.cards(13));
  await allAreFine();
  await phone.field.fill('');
  await phone.button(common.cancel).click();

  await host.button(modes.names.inspired).click();
  await phone.button(beside.deck).click();
  await expect(phone.page.getByRole('dialog')).toBeVisible();
  await isFine(phone.page);
  await phone.page.keyboard.press('Escape');
});

test('changing and removing a card by keyboard: the focus goes along', async () => {
  const { keyboard } = phone.page;
  await tabTo(phone.page, phone.button(task.write.editOne('Zorg')));
  await keyboard.press('Enter');
  await expect(phone.page.getByLabel(task.write.editing)).toBeFocused();
  await keyboard.type('zaamheid');
  await tabTo(phone.page, phone.button(task.write.save));
  await keyboard.press('Enter');
  await expect(phone.button(task.write.editOne('Zorgzaamheid'))).toBeFocused();

  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await expect(phone.button(task.write.remove)).toBeFocused();
  await isFine(phone.page);
  await tabTo(phone.page, phone.button(task.write.keep));
  await keyboard.press('Enter');
  await expect(phone.button(task.write.removeOne('Zorgzaamheid'))).toBeFocused();
});

test('writing, closed: the words on the wall, one of them hidden', async () => {
  await host.close('write');
  await host.button(lead.hideCard('Zorgzaamheid')).click();
  await screen.shows('Geduld');
  await expect(phone.heading(task.written.title)).toBeVisible();
  await allAreFine();
});

test('the board: selected, with its menu, with the question where to, named', async () => {
  await host.open('cluster');
  await host.cluster('Rust', 2).click();
  await host.loose('Ritme').click();
  await isFine(host.page);
  await host.cluster('Rust', 2).press('Enter');
  await expect(host.page.getByRole('menu')).toBeVisible();
  await isFine(host.page, { reflows: false });
  await host.page.getByRole('menuitem', { name: lead.move }).click();
  await expect(host.page.getByRole('dialog', { name: lead.moveTo })).toBeVisible();
  await isFine(host.page, { reflows: false });
  await host.page.keyboard.press('Escape');
  await host.button(lead.merge).click();
  await expect(host.cluster('Rust', 3)).toBeVisible();
  await expect(screen.clusters.filter({ hasText: 'Rust' })).toBeVisible();
  await allAreFine();
  await host.close('cluster');
  await allAreFine();
});

test('the vote, by keyboard alone on the phone: dots on, one off, done, changed again', async () => {
  await host.open('vote');
  await expect(phone.heading(task.vote.title)).toBeVisible();
  const { keyboard } = phone.page;
  await tabTo(phone.page, phone.more('Moed'));
  await keyboard.press('Enter');
  await keyboard.press('Space');
  await phone.hasDots({ Moed: 2 });
  await keyboard.press('Space');
  await expect(phone.page.getByRole('status').filter({ hasText: task.vote.overOption(2) })).toBeVisible();
  await isFine(phone.page);
  await tabTo(phone.page, phone.fewer('Moed'));
  await keyboard.press('Space');
  await phone.hasDots({ Moed: 1 });
  await tabTo(phone.page, phone.button(task.vote.done));
  await keyboard.press('Enter');
  await expect(phone.heading(task.vote.doneTitle)).toBeFocused(); // so that it is read out
  await allAreFine();
  await tabTo(phone.page, phone.button(task.vote.reopen));
  await keyboard.press('Enter');
  await expect(phone.heading(task.vote.title)).toBeVisible();
});

test('the vote, closed: the result on the desk alone', async () => {
  const ballot = await crowd.hears(0, 'ballot');
  const options = ballot.options.map(({ id }) => id);
  for (let who = 0; who < crowd.size; who++) {
    const dots = { [options[who % options.length]!]: 1, [options[who % 3]!]: 2 };
    await crowd.ask(who, 'cast_ballot', { round: ballot.round, dots });
  }
  await host.counts(lead.voted(12, 12));
  await host.close('vote');
  await expect(host.page.getByRole('table')).toBeVisible();
  await expect(phone.heading(task.voted.title)).toBeVisible();
  await allAreFine();
});

test('the reveal, with its bands', async () => {
  await host.open('reveal');
  await expect(screen.ranking().first()).toContainText(/vrijwel zeker|waarschijnlijk|twijfelgebied/);
  await expect(phone.heading(task.reveal.title)).toBeVisible();
  await allAreFine();
});

test('at the reveal nothing moves for who asks for less motion, and bars rise for who does not', async () => {
  for (const reducedMotion of ['reduce', 'no-preference'] as const) {
    const page = await (await evening.context({ reducedMotion })).newPage();
    const moved = await watchMotion(page);
    await page.goto(await host.screenLink());
    await expect(new Screen(page).heading(wall.revealTitle)).toBeVisible();
    await expect(new Screen(page).ranking()).not.toHaveCount(0);
    await settled(page);
    if (reducedMotion === 'reduce') expect(await moved()).toEqual([]);
    else await expect.poll(moved).not.toEqual([]);
  }
});

test('asking twice before the end, and the end itself', async () => {
  await host.plan.getByRole('button', { name: lead.end }).click();
  await expect(host.page.getByRole('dialog', { name: lead.endTitle })).toBeVisible();
  await isFine(host.page, { reflows: false });
  await host.page.keyboard.press('Escape');
  await host.end();
  await expect(screen.heading(wall.thanks)).toBeVisible();
  await expect(phone.heading(task.ended.title)).toBeVisible();
  await expect(host.page.getByRole('listitem').filter({ hasText: readers.room })).toBeVisible();
  await allAreFine();
});

test('no page complained', () => evening.nobodyComplained());
