import { expect, test } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { deskAsking } from '../src/activities/asking/desk';
import { askingWords } from '../src/activities/asking/words';
import { clarifyWords } from '../src/activities/clarify/words';
import { suggestWords } from '../src/activities/cluster/suggest.words';
import { commitWords } from '../src/activities/commit/words';
import { deskWords } from '../src/activities/formulate/desk';
import { formulateWords } from '../src/activities/formulate/words';
import { roundsWords } from '../src/activities/rounds/words';
import { storyWords } from '../src/activities/story/words';
import { nl as common } from '../src/i18n/common/nl';
import { nl as hostTexts } from '../src/i18n/host/nl';
import { en as joining } from '../src/i18n/join/en';
import { nl as phoneTexts } from '../src/i18n/phone/nl';
import { nl as wall } from '../src/i18n/screen/nl';
import { nl as task } from '../src/i18n/task/nl';
import { anEvening } from './room/evening';
import type { Host } from './room/host';
import { arrived, type Phone } from './room/phone';
import type { Proxy } from './room/proxy';
import type { Screen } from './room/screen';

// The template of ninety minutes, from the welcome to the report. Anna writes for her table, Bram skips whatever can be skipped,
// Cleo's line breaks, and Dana reads English. Each test goes on where the one before it stopped.
test.describe.configure({ mode: 'serial' });

const evening = anEvening();
const { home, lead } = hostTexts;
const ask = askingWords('nl');
const told = deskAsking('nl');
const beside = storyWords('nl');
const talk = roundsWords('nl');
const suggest = suggestWords('nl');
const clear = clarifyWords('nl');
const form = formulateWords('nl');
const desk = deskWords('nl');
const commit = commitWords('nl');
const title = 'Inspiratiesessie van de textielondernemers';

let host: Host, screen: Screen;
let anna: Phone, bram: Phone, cleo: Phone, dana: Phone;
let everybody: Phone[];
let way: Proxy;

const slider = (phone: Phone, about: string, label: string) =>
  phone.page.getByRole('group', { name: about, exact: true }).getByRole('slider', { name: label });

/** What this phone holds of a form has come in. */
const saved = (phone: Phone) => expect(phone.page.getByText(new RegExp(`^\\s*${common.sent}`))).toBeVisible();

/** Nothing of these words on the page, nor in anything that was ever sent to it. */
async function never(who: Host | Screen | Phone, ...secrets: string[]): Promise<void> {
  const content = await who.page.content();
  const heard = who.ear.frames.join('\n');
  for (const secret of secrets) {
    expect(content).not.toContain(secret);
    expect(heard).not.toContain(secret);
  }
}

/** A field of counted answers, or of a counted vote: nobody is sent one before its time. */
const neverCounted = async (...fields: string[]) => {
  for (const who of [host, screen, ...everybody]) {
    const heard = who.ear.frames.join('\n');
    for (const field of fields) expect(heard).not.toContain(`"${field}"`);
  }
};

const keep = async (name: string) => {
  const dir = process.env.SHOTS;
  if (!dir) return;
  for (const [who, { page }] of Object.entries({ host, screen, anna, bram })) {
    await page.screenshot({ path: `${dir}/ninety-${name}-${who}.png` });
  }
};

test('the method of ninety minutes is chosen at the desk, and its thirteen steps are the plan', async () => {
  host = await evening.host();
  await host.page.getByRole('radio', { name: new RegExp(`^${home.templates['values-90']}`) }).check();
  await host.startSession(title, ['Ondernemer', 'HR-specialist']);
  for (const kind of ['welcome', 'tensions', 'rounds', 'clarify', 'formulate', 'commit', 'checkout'] as const) {
    await expect(host.plan).toContainText(hostTexts.kinds[kind]);
  }
  screen = await evening.screen(host);
});

test('welcome: four phones come in, each in its own way', async () => {
  await host.open('welcome');
  const pin = await host.pin();
  [anna, bram, dana] = [await evening.phone(), await evening.phone(), await evening.phone({ locale: 'en-GB' })];
  way = await evening.proxy();
  cleo = await evening.phone({ site: way.url });
  everybody = [anna, bram, cleo, dana];

  await dana.page.goto(`${dana.site}/`);
  await dana.page.getByLabel(joining.pin).fill(pin);
  await dana.button(joining.enter).click();
  await dana.agree(); // the session speaks Dutch, whatever the phone prefers
  await dana.chooseGroup('HR-specialist');
  await anna.scan(pin);
  await anna.agree();
  await anna.chooseGroup('Ondernemer');
  await cleo.scan(pin);
  await cleo.agree();
  await cleo.chooseGroup('Ondernemer');
  await bram.scan(pin);
  await bram.agree();
  await bram.skipGroup();
  await expect(host.plan).toContainText('4 binnen, 4 verbonden');
  for (const phone of everybody) await expect(phone.heading(phoneTexts.lobby.title)).toBeVisible();
});

test('check-in: words and energy are for nobody until it closes, and the room reads them when the facilitator says so', async () => {
  await host.open('checkin');
  for (const [phone, word, energy] of [
    [anna, 'Benieuwd', 4],
    [cleo, 'Hoopvol', 3],
    [dana, 'Slaperig', 2],
  ] as const) {
    await phone.page.getByRole('radio', { name: new RegExp(`^${energy}`) }).check();
    await phone.page.getByLabel(ask.checkin.word).fill(word);
    await saved(phone);
  }
  await host.counts(told.answered(3, 4));
  await expect(screen.page.getByText(told.answered(3, 4))).toBeAttached();
  for (const who of [host, screen, bram]) await never(who, 'Benieuwd', 'Hoopvol', 'Slaperig');
  await never(anna, 'Hoopvol', 'Slaperig');
  await neverCounted('counts', 'mean');
  await host.close('checkin');
  await host.button(told.hideOf('Slaperig')).click();
  await host.button(told.show).click();
  await screen.shows('Hoopvol');
  await expect(bram.page.getByText('Benieuwd')).toBeVisible();
  for (const who of [screen, anna, bram, cleo]) await never(who, 'Slaperig');
});

test('tensions: nobody sees where the others stand, and the arrows come when it closes', async () => {
  await host.open('tensions');
  const about = 'Doelen of Waarden';
  for (const phone of [anna, cleo, dana]) {
    await slider(phone, about, ask.now).press('ArrowLeft');
    await slider(phone, about, ask.wanted).press('ArrowRight');
    await saved(phone);
  }
  await host.counts(told.answered(3, 4));
  await expect(screen.page.getByRole('listitem').filter({ hasText: told.wanted })).toHaveCount(0);
  await host.close('tensions');
  await expect(screen.page.getByRole('listitem').first()).toContainText(told.tensionLine('3,0', 3, '5,0', 3));
  await expect(bram.page.getByText(ask.closedNone)).toBeVisible();
});

const story = 'Toen de stroom uitviel bleven we allemaal.';

test('silent writing: a story for the facilitator, cards for nobody, and a card that waits for its line', async () => {
  await host.open('write');
  await anna.page.getByLabel(beside.label).fill(story);
  await anna.button(beside.share).click();
  await anna.page.getByLabel(beside.why).fill('Zonder kan het niet');
  await anna.write('Vertrouwen', 'Eigenaarschap', 'Lef');
  await dana.write('Openness', 'Humor');
  await cleo.write('vertrouwen', 'eigen regie');
  way.break();
  await cleo.lineIs('offline');
  await cleo.field.fill('Zorg');
  await cleo.button(task.write.send).click();
  await expect(cleo.card('Zorg')).toContainText(common.kept);
  way.mend();
  await expect(cleo.card('Zorg')).toContainText(arrived);
  await host.counts(lead.cards(8));
  await screen.shows(wall.wroteOf(3, 4));
  for (const who of [screen, bram, cleo]) await never(who, story, 'Eigenaarschap', 'Openness', 'Zonder kan');
  await never(dana, story, 'Eigenaarschap', 'Zorg');
  await host.page.getByText(beside.shareds(1)).click();
  await expect(host.page.getByText(story)).toBeVisible();
  await host.close('write');
  await screen.shows('Openness');
  await expect(bram.page.getByText(task.written.none)).toBeVisible();
  for (const who of [screen, bram, cleo, dana]) await never(who, story, 'Zonder kan');
});

test('1-2-4-all: each round on phone and screen; a card is made stronger, and one comes from the talk', async () => {
  await host.open('rounds');
  for (const [company, minutes] of [
    ['alone', 1],
    ['pair', 2],
    ['four', 4],
    ['all', 5],
  ] as const) {
    if (company !== 'alone') await host.button(talk.go({ with: company, minutes })).click();
    await expect(screen.heading(talk.titles[company])).toBeVisible();
    for (const phone of everybody) await expect(phone.heading(talk.titles[company])).toBeVisible();
    if (company === 'pair') await anna.button(talk.strongerOne('Lef')).click();
    if (company === 'four') {
      await dana.page.getByLabel(talk.label).fill('Rust');
      await dana.button(task.write.send).click();
      await expect(dana.card('Rust')).toContainText(arrived);
    }
  }
  await expect(host.page.getByText(talk.brought(1, 1))).toBeVisible();
  for (const who of [screen, anna, bram, cleo]) await never(who, 'Rust');
  await keep('rounds');
  await host.close('rounds');
  await expect(screen.page.getByText(talk.brought(1, 1))).toBeVisible();
  await expect(anna.card('Lef')).toContainText(talk.isStronger);
  await expect(dana.card('Rust')).toContainText(talk.came.four);
});

test('clustering: the same word lies together by itself, what means the same is suggested, and the room sees it move', async () => {
  await host.open('cluster');
  await expect(host.cluster('Vertrouwen', 2)).toBeVisible();
  await expect(host.loose('Eigenaarschap')).toBeVisible();
  await host.button(suggest.acceptOf('Eigenaarschap, eigen regie')).click();
  await expect(host.cluster('Eigenaarschap', 2)).toBeVisible();
  await expect(cleo.page.getByText(task.cluster.lies('Eigenaarschap'))).toBeVisible();
  await expect(screen.clusters.filter({ hasText: 'Eigenaarschap' })).toBeVisible();
  await host.counts(lead.options(7));
  await host.close('cluster');
});

test('clarify: what is unclear and what is missing, for the facilitator alone until it is taken up', async () => {
  await host.open('clarify');
  await cleo.button(clear.about(clear.unclear, 'Openness')).click();
  await cleo.page.getByLabel(clear.label).fill('Plezier');
  await cleo.button(clear.send).click();
  await expect(host.page.getByText(clear.unclearBy(1))).toBeVisible();
  for (const who of [screen, anna, bram, dana]) await never(who, 'Plezier', '"unclear":1');
  await host.button(clear.acceptOne('Plezier')).click();
  await expect(cleo.page.getByText(clear.status.accepted)).toBeVisible();
  await screen.shows('Plezier');
  await host.button(clear.renameOne('Openness')).click();
  await host.page.getByLabel(clear.newName).fill('Openheid');
  await host.button(clear.save).click();
  await screen.shows('Openheid');
  await keep('clarify');
  await host.close('clarify');
});

/** What everybody's dots are; Bram keeps his. */
const ballots = {
  anna: { Vertrouwen: 2, Lef: 1 },
  cleo: { Vertrouwen: 1, Zorg: 2 },
  dana: { Vertrouwen: 1, Lef: 1, Openheid: 1 },
};

test('the vote: blind for everybody, also for a phone that comes back', async () => {
  await host.open('vote');
  await anna.place(ballots.anna);
  await dana.place(ballots.dana);
  way.break();
  await cleo.lineIs('offline');
  await cleo.more('Zorg').click();
  await cleo.more('Zorg').click();
  await cleo.more('Vertrouwen').click();
  await expect(cleo.page.getByText(common.kept)).toBeVisible();
  way.mend();
  await cleo.lineIs('live');
  for (const phone of [anna, cleo, dana]) await phone.ballotIsIn();
  await dana.page.reload();
  await dana.hasDots(ballots.dana);
  await host.counts(lead.voted(3, 4));
  await screen.shows(wall.voted(3, 4));
  await neverCounted('voters', 'dotsPlaced', 'rank');
  await host.close('vote');
  await expect(bram.page.getByText(task.voted.none)).toBeVisible();
  await screen.shows(wall.voteClosed);
  for (const who of [screen, ...everybody]) expect(who.ear.frames.join('\n')).not.toContain('"dotsPlaced"');
});

test('the reveal: the ranking for the room, one’s own dots on the phone, and why groups are not compared', async () => {
  await host.open('reveal');
  await expect(screen.ranking().first()).toHaveText(/^1: Vertrouwen, 4 stippen van 3 mensen/);
  await expect(screen.ranking()).toHaveCount(8);
  await expect(anna.ranking().filter({ hasText: 'Vertrouwen' })).toContainText(task.reveal.yours(2));
  await expect(bram.ranking().first()).toContainText('Vertrouwen');
  await expect(bram.ranking().filter({ hasText: 'jij:' })).toHaveCount(0);
  await expect(host.page.getByText(lead.groups.reasons.few_ballots)).toBeVisible();
  await keep('reveal');
});

const sentence = 'Wij geven elkaar de ruimte en zeggen wat we nodig hebben.';
const when = ['Een collega beslist zelf en vertelt het daarna', 'We vragen hulp voordat het misgaat'];
const unless = 'Iemand kijkt mee omdat hij twijfelt aan een ander';
const counted = (name: string) => host.page.getByRole('region', { name, exact: true });

test('formulate: Anna writes, Cleo suggests, and whoever sits nowhere is sent nothing of it', async () => {
  await host.open('formulate');
  for (const phone of [anna, cleo]) {
    await phone.page.getByRole('radio', { name: new RegExp(form.table(1)) }).check();
    await phone.button(form.sit).click();
  }
  await anna.button(form.write).click();
  await anna.page.getByLabel(form.sentence).fill(sentence);
  await anna.page.getByLabel(form.whenNth(1)).fill(when[0]!);
  await expect(cleo.page.getByText(when[0]!)).toBeVisible();
  await cleo.page.getByLabel(form.text).fill(when[1]!);
  await cleo.button(form.send).click();
  await anna.button(form.useIt(when[1]!)).click();
  await anna.page.getByLabel(form.unless).fill(unless);
  await expect(anna.page.getByText(form.complete)).toBeVisible();
  await anna.page.reload();
  await expect(anna.page.getByLabel(form.sentence)).toHaveValue(sentence);
  await expect(counted('Vertrouwen').getByText(unless)).toBeVisible();
  for (const who of [screen, bram, dana]) await never(who, sentence, ...when, unless);
  await keep('formulate');
});

test('the facilitator, after a reload, shows the draft and makes it the final text', async () => {
  await host.page.reload();
  await host.close('formulate');
  await expect(bram.page.getByText(form.nowhere)).toBeVisible();
  await counted('Vertrouwen').getByRole('button', { name: desk.show }).click();
  await expect(screen.page.getByText(sentence)).toBeVisible();
  await counted('Vertrouwen')
    .getByRole('button', { name: desk.chooseOf(1, 'Vertrouwen') })
    .click();
  await host.page.getByRole('dialog').getByRole('button', { name: desk.store }).click();
  await expect(counted('Vertrouwen').getByText(desk.counts)).toBeVisible();
  await expect(counted('Vertrouwen').getByText(desk.support(3, 3))).toBeVisible();
});

test('importance and presence: marks of three, a reload in between, “I do not know” counts apart', async () => {
  await host.open('rate');
  for (const phone of [anna, cleo, dana]) {
    await slider(phone, 'Vertrouwen', ask.importance).press('End');
    await slider(phone, 'Vertrouwen', ask.presence).press('Home');
    await saved(phone);
  }
  await dana.page.reload();
  await expect(slider(dana, 'Vertrouwen', ask.importance)).toHaveAttribute(
    'aria-valuetext',
    new RegExp(ask.at(10, 10)),
  );
  await dana.button(`${ask.presence}: ${ask.unsure}`).nth(1).click();
  await saved(dana);
  await host.counts(told.answered(3, 4));
  await neverCounted('rating', 'quadrant');
  await host.close('rate');
  const first = screen.page.getByRole('table').getByRole('row').nth(1);
  await expect(first).toContainText('Vertrouwen');
  await expect(first).toContainText('+9,0');
  await keep('rate');
});

const secret = 'kastanje-in-mijn-jaszak';
const shared = 'vraag ik de nieuwe collega wat hem opvalt';

test('commitments: one’s own step stays on the phone, a shared one waits for the closing, the agreed one is on the wall', async () => {
  const sent: string[] = [];
  await host.open('commit');
  anna.page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => sent.push(String(payload))));
  anna.page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
  await anna.page.reload(); // a line of which everything is heard
  await anna.page.getByLabel(commit.then).fill(`leg ik een ${secret}`);
  await dana.page.getByLabel(commit.when).fill('ik maandag binnenkom');
  await dana.page.getByLabel(commit.then).fill(shared);
  await dana.button(commit.share).click();
  await expect(dana.page.getByText(commit.shared)).toBeVisible();
  await cleo.button(commit.ours).click();
  await cleo.page.getByLabel(commit.what).fill('Elke maand een uur over onze waarden');
  await cleo.button(commit.more).click();
  await cleo.page.getByLabel(commit.first, { exact: false }).fill('Datums prikken');
  await cleo.page.getByLabel(commit.owner, { exact: false }).fill('Teamleider weverij');
  await cleo.page.getByLabel(commit.date, { exact: false }).fill('2027-02-01');
  await cleo.button(commit.lay).click();
  for (const who of [screen, anna, bram, dana]) await never(who, 'Elke maand een uur');
  for (const who of [host, screen, anna, bram, cleo]) await never(who, shared);
  await host.button(commit.agreeOf('Elke maand een uur over onze waarden')).click();
  await host.button(commit.wallOn).click();
  await expect(screen.page.getByText('Elke maand een uur over onze waarden')).toBeVisible();
  await host.close('commit');
  await host.button(commit.sharedOn).click();
  await expect(host.page.getByText(commit.sentence('ik maandag binnenkom', shared))).toBeVisible();
  await keep('commit');
  for (const who of [host, screen, bram, cleo, dana]) await never(who, secret);
  expect(sent.some((message) => message.includes('hello'))).toBe(true);
  for (const message of sent) expect(message).not.toContain(secret);
});

test('check-out: a last word that is shown to nobody but the facilitator, and how useful it was', async () => {
  await host.open('checkout');
  for (const phone of [anna, cleo]) {
    await phone.page.getByRole('radio', { name: /^5/ }).check();
    await phone.page.getByLabel(ask.checkout.word).fill('Opgelucht');
    await saved(phone);
  }
  await host.counts(told.answered(2, 4));
  await host.close('checkout');
  await expect(screen.heading(told.result.checkout)).toBeVisible();
  await expect(host.page.getByText('Opgelucht')).toBeVisible();
  for (const who of [screen, bram, dana]) await never(who, 'Opgelucht');
});

test('the end: everybody is thanked, and the results hold all of it with nobody in it', async () => {
  await host.end();
  await expect(screen.heading(wall.thanks)).toBeVisible();
  for (const phone of everybody) await expect(phone.heading(task.ended.title)).toBeVisible();
  await expect(anna.page.getByLabel(commit.then)).toHaveValue(`leg ik een ${secret}`);
  const sum = await host.remains();
  expect(sum.counts).toMatchObject({ joined: 4, wrote: 3, cards: 10, hidden: 0, voted: 3 });
  expect(sum.counts).toMatchObject({ talked: 1, stronger: 1, proposed: 1 });
  expect(sum.minutes ?? 90).toBe(90);
  expect(sum.activities.map(({ status }) => status)).toEqual(Array.from({ length: 13 }, () => 'closed'));
  const dots = Object.fromEntries(sum.vote!.options.map(({ name, dots }) => [name, dots]));
  expect(dots).toMatchObject({ Vertrouwen: 4, Lef: 2, Zorg: 2, Openheid: 1, Rust: 0, Plezier: 0 });
  expect(sum.outcomes!.map(({ sheets }) => sheets)).toEqual([3, 3, 3, 2]);
  expect(sum.formulations).toMatchObject([{ name: 'Vertrouwen', sentence, when, unless, lacks: [] }]);
  expect(sum.steps).toMatchObject([{ what: 'Elke maand een uur over onze waarden', agreed: true }]);
  expect(sum.shared).toEqual([{ when: 'ik maandag binnenkom', then: shared, horizon: 'week' }]);
  for (const kept of ['Slaperig', 'Opgelucht', story, 'Zonder kan', secret])
    expect(JSON.stringify(sum)).not.toContain(kept);
});

/** What a PDF says, without its line breaks: they fall where the page ends. */
const read = (path: string) =>
  execFileSync('pdftotext', ['-nopgbrk', path, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ');

test('the PDF has it in words: the value with its behaviour, the step, the marks, and counts that add up', async () => {
  const downloading = host.page.waitForEvent('download');
  await host.page.getByRole('link', { name: lead.inDutch }).click();
  const path = await (await downloading).path();
  expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-');
  const text = read(path);
  for (const said of [title, sentence, ...when, unless, 'Elke maand een uur over onze waarden', 'Datums prikken']) {
    expect(text).toContain(said);
  }
  for (const said of [
    'Teamleider weverij',
    shared,
    'Openheid',
    'Plezier',
    'Hoopvol',
    '4 deelnemers',
    '3 mensen stemden',
  ]) {
    expect(text).toContain(said);
  }
  for (const kept of ['Slaperig', 'Opgelucht', story, secret, 'NaN', 'undefined']) expect(text).not.toContain(kept);
});

test('Dana reads it in English, by the link on her own phone', async ({}, info) => {
  const link = await dana.page.getByRole('link', { name: task.ended.other }).getAttribute('href');
  const page = await (await dana.page.request.get(`${dana.site}${link}`)).text();
  expect(page).toContain(sentence);
  const path = info.outputPath('report.pdf');
  writeFileSync(path, await (await dana.page.request.get(`${dana.site}${link!.replace('?', '.pdf?')}`)).body());
  const text = read(path);
  for (const said of ['4 participants', 'We see this when', sentence, 'Steps of the organisation'])
    expect(text).toContain(said);
});

test('no page complained', () => evening.nobodyComplained());
