import { expect, test } from '@playwright/test';
import { nl as hostTexts } from '../src/i18n/host/nl';
import { nl as wall } from '../src/i18n/screen/nl';
import { nl as task } from '../src/i18n/task/nl';
import { Balancer } from './room/balancer';
import { Crowd } from './room/crowd';
import { anEveningOn } from './room/evening';
import type { Host } from './room/host';
import type { Phone } from './room/phone';
import { Redis } from './room/redis';
import type { Screen } from './room/screen';
import { Server } from './room/server';

// One session on two servers that share a Redis, behind a balancer that sends nobody back to where they were. One server is
// killed while a vote is open; later both are restarted, one after the other. Nobody does anything about it.
test.describe.configure({ mode: 'serial' });

let redis: Redis, balancer: Balancer;
let one: Server, two: Server;
let host: Host, screen: Screen;
let anna: Phone, bram: Phone, cleo: Phone, daan: Phone;
let eva: Phone; // her browser has no sockets: each of her questions may go to the other server
let crowd: Crowd;

const evening = anEveningOn(async () => {
  [redis, balancer] = [await Redis.start(), await Balancer.start()];
  const flags = ['--redis', redis.url, '--public-url', balancer.url];
  [one, two] = [await Server.start(flags), await Server.start(flags)];
  balancer.servers = [one.port, two.port];
  return one;
});
test.afterAll(async () => {
  await two?.stop();
  await balancer?.close();
  await redis?.stop();
});

const { lead } = hostTexts;
const phones = () => [anna, bram, cleo, daan, eva];
const soon = { timeout: 3000 }; // what one does, the others see, whatever server they are on

test('the host comes to one server, the screen to the other, and phones to both', async () => {
  host = await evening.host(balancer.url);
  await host.startSession('Op twee servers', []);
  screen = await evening.screen(host);
  await screen.shows(wall.firstStone);
  await host.open('welcome');
  const pin = await host.pin();
  [anna, bram, cleo, daan] = [
    await evening.phone({ site: balancer.url }),
    await evening.phone({ site: balancer.url }),
    await evening.phone({ site: balancer.url }),
    await evening.phone({ site: balancer.url }),
  ];
  eva = await evening.phone({ site: balancer.url });
  await eva.page.addInitScript(() => Reflect.deleteProperty(window, 'WebSocket'));
  for (const phone of phones()) {
    await phone.scan(pin);
    await phone.agree();
    await phone.lineIs('live');
  }
  expect([balancer.sockets(one.port), balancer.sockets(two.port)]).toEqual([3, 3]);

  crowd = await Crowd.at(await evening.context({}), balancer.url, host.session);
  await crowd.grow(35);
  await expect(host.plan).toContainText('40 binnen, 40 verbonden');
  await screen.shows('40');
});

test('they write, and what one server took the other shows', async () => {
  await host.open('write');
  await expect(daan.field).toBeVisible(soon);
  await anna.write('Vertrouwen');
  await bram.write('Geduld');
  await cleo.write('Vertrouwen');
  await daan.write('Moed');
  for (let who = 0; who < 4; who++) {
    await crowd.ask(who, 'add_card', { id: `card-${who}`, text: ['Rust', 'Humor'][who % 2]! });
  }
  await expect(host.page.getByText(lead.cards(8), { exact: true }).first()).toBeVisible(soon);
  await expect(screen.page.getByText(wall.faceDown(8), { exact: true })).toBeVisible(soon);
  await host.close('write');
  await expect(screen.page.getByText('Geduld', { exact: true }).first()).toBeVisible(soon);
});

test('they vote; one server is killed, and everybody is back on the other with what they chose', async () => {
  await host.open('cluster');
  await host.close('cluster');
  await host.open('vote');
  for (const phone of phones()) await expect(phone.heading(task.vote.title)).toBeVisible(soon);
  const ballot = await crowd.hears(0, 'ballot');
  const humor = ballot.options.find(({ name }) => name === 'Humor')!.id;
  for (let who = 0; who < 26; who++) await crowd.ask(who, 'cast_ballot', { round: 1, dots: { [humor]: 1 } });
  await anna.place({ Vertrouwen: 1 });
  await bram.place({ Geduld: 1 });
  await eva.place({ Humor: 1 });
  for (const phone of [anna, bram, eva]) await phone.ballotIsIn();
  await host.counts(lead.voted(29, 40));

  await one.kill();
  await cleo.place({ Moed: 1 });
  await daan.place({ Moed: 1 });
  for (const phone of [cleo, daan]) await phone.ballotIsIn();
  for (const phone of phones()) await phone.lineIs('live');
  await expect(host.page.getByText(lead.offline)).toHaveCount(0);
  await host.counts(lead.voted(31, 40));
  await screen.shows(wall.voted(31, 40));
  await anna.hasDots({ Vertrouwen: 1, Moed: 0 });
  expect([balancer.sockets(one.port), balancer.sockets(two.port) >= 6]).toEqual([0, true]);
});

test('who went with the server is no longer counted as connected', async () => {
  await expect(host.plan).toContainText('40 binnen, 22 verbonden', { timeout: 20_000 });
});

test('a rolling restart with the vote open: everybody moves twice, and nothing is lost or doubled', async () => {
  await one.start();
  await two.retire();
  for (const phone of phones()) await phone.lineIs('live');
  await anna.place({ Humor: 1 });
  await anna.ballotIsIn();
  await two.start();
  await one.retire();
  for (const phone of phones()) await phone.lineIs('live');
  await bram.fewer('Geduld').click();
  await bram.place({ Rust: 1 });
  await bram.ballotIsIn();
  await one.start();
  await host.counts(lead.voted(31, 40));
  await screen.shows(wall.voted(31, 40));
});

test('the result holds every dot once, on every page', async () => {
  await host.close('vote');
  await host.open('reveal');
  const dots: Record<string, number> = { Humor: 28, Moed: 2, Vertrouwen: 1, Rust: 1, Geduld: 0 };
  for (const [name, n] of Object.entries(dots)) {
    await expect(host.ranking().filter({ hasText: name })).toContainText(lead.dots(n));
  }
  await expect(host.page.getByText(lead.turnout(31, 40)).first()).toBeVisible();
  await expect(screen.ranking().first()).toHaveText(/^1: Humor, 28 stippen van 28 mensen/);
  await expect(bram.ranking().filter({ hasText: 'Rust' })).toContainText(task.reveal.yours(1));
  await host.end();
  for (const phone of phones()) await expect(phone.heading(task.ended.title)).toBeVisible();
});

test('no page complained', () => evening.nobodyComplained());
