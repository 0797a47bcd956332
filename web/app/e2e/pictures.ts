import { expect, test } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nl as hostTexts } from '../src/i18n/host/nl';
import { nl as phoneTexts } from '../src/i18n/phone/nl';
import { nl as wall } from '../src/i18n/screen/nl';
import { nl as task } from '../src/i18n/task/nl';
import type { CardItem, SessionCreated } from '../src/wire/protocol';
import { Crowd } from './room/crowd';
import { anEvening } from './room/evening';
import { Host } from './room/host';
import { Phone } from './room/phone';
import { settled } from './room/motion';
import { Screen } from './room/screen';

// Takes the pictures of the README from one fictional session of twenty-five. Run by scripts/screenshots.

const into = process.env.PICTURES!;
const evening = anEvening('--public-url', 'http://sessie.example.org');
const { lead } = hostTexts;

/** What the room writes; words in one row mean the same to it. The first is what it calls them. */
const values = [
  ['Vertrouwen', 'Vertrouwen', 'Vertrouwen', 'Vertrouwen geven', 'Loslaten durven', 'Elkaar vertrouwen'],
  ['Eigenaarschap', 'Eigenaarschap', 'Verantwoordelijkheid nemen', 'Zelf aan het roer'],
  ['Samenwerken', 'Samenwerken', 'Samen sterk', 'Over muren heen kijken'],
  ['Eerlijkheid', 'Openheid', 'Openheid', 'Zeggen wat je ziet', 'Eerlijkheid'],
  ['Blijven leren', 'Fouten mogen maken', 'Nieuwsgierigheid', 'Blijven leren'],
  ['Aandacht', 'Echt luisteren', 'Echt luisteren', 'Elkaar zien', 'Aandacht'],
  ['Ruimte geven', 'Ruimte geven', 'Autonomie'],
  ['Plezier', 'Humor', 'Plezier', 'Samen lachen'],
  ['Moed', 'Lef', 'Moed'],
  ['Zorg voor elkaar', 'Omkijken naar elkaar', 'Zorgzaamheid'],
  ['Vakmanschap', 'Trots op ons werk', 'Vakmanschap'],
  ['Duidelijkheid', 'Koers houden', 'Duidelijkheid'],
];
/** What the phone in the pictures adds to them. */
const own = 'Elkaar de ruimte gunnen';
const alone = ['Geduld', 'Eenvoud', 'Verwondering', 'Dankbaarheid'];
/** How much each of the rows weighs in the vote. */
const weights = [19, 10, 8, 13, 6, 15, 5, 4, 9, 3, 2, 4];

let created: SessionCreated;
let host: Host, screen: Screen, phone: Phone, crowd: Crowd;
let leading: number; // the one of the crowd that leads, beside the host's page

test('the room comes in', async () => {
  host = new Host(await (await evening.context({ viewport: { width: 1440, height: 900 } })).newPage());
  await host.page.goto(evening.server.signIn);
  await host.signedIn();
  const answer = await host.page.request.post(`${evening.server.url}/api/sessions`, {
    data: {
      title: 'Inspiratiesessie verbindend leiderschap',
      lang: 'nl',
      groups: ['Ondernemer', 'HR-specialist', 'Leidinggevende'],
      template: 'values-45',
      fictional: true,
    },
  });
  created = (await answer.json()) as SessionCreated;
  const at = (link: string) => link.replace('http://sessie.example.org', evening.server.url);
  await host.page.goto(at(created.host));
  screen = new Screen(await (await evening.context({ viewport: { width: 1920, height: 1080 } })).newPage());
  await screen.page.goto(at(created.screen));
  await host.open('welcome');

  crowd = await Crowd.at(await evening.context({}), evening.server.url, created.id);
  await crowd.grow(24);
  const session = await crowd.hears(0, 'session');
  for (let who = 0; who < 24; who++) {
    await crowd.ask(who, 'choose_group', { group: session.groups[[0, 0, 1, 1, 2][who % 5]!]!.id });
  }
  leading = crowd.size;
  await crowd.grow(1, { role: 'host', key: created.host.split('key=')[1]! });

  phone = await evening.phone({ deviceScaleFactor: 2, bypassCSP: true });
  await phone.scan(created.pin);
  await phone.agree();
  await phone.chooseGroup('Ondernemer');
  await expect(phone.heading(phoneTexts.lobby.title)).toBeVisible();
  await dress(phone);
  await screen.shows('25');
  await picture(screen, 'screen-lobby');
});

test('the room writes', async () => {
  await host.open('write');
  // Everybody takes the next card, so that a person never has the same word twice.
  const cards = [...values.flat(), ...alone].sort((a, b) => turn(a) - turn(b));
  for (const [i, text] of cards.entries()) {
    await crowd.ask(i % 24, 'add_card', { id: `card-number-${i}`, text });
  }
  await phone.write(own, 'Vertrouwen');
  await phone.field.fill('Doen wat je belooft');
  await picture(phone, 'phone-write');
  await phone.field.fill('');
});

test('the host arranges', async () => {
  await host.close('write');
  await host.open('cluster');
  const [before, after] = [values.slice(0, 6), values.slice(6)];
  for (const row of before) await arrange(row);
  await expect(host.cluster('Vertrouwen', 7)).toBeVisible();
  await host.loose('Koers houden').click();
  await host.cluster('Duidelijkheid', 2).click();
  await picture(host, 'host-cluster');
  await picture(screen, 'screen-cluster');
  await host.page.keyboard.press('Escape');
  for (const row of after) await arrange(row);
  for (const text of alone) {
    const card = (await board()).find((one) => one.text === text)!;
    await crowd.ask(leading, 'park_cluster', { cluster: card.cluster, parked: true });
  }
});

test('the room votes, and sees what it carries', async () => {
  await host.close('cluster');
  await host.open('vote');
  await expect(phone.heading(task.vote.title)).toBeVisible();
  const ballot = await crowd.hears(0, 'ballot');
  const options = values.map(([name]) => ballot.options.find((option) => option.name === name)!.id);
  for (const [who, dots] of ballots(options, ballot.dots, ballot.perOption).entries()) {
    await crowd.ask(who, 'cast_ballot', { round: ballot.round, dots });
  }
  const [first, , third] = await phone.page.getByRole('group').allInnerTexts(); // those in sight
  const name = (text?: string) => text!.split('\n')[0]!;
  await phone.place({ [name(first)]: 1, [name(third)]: 2 });
  await phone.ballotIsIn();
  await picture(phone, 'phone-vote');
  await host.counts(lead.voted(25, 25));
  await picture(screen, 'screen-vote');
  await host.close('vote');
  await host.open('reveal');
  await expect(screen.heading(wall.revealTitle)).toBeVisible();
  await expect(screen.page.getByText(/vrijwel zeker/).first()).toBeAttached(); // counted by drawing again and again
  await picture(screen, 'screen-reveal');
  await host.end();
  await expect(phone.heading(task.ended.title)).toBeVisible();
});

test('the report is there', async () => {
  const answer = await host.page.request.get(`${evening.server.url}/api/sessions/${created.id}/report.pdf?lang=nl`);
  const pdf = test.info().outputPath('report.pdf');
  writeFileSync(pdf, await answer.body());
  execFileSync('pdftoppm', ['-png', '-r', '90', '-f', '1', '-singlefile', pdf, join(into, 'report')]);
});

async function picture(of: Host | Phone | Screen, name: string): Promise<void> {
  await of.page.mouse.move(0, 0);
  await of.page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    for (const box of [document.scrollingElement!, ...document.querySelectorAll('main *')]) box.scrollTop = 0;
    return document.fonts.ready;
  });
  await settled(of.page);
  await of.page.screenshot({ path: join(into, `${name}.png`) });
}

/** Phones write in their own face. A machine that builds has none worth showing, so the laptop's stands in for it. */
async function dress(phone: Phone): Promise<void> {
  const faces = await host.page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  const face = new URL(faces.find((name) => /\/text-.*\.woff2$/.test(name))!).pathname;
  const content = `@font-face { font-family: Stand-in; src: url(${face}); font-weight: 100 900 } :root { --text: Stand-in }`;
  await phone.page.addStyleTag({ content });
}

/** Lays the cards of a row together, and gives them the name that the room gives them. */
async function arrange([name, ...words]: string[]): Promise<void> {
  const meant = [name, ...words, ...(name === 'Ruimte geven' ? [own] : [])];
  const cards = (await board()).filter(({ text }) => meant.includes(text));
  const into = (cards.find(({ text }) => text === name) ?? cards[0]!).cluster;
  const from = [...new Set(cards.map(({ cluster }) => cluster))].filter((cluster) => cluster !== into);
  if (from.length > 0) await crowd.ask(leading, 'merge_clusters', { into, from });
  await crowd.ask(leading, 'rename_cluster', { cluster: into, name: name! });
}

async function board(): Promise<CardItem[]> {
  const items = await crowd.told(leading);
  return Object.entries(items).flatMap(([key, item]) => (key.startsWith('card/') ? [item as CardItem] : []));
}

/** A number for a text, always the same: shuffles the cards without chance. */
function turn(text: string): number {
  return [...text].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) % 9973, 7);
}

/** Deals the weights out over the room, so that nobody has more dots than there are, or too many on one. */
function ballots(options: readonly string[], dots: number, perOption: number): Record<string, number>[] {
  const room = Array.from({ length: 24 }, (): Record<string, number> => ({}));
  const placed = (ballot: Record<string, number>) => Object.values(ballot).reduce((sum, n) => sum + n, 0);
  let next = 0;
  for (const [i, option] of options.entries()) {
    for (let n = 0; n < weights[i]!; n++) {
      for (let tried = 0; tried < 24; tried++) {
        const ballot = room[next++ % 24]!;
        if (placed(ballot) >= dots || (ballot[option] ?? 0) >= perOption) continue;
        ballot[option] = (ballot[option] ?? 0) + 1;
        break;
      }
    }
  }
  return room;
}
