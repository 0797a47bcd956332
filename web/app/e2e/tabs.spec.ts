import { expect, test } from '@playwright/test';
import { nl as hostTexts } from '../src/i18n/host/nl';
import { nl as task } from '../src/i18n/task/nl';
import { anEvening } from './room/evening';
import type { Host } from './room/host';
import type { Phone } from './room/phone';

// Who opens the session twice is one person: in two tabs, in a tab that was duplicated, and as facilitator.
test.describe.configure({ mode: 'serial' });

const evening = anEvening();
const { lead } = hostTexts;

let host: Host, second: Host;
let one: Phone, two: Phone, copy: Phone;

test('two tabs of one phone are one person', async () => {
  host = await evening.host();
  await host.startSession('Twee tabbladen', ['Ondernemer', 'HR-specialist']);
  await host.open('welcome');
  one = await evening.phone();
  await one.arrive(await host.pin());
  two = await evening.tabOf(one);
  await two.page.goto(one.page.url());
  await expect(two.page.getByText('De eerste steen van de brug is van jou.')).toBeVisible();
  await expect(host.plan).toContainText('1 binnen');
});

test('a card that one tab lays is there in the other', async () => {
  await host.open('write');
  await one.write('Rust');
  await expect(two.card('Rust')).toBeVisible();
  await two.write('Ritme');
  await expect(one.card('Ritme')).toBeVisible();
  for (const tab of [one, two]) await expect(tab.page.getByText(task.write.left(2, 4))).toBeVisible();
});

test('a duplicated tab loses and doubles nothing', async () => {
  copy = await evening.duplicateOf(one);
  await expect(copy.cards).toHaveCount(2);
  await one.write('Regelmaat');
  await copy.write('Reinheid');
  for (const tab of [one, two, copy]) await expect(tab.cards).toHaveCount(4);
  await host.counts(lead.cards(4));
  for (const text of ['Rust', 'Ritme', 'Regelmaat', 'Reinheid']) {
    await expect(host.button(lead.hideCard(text))).toHaveCount(1);
  }
});

test('two windows of the host show the same, whichever leads', async () => {
  second = await evening.visitor();
  await second.page.goto(evening.server.signIn);
  await second.signedIn();
  await second.page.goto(host.page.url());
  await expect(second.button(lead.close.write)).toBeVisible();
  await second.close('write');
  await expect(host.button(lead.next.cluster)).toBeVisible();
  await host.open('cluster');
  await expect(second.loose('Rust')).toBeVisible();

  await host.loose('Rust').click();
  await host.loose('Ritme').click();
  await host.button(lead.merge).click();
  await expect(second.cluster('Rust', 2)).toBeVisible();
  await second.button(lead.undoCount(1)).click();
  await expect(host.loose('Ritme')).toBeVisible();
});

test('dots placed in one tab are there in the others, and they are one ballot: the last one', async () => {
  await second.close('cluster');
  await second.open('vote');
  await one.place({ Rust: 1, Ritme: 1 });
  await one.ballotIsIn();
  for (const tab of [two, copy]) await tab.hasDots({ Rust: 1, Ritme: 1 });

  await two.fewer('Rust').click();
  await two.place({ Reinheid: 1 });
  await two.ballotIsIn();
  for (const tab of [one, copy]) await tab.hasDots({ Rust: 0, Ritme: 1, Reinheid: 1 });
  for (const window of [host, second]) await window.counts(lead.voted(1, 1));
});

test('the count is of people, not of tabs', async () => {
  await host.close('vote');
  await host.open('reveal');
  for (const window of [host, second]) {
    await expect(window.page.getByText(lead.turnout(1, 1)).first()).toBeVisible();
    await expect(window.ranking().filter({ hasText: 'Rust' })).toContainText(lead.dots(0));
    await expect(window.ranking().filter({ hasText: 'Reinheid' })).toContainText(lead.voters(1));
  }
});

test('no tab complained', () => evening.nobodyComplained());
