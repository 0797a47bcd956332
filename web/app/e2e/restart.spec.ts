import { expect, test } from '@playwright/test';
import { nl as hostTexts } from '../src/i18n/host/nl';
import { nl as wall } from '../src/i18n/screen/nl';
import { nl as task } from '../src/i18n/task/nl';
import { anEvening } from './room/evening';
import type { Host } from './room/host';
import { arrived, type Phone } from './room/phone';
import type { Screen } from './room/screen';

// The server dies as when the power fails, in the middle of the writing and again in the middle of the vote, and starts
// again on the same data. Nobody does anything about it.
test.describe.configure({ mode: 'serial' });

const evening = anEvening();
const { lead } = hostTexts;

let host: Host, screen: Screen, anna: Phone, bram: Phone;

test('a room is writing', async () => {
  host = await evening.host();
  await host.startSession('Met een stroomstoring', []);
  screen = await evening.screen(host);
  await host.open('welcome');
  [anna, bram] = [await evening.phone(), await evening.phone()];
  const pin = await host.pin();
  for (const phone of [anna, bram]) {
    await phone.scan(pin);
    await phone.agree();
  }
  await host.open('write');
  await anna.write('Geduld');
  await bram.write('Aandacht');
  await anna.field.fill('Halve zin');
});

test('the server dies while they write: cards wait on the phones, and everybody says that there is no connection', async () => {
  await evening.server.kill();
  await bram.field.fill('Vertrouwen');
  await bram.button(task.write.send).click();
  await expect(bram.card('Vertrouwen')).toContainText('wacht op verbinding');
  for (const phone of [anna, bram]) await phone.lineIs('offline');
  await screen.shows(wall.offline);
  await expect(host.page.getByText(lead.offline)).toBeVisible();
  await expect(anna.card('Geduld')).toBeVisible();
});

test('it starts again: everybody comes back by themselves, what was waiting arrives once, and nothing is lost', async () => {
  await evening.server.start();
  for (const phone of [anna, bram]) await phone.lineIs('live');
  await expect(bram.card('Vertrouwen')).toContainText(arrived);
  await expect(anna.field).toHaveValue('Halve zin');
  await expect(host.page.getByText(lead.offline)).toHaveCount(0);
  await host.counts(lead.cards(3));
  await screen.shows(wall.faceDown(3));
  await expect(bram.cards).toHaveCount(2);
  await anna.button(task.write.send).click();
  await host.counts(lead.cards(4));
});

test('it dies again while they vote, right after a ballot was acknowledged', async () => {
  await host.close('write');
  await host.open('cluster');
  await host.close('cluster');
  await host.open('vote');
  await anna.place({ Geduld: 1 });
  await anna.ballotIsIn();
  await evening.server.kill();
  await bram.place({ Aandacht: 1, Geduld: 1 });
  await expect(bram.page.getByText('wacht op verbinding')).toBeVisible();
});

test('the vote goes on where it was, the waiting ballot comes in, and closing counts what everybody placed', async () => {
  await evening.server.start();
  await bram.ballotIsIn();
  await anna.lineIs('live');
  await anna.hasDots({ Geduld: 1, Aandacht: 0 });
  await host.counts(lead.voted(2, 2));
  await host.close('vote');
  await host.open('reveal');
  await expect(host.ranking().filter({ hasText: 'Geduld' })).toContainText(lead.dots(2));
  await expect(host.ranking().filter({ hasText: 'Aandacht' })).toContainText(lead.dots(1));
  await expect(screen.ranking().first()).toHaveText(/^1: Geduld, 2 stippen van 2 mensen/);
  await expect(anna.ranking().filter({ hasText: 'Geduld' })).toContainText(task.reveal.yours(1));
});

test('no page complained', () => evening.nobodyComplained());
