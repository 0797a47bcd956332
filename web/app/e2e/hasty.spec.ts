import { expect, test } from '@playwright/test';
import { nl as around } from '../src/i18n/phone/nl';
import { nl as wall } from '../src/i18n/screen/nl';
import { nl as task } from '../src/i18n/task/nl';
import { anEvening } from './room/evening';
import type { Host } from './room/host';
import type { Phone } from './room/phone';

// People tap twice, and facilitators hurry on. Neither may answer a question that nobody has read.
test.describe.configure({ mode: 'serial' });

const evening = anEvening();
let host: Host;
let phone: Phone;

test('the second tap of a double tap does not answer the next question', async () => {
  host = await evening.host();
  await host.startSession('Haast', ['Ondernemer', 'HR-specialist']);
  await host.open('welcome');
  phone = await evening.phone();
  const { clock } = phone.page;
  await clock.install();
  await phone.scan(await host.pin());
  const agree = phone.button(around.notice.agree);
  await expect(agree).toBeVisible();
  const box = (await agree.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await clock.pauseAt(Date.now() + 60_000); // whatever this computer is busy with, both taps fall in one moment
  await phone.page.mouse.click(x, y);
  await expect(phone.heading(around.group.title)).toBeVisible();
  await phone.page.mouse.click(x, y);
  await expect(phone.heading(around.group.title)).toBeVisible();
  await clock.resume();
  await phone.skipGroup();
  await expect(phone.heading(around.lobby.title)).toBeVisible();
});

test('laying a card down twice over is laying it down once, and no mistake', async () => {
  await host.open('write');
  await phone.page.getByLabel(task.write.label).fill('Rust');
  await phone.button(task.write.send).dblclick();
  await expect(phone.card('Rust')).toBeVisible();
  await expect(phone.cards).toHaveCount(1);
  await expect(phone.page.getByText(task.write.empty)).toBeHidden();
});

test('a vote in which nobody voted has no winner', async () => {
  const screen = await evening.screen(host);
  await host.close('write');
  await host.open('cluster');
  await host.close('cluster');
  await host.open('vote');
  await host.close('vote');
  await host.open('reveal');
  await expect(screen.page.getByText(wall.nobodyVoted)).toBeVisible();
  await expect(phone.page.getByText(task.ended.noVote)).toBeVisible();
});
