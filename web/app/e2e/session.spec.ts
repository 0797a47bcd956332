import { expect, type Locator, type Page, test } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { nl as common } from '../src/i18n/common/nl';
import { nl as hostTexts } from '../src/i18n/host/nl';
import { nl as phoneTexts } from '../src/i18n/phone/nl';
import { nl as wall } from '../src/i18n/screen/nl';
import { besideWords } from '../src/activities/write/beside.words';
import { modeWords } from '../src/activities/write/mode.words';
import { nl as task } from '../src/i18n/task/nl';
import { anEvening } from './room/evening';
import type { Host } from './room/host';
import { arrowTo, tabTo } from './room/keyboard';
import { arrived, type Phone } from './room/phone';
import type { Proxy } from './room/proxy';
import type { Screen } from './room/screen';

const beside = besideWords('nl');
const modes = modeWords('nl');

// One evening from the sign-in link to the report: a host, a screen and three phones. The second phone comes by a way
// that breaks; the third reloads in the middle of its vote. Each test goes on where the one before it stopped.
test.describe.configure({ mode: 'serial' });

const evening = anEvening();
const { lead } = hostTexts;
const title = 'Inspiratiesessie van de havenondernemers';

let host: Host;
let screen: Screen;
let anna: Phone, bram: Phone, cleo: Phone;
let way: Proxy;
let pin: string;

/** Every word that somebody wrote, as it must not be seen by others before its time. */
const annas = ['Vertrouwen', 'Loslaten', 'Humor', 'Rust'];
const brams = ['vertrouwen', 'Eigenaarschap', 'Lef'];
const cleos = ['Samen dragen', 'Verantwoordelijkheid'];

test('the sign-in link opens the desk, and its key does not stay in the address', async () => {
  host = await evening.host();
  expect(host.page.url()).toBe(`${evening.server.url}/host`);
});

test('a session starts with a title and groups', async () => {
  await host.startSession(title, ['Ondernemer', 'HR-specialist']);
  await expect(host.plan).toContainText(title);
  pin = await host.pin();
  expect(pin).toMatch(/^\d{6}$/);
});

test('the screen, opened from the host’s page, shows how to come in', async () => {
  screen = await evening.screen(host);
  await expect(screen.page.getByText(pin.replace(/(...)(...)/, '$1 $2')).first()).toBeVisible();
  await expect(screen.page.getByRole('img', { name: new RegExp(`QR-code naar`) })).toBeVisible();
  await screen.shows(wall.firstStone);
});

test('one phone types the pin and two scan the code; each reads the notice, and chooses a group or none', async () => {
  await host.open('welcome');
  [anna, cleo] = [await evening.phone(), await evening.phone()];
  way = await evening.proxy();
  bram = await evening.phone({ site: way.url });

  await anna.typePin(pin);
  await expect(anna.heading(phoneTexts.notice.title)).toBeVisible();
  await expect(anna.page.getByRole('main')).toContainText('Bij het sluiten wissen we die koppeling.');
  await anna.agree();
  await anna.chooseGroup('Ondernemer');
  await expect(anna.page.getByText(phoneTexts.lobby.group('Ondernemer'))).toBeVisible();

  await bram.scan(pin);
  await bram.agree();
  await bram.chooseGroup('HR-specialist');
  await cleo.scan(pin);
  await cleo.agree();
  await cleo.skipGroup();

  for (const phone of [anna, bram, cleo]) await expect(phone.heading(phoneTexts.lobby.title)).toBeVisible();
  await expect(host.plan).toContainText('3 binnen, 3 verbonden');
  await screen.shows('3');
  await expect(screen.page.getByText('stenen in de brug · 3 verbonden')).toBeVisible();
});

test('while people write, the screen counts and nobody reads another’s words', async () => {
  // The first word of Anna and of Bram is the same, so neither is a secret to the other.
  const others: [Screen | Phone, string[]][] = [
    [screen, [...annas, ...brams, ...cleos]],
    [anna, [...brams.slice(1), ...cleos]],
    [bram, [...annas.slice(1), ...cleos]],
    [cleo, [...annas, ...brams.slice(1)]],
  ];
  const before = others.map(([who]) => who.ear.frames.length);

  await host.open('write');
  await anna.write(...annas);
  await bram.write(...brams);
  await cleo.write(...cleos);
  await screen.shows(wall.wroteOf(3, 3));
  await screen.shows(wall.faceDown(9));
  await host.counts(lead.cards(9));

  for (const [i, [who, secrets]] of others.entries()) {
    await who.showsNothingOf(secrets);
    const frames = who.ear.frames.slice(before[i]).join('\n');
    for (const secret of secrets) expect(frames).not.toContain(secret);
  }
});

test('the fifth card is not offered; an own card can be changed, and removed after a question', async () => {
  await expect(anna.page.getByText(task.write.full)).toBeVisible();
  await expect(anna.field).toHaveCount(0);

  await anna.button(task.write.editOne('Rust')).click();
  await anna.page.getByLabel(task.write.editing).fill('Stilte');
  await anna.button(task.write.save).click();
  await expect(anna.card('Stilte')).toContainText(arrived);

  await anna.button(task.write.removeOne('Humor')).click();
  await anna.card('Humor').getByRole('button', { name: task.write.remove, exact: true }).click();
  await expect(anna.card('Humor')).toHaveCount(0);
  await anna.write('Plezier');
  await host.counts(lead.cards(9));
});

test('a card of 10,000 characters is refused with the limit, and the text stays in the field', async () => {
  const story = 'moed '.repeat(2000);
  await cleo.field.fill(story);
  await cleo.button(task.write.send).click();
  await expect(cleo.page.getByRole('alert')).toContainText('hooguit 100 tekens');
  await expect(cleo.field).toHaveValue(story);
  await cleo.field.fill('');
});

test('what is typed and not sent survives a reload', async () => {
  await cleo.field.fill('Halverwege een gedach');
  await cleo.page.reload();
  await expect(cleo.field).toHaveValue('Halverwege een gedach');
  await cleo.field.fill('');
  for (const text of cleos) await expect(cleo.card(text)).toContainText(arrived);
});

test('the deck comes to the phones when the host opens it, and a value from it is a card like any other', async () => {
  await expect(bram.button(beside.deck)).toHaveCount(0);
  await host.button(modes.names.inspired).click();
  await bram.button(beside.deck).click();
  const value = bram.page.getByRole('dialog').getByRole('button', { name: /^Nieuwsgierigheid/ });
  if (!(await value.isVisible())) await openTheme(bram.page, 'Nieuwsgierigheid');
  await value.click();
  await expect(bram.field).toHaveValue('Nieuwsgierigheid');
  await bram.button(task.write.send).click();
  await expect(bram.card('Nieuwsgierigheid')).toContainText(arrived);
  await host.counts(lead.cards(10));
});

test('a card that the host hides stays off the screen until it is restored', async () => {
  await host.button(lead.hideCard('Lef')).click();
  await expect(host.button(lead.restoreCard('Lef'))).toBeVisible();
  await host.close('write');

  await screen.shows('Stilte');
  await screen.shows('Verantwoordelijkheid');
  await expect(screen.page.getByText('Vertrouwen×2')).toBeVisible();
  await screen.showsNothingOf(['Lef', 'Humor', 'Rust']);
  await expect(anna.heading(task.written.title)).toBeVisible();

  await host.button(lead.restoreCard('Lef')).click();
  await screen.shows('Lef');
});

test('by keyboard alone, cards are merged, named, split, and it is undone', async () => {
  const { page } = host;
  await page.keyboard.press('Control+Enter');
  await expect(host.heading(hostTexts.kinds.cluster)).toBeVisible();
  await expect(host.cluster('Vertrouwen', 2)).toBeVisible(); // the same word, twice: it lies together by itself

  await tabTo(page, host.board.getByRole('button'));
  await arrowTo(page, host.loose('Eigenaarschap'));
  await page.keyboard.press('Space');
  await arrowTo(page, host.loose('Verantwoordelijkheid'));
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: lead.merge })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(host.cluster('Eigenaarschap', 2)).toBeFocused();

  await page.keyboard.press('F2');
  await expect(page.getByRole('textbox', { name: lead.name })).toBeFocused();
  await page.keyboard.type('Eigen verantwoordelijkheid');
  await page.keyboard.press('Enter');
  await expect(host.cluster('Eigen verantwoordelijkheid', 2)).toBeFocused();
  await expect(screen.clusters.filter({ hasText: 'Eigen verantwoordelijkheid' })).toBeVisible();
  await expect(bram.page.getByText('ligt bij “Eigen verantwoordelijkheid”')).toBeVisible();

  await page.keyboard.press('Enter');
  await arrowTo(page, page.getByRole('menuitem', { name: lead.split }), 'ArrowDown');
  await page.keyboard.press('Enter');
  await expect(host.cluster('Eigen verantwoordelijkheid', 2)).toHaveCount(0);

  await page.keyboard.press('Control+z');
  await expect(host.cluster('Eigen verantwoordelijkheid', 2)).toBeVisible();
  await expect(screen.clusters.filter({ hasText: 'Eigen verantwoordelijkheid' })).toBeVisible();
});

test('with a mouse, a card is dragged into a cluster', async () => {
  await drag(host.page, host.loose('Samen dragen'), host.cluster('Vertrouwen', 2));
  await expect(host.cluster('Vertrouwen', 3)).toBeVisible();
  await expect(screen.clusters.filter({ hasText: 'Vertrouwen' })).toContainText('3');
  await expect(cleo.page.getByText('ligt bij “Vertrouwen”')).toBeVisible();
  await host.counts(lead.options(7));
});

/** What everybody's dots are when the vote closes. */
const ballots = {
  anna: { 'Eigen verantwoordelijkheid': 1, Vertrouwen: 1, Lef: 1 },
  bram: { Lef: 2, Nieuwsgierigheid: 1 },
  cleo: { Lef: 1, Vertrouwen: 1 },
};

test('seven values are a ballot of three dots; a third on one value is refused with the rule, a fourth in all too', async () => {
  await host.close('cluster');
  await expect(anna.page.getByText(task.cluster.closed)).toBeVisible();
  await host.open('vote');
  await expect(anna.heading(task.vote.title)).toBeVisible();
  await expect(anna.page.getByText(task.vote.rule(3, 2))).toBeVisible();

  await anna.place({ Vertrouwen: 2 });
  await anna.presses('Vertrouwen');
  await expect(anna.page.getByText(task.vote.overOption(2))).toBeVisible();
  await anna.place({ Lef: 1 });
  await anna.presses('Loslaten');
  await expect(anna.page.getByText(task.vote.overBudget)).toBeVisible();
  await anna.hasDots({ Vertrouwen: 2, Lef: 1, Loslaten: 0 });
  await anna.ballotIsIn();
  await host.counts(lead.voted(1, 3));
});

test('the last ballot counts: a dot is moved', async () => {
  await anna.fewer('Vertrouwen').click();
  await anna.place({ 'Eigen verantwoordelijkheid': 1 });
  await anna.button(task.vote.done).click();
  await expect(anna.heading(task.vote.doneTitle)).toBeVisible();
  await anna.ballotIsIn();
});

test('a phone that loses its way in the middle says so, keeps the dots, comes back by itself and counts once', async () => {
  await bram.place({ Lef: 1 });
  await bram.ballotIsIn();
  await host.counts(lead.voted(2, 3));

  way.break();
  await bram.lineIs('offline');
  await bram.more('Lef').click();
  await bram.place({ Nieuwsgierigheid: 1 });
  await expect(bram.page.getByText(common.kept)).toBeVisible();
  await expect(host.plan).toContainText('2 verbonden');

  way.mend();
  await bram.lineIs('live');
  await bram.ballotIsIn();
  await bram.hasDots(ballots.bram);
  await host.counts(lead.voted(2, 3));
});

test('a phone that reloads finds its dots, also the one that was placed a blink before', async () => {
  await cleo.place({ Lef: 1 });
  await cleo.ballotIsIn();
  await cleo.place({ Vertrouwen: 1 });
  await cleo.page.reload();
  await cleo.hasDots({ Lef: 1, Vertrouwen: 1 });
  await cleo.ballotIsIn();
  await host.counts(lead.voted(3, 3));
  await screen.shows(wall.voted(3, 3));
});

test('while the vote is open, no page but one’s own is told where a dot lies', async () => {
  for (const page of [host.page, screen.page]) {
    await expect(page.getByText('3 van 3 stemden').first()).toBeAttached();
    await expect(page.getByRole('table')).toHaveCount(0);
  }
  for (const ear of [host.ear, screen.ear]) {
    const heard = ear.frames.join('\n');
    expect(heard).toContain('"ballot"');
    for (const word of ['"voters"', '"rank"', '"dotsPlaced"', '"me"']) expect(heard).not.toContain(word);
  }
});

test('after closing nobody can vote: not on the phone, and not past it', async () => {
  await host.close('vote');
  for (const phone of [anna, bram, cleo]) {
    await expect(phone.heading(task.voted.title)).toBeVisible();
    await expect(phone.page.getByText(task.voted.counted)).toBeVisible();
    await expect(phone.more('Lef')).toHaveCount(0);
  }
  expect(await ballotPast(cleo)).toMatchObject({ code: 'closed' });
  await screen.shows(wall.voteClosed);
  await expect(screen.ranking()).toHaveCount(0);
  await expect(host.page.getByText(lead.notYet)).toBeVisible();
});

/** What the dots add up to, best first. */
const totals: Record<string, number> = {};
for (const ballot of Object.values(ballots)) {
  for (const [name, n] of Object.entries(ballot)) totals[name] = (totals[name] ?? 0) + n;
}
const unchosen = { Loslaten: 0, Stilte: 0, Plezier: 0 };

test('the reveal tells the room what the dots add up to, and each phone its own beside it', async () => {
  await host.open('reveal');
  await expect(screen.heading(wall.revealTitle)).toBeVisible();
  await expect(screen.ranking()).toHaveCount(7);
  await expect(screen.ranking().first()).toHaveText(/^1: Lef, 4 stippen van 3 mensen/);
  for (const [name, n] of Object.entries({ ...totals, ...unchosen })) {
    await expect(screen.ranking().filter({ hasText: name })).toContainText(`${name}, ${common.dots(n)}`);
    await expect(host.ranking().filter({ hasText: name })).toContainText(lead.dots(n));
    await expect(anna.ranking().filter({ hasText: name })).toContainText(n === 0 ? 'geen stippen' : common.dots(n));
  }
  for (const [phone, own] of [
    [anna, ballots.anna],
    [bram, ballots.bram],
    [cleo, ballots.cleo],
  ] as const) {
    for (const [name, n] of Object.entries(own)) {
      await expect(phone.ranking().filter({ hasText: name })).toContainText(task.reveal.yours(n));
    }
    await expect(phone.ranking().filter({ hasText: 'jij:' })).toHaveCount(Object.keys(own).length);
  }
  await expect(screen.page.getByText('3 van 3 stemden').first()).toBeVisible();
});

test('the end thanks everybody, and phones keep their own dots', async () => {
  await host.end();
  await expect(screen.heading(wall.thanks)).toBeVisible();
  await screen.shows('Lef');
  for (const [phone, own] of [
    [anna, ballots.anna],
    [bram, ballots.bram],
    [cleo, ballots.cleo],
  ] as const) {
    await expect(phone.heading(task.ended.title)).toBeVisible();
    await phone.page.reload();
    await expect(phone.ranking().filter({ hasText: 'jij:' })).toHaveCount(Object.keys(own).length);
  }
});

test('the PDF is downloaded, and names the values', async () => {
  const downloading = host.page.waitForEvent('download');
  await host.page.getByRole('link', { name: lead.inDutch }).click();
  const file = await (await downloading).path();
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  for (const name of [title, ...Object.keys(totals), ...Object.keys(unchosen), 'Samen dragen', 'Eigenaarschap'])
    expect(text).toContain(name);
  expect(text).not.toContain('Humor');
});

test('the results as data say the same', async () => {
  const results = await host.remains();
  expect(results).toMatchObject({
    title,
    final: true,
    counts: { joined: 3, wrote: 3, cards: 10, hidden: 0, voted: 3 },
  });
  expect(results.groups).toEqual([]); // one person each: too few to be told apart
  const found = Object.fromEntries(results.vote!.options.map(({ name, dots }) => [name, dots]));
  expect(found).toEqual({ ...totals, ...unchosen });
  expect(results.vote).toMatchObject({ ballots: 3, joined: 3, dotsPlaced: 8 });
});

test('the pin of an ended session is no way in any more', async () => {
  const late = await evening.phone();
  await late.typePin(pin);
  await expect(late.page.getByText('Deze sessie bestaat niet (meer)')).toBeVisible();
  await late.scan(pin);
  await expect(late.page.getByText('Deze sessie bestaat niet (meer)')).toBeVisible();
  await expect(late.page.getByText('of vraag de begeleider om de nieuwe')).toBeVisible();
});

test('no page of this evening complained', () => evening.nobodyComplained());

async function openTheme(page: Page, value: string): Promise<void> {
  await page.locator('details').filter({ hasText: value }).locator('summary').click();
}

async function drag(page: Page, what: Locator, onto: Locator) {
  await what.hover();
  await page.mouse.down();
  await onto.hover();
  await onto.hover(); // the first moves lift the card, the last one lays it over its place
  await page.mouse.up();
}

/** Sends a ballot as somebody who knows the protocol would, with the phone's own cookie. */
async function ballotPast(phone: Phone): Promise<unknown> {
  return phone.page.evaluate(
    (session) =>
      new Promise((answer) => {
        const socket = new WebSocket(`ws://${location.host}/api/sessions/${session}/socket`);
        socket.onopen = () =>
          socket.send(JSON.stringify({ t: 'hello', role: 'participant', client: 'past-the-phone' }));
        socket.onmessage = ({ data }) => {
          const message = JSON.parse(String(data));
          if (message.t === 'welcome') {
            socket.send(JSON.stringify({ t: 'do', n: 1, type: 'cast_ballot', data: { round: 1, dots: {} } }));
          }
          if (message.t === 'ack') answer('it was taken');
          if (message.t === 'problem') answer(message.problem);
        };
      }),
    host.session,
  );
}
