import { expect, test } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { nl as hostTexts } from '../src/i18n/host/nl';
import { nl as phoneTexts } from '../src/i18n/phone/nl';
import { nl as wall } from '../src/i18n/screen/nl';
import { nl as task } from '../src/i18n/task/nl';
import { anEvening, type Evening } from './room/evening';
import type { Host } from './room/host';
import type { Phone } from './room/phone';
import type { Proxy, Sockets } from './room/proxy';
import type { Screen } from './room/screen';

// Between everybody and the server stands a proxy that lets no sockets through, as in some offices. Nobody does anything about
// it: a whole session is played by questions over HTTP.
const { lead } = hostTexts;

for (const [sockets, does] of [
  ['refuse', 'refuses sockets'],
  ['swallow', 'accepts sockets and never answers'],
] as [Sockets, string][]) {
  test.describe(`behind a proxy that ${does}`, () => {
    test.describe.configure({ mode: 'serial' });
    const evening = anEvening();
    aSession(evening, sockets);
  });
}

function aSession(evening: Evening, sockets: Sockets): void {
  const title = 'Achter een strenge muur';
  let way: Proxy;
  let host: Host, screen: Screen, anna: Phone, bram: Phone;

  test('host, screen and phones come in, and only the host reads how', async () => {
    way = await evening.proxy(sockets);
    host = await evening.host(way.url);
    await host.startSession(title, ['Ondernemer', 'HR-specialist']);
    await expect(host.page.getByText(lead.detour)).toBeVisible();
    screen = await evening.screen(host, way.url);
    await screen.shows(wall.firstStone);
    await host.open('welcome');
    [anna, bram] = [await evening.phone({ site: way.url }), await evening.phone({ site: way.url })];
    const pin = await host.pin();
    for (const [phone, group] of [
      [anna, 'Ondernemer'],
      [bram, 'HR-specialist'],
    ] as const) {
      await phone.scan(pin);
      await phone.agree();
      await phone.chooseGroup(group);
      await phone.lineIs('live');
    }
    await expect(host.plan).toContainText('2 binnen, 2 verbonden');
    await screen.shows('2');
  });

  test('they write: cards arrive once, in order, and are seen by who may see them', async () => {
    await host.open('write');
    await anna.write('Vertrouwen', 'Geduld');
    await bram.write('vertrouwen', 'Moed', 'Rust');
    await host.counts(lead.cards(5));
    await screen.shows(wall.faceDown(5));
    await bram.showsNothingOf(['Geduld']);
    await screen.showsNothingOf(['Vertrouwen', 'Geduld', 'Moed']);
    await host.close('write');
    await screen.shows('Geduld');
  });

  test('they cluster and vote blind', async () => {
    await host.open('cluster');
    await host.loose('Moed').click();
    await host.loose('Rust').click();
    await host.button(lead.merge).click();
    await expect(screen.clusters.filter({ hasText: 'Moed' })).toBeVisible();
    await host.close('cluster');
    await host.open('vote');
    await anna.place({ Vertrouwen: 1, Moed: 1 });
    await anna.ballotIsIn();
    await bram.place({ Vertrouwen: 1 });
    await bram.ballotIsIn();
    await host.counts(lead.voted(2, 2));
    await screen.showsNothingOf(['2 stippen']);
  });

  test('a reload in the middle of the vote finds the ballot again', async () => {
    await anna.page.reload();
    await anna.hasDots({ Vertrouwen: 1, Moed: 1 });
    await anna.fewer('Moed').click();
    await anna.place({ Geduld: 1 });
    await anna.ballotIsIn();
    await anna.lineIs('live');
  });

  test('the way breaks and is mended: what was chosen meanwhile counts, once', async () => {
    way.break();
    await bram.place({ Moed: 1 });
    await bram.lineIs('offline');
    await expect(host.page.getByText(lead.offline)).toBeVisible();
    way.mend();
    await bram.ballotIsIn();
    for (const phone of [anna, bram]) await phone.lineIs('live');
    await expect(host.page.getByText(lead.offline)).toHaveCount(0);
  });

  test('the result, the end and the report', async () => {
    await host.close('vote');
    await host.open('reveal');
    await expect(host.ranking().filter({ hasText: 'Vertrouwen' })).toContainText(lead.dots(2));
    await expect(host.ranking().filter({ hasText: 'Moed' })).toContainText(lead.dots(1));
    await expect(host.ranking().filter({ hasText: 'Geduld' })).toContainText(lead.dots(1));
    await expect(screen.ranking().first()).toHaveText(/^1: Vertrouwen, 2 stippen van 2 mensen/);
    await expect(anna.ranking().filter({ hasText: 'Geduld' })).toContainText(task.reveal.yours(1));
    await host.end();
    for (const phone of [anna, bram]) await expect(phone.heading(task.ended.title)).toBeVisible();
    await screen.shows(wall.thanks);
    const report = await host.page.request.get(`${way.url}/api/sessions/${host.session}/report.pdf?lang=nl`);
    const text = execFileSync('pdftotext', ['-', '-'], { input: await report.body() }).toString();
    for (const word of [title, 'Vertrouwen', 'Geduld']) expect(text).toContain(word);
  });

  test('nothing came by a socket, and no page complained', () => {
    for (const { ear } of [host, screen, anna, bram]) expect(ear.frames).toEqual([]);
    evening.nobodyComplained();
  });
}

test.describe('a line', () => {
  const evening = anEvening();

  test('goes back to a socket by itself when one comes through, with what was written meanwhile', async () => {
    const way = await evening.proxy('refuse');
    const host = await evening.host();
    await host.startSession('Heen en terug', []);
    await host.open('welcome');
    await host.open('write');
    const phone = await evening.phone({ site: way.url });
    await phone.scan(await host.pin());
    await phone.agree();
    await phone.write('Onderweg');
    expect(phone.ear.frames).toEqual([]);
    way.sockets = 'pass';
    await expect.poll(() => phone.ear.frames.length, { timeout: 70_000 }).toBeGreaterThan(0);
    await phone.write('Rechtstreeks');
    expect(phone.ear.frames.filter((frame) => frame.includes('"ack"'))).toHaveLength(1);
    await host.counts(lead.cards(2));
    await expect(phone.cards).toHaveCount(2);
    evening.nobodyComplained();
  });

  test('of each of two tabs goes by the detour, and they are one person', async () => {
    const way = await evening.proxy('refuse');
    const host = await evening.host();
    await host.startSession('Twee tabbladen', []);
    await host.open('welcome');
    await host.open('write');
    const one = await evening.phone({ site: way.url });
    await one.scan(await host.pin());
    await one.agree();
    const two = await evening.tabOf(one);
    await two.page.goto(one.page.url());
    await one.write('Rust');
    await expect(two.card('Rust')).toBeVisible();
    await two.write('Ritme');
    const copy = await evening.duplicateOf(one);
    await copy.write('Regelmaat');
    for (const tab of [one, two, copy]) await expect(tab.cards).toHaveCount(3);
    await host.counts(lead.cards(3));
    await expect(host.plan).toContainText('1 binnen, 1 verbonden');
    evening.nobodyComplained();
  });

  test('whose detour cannot be fetched goes on trying, and takes it as soon as it can be', async () => {
    const way = await evening.proxy('refuse');
    const host = await evening.host();
    await host.startSession('Zonder omweg', []);
    const phone = await evening.phone({ site: way.url });
    let asked = 0;
    await phone.page.route('**/assets/detour-*.js', (route) => {
      asked++;
      return route.abort();
    });
    await phone.scan(await host.pin());
    await expect.poll(() => asked).toBeGreaterThan(1);
    await phone.page.unroute('**/assets/detour-*.js');
    await expect(phone.heading(phoneTexts.notice.title)).toBeVisible({ timeout: 30_000 });
    evening.nobodyComplained();
  });
});
