import { expect, test } from '@playwright/test';
import { consentWords } from '../src/activities/consent/words';
import { deskWords } from '../src/activities/formulate/desk';
import { formulateWords } from '../src/activities/formulate/words';
import type { SessionCreated } from '../src/wire/protocol';
import { overflow, serious } from './room/axe';
import { Crowd } from './room/crowd';
import { anEvening } from './room/evening';
import type { Host } from './room/host';
import { arrived, type Phone } from './room/phone';
import type { Screen } from './room/screen';

// Six people vote, and put two values into words at two tables: one phone writes, another suggests and takes over the pen.
test.describe.configure({ mode: 'serial' });

const evening = anEvening();
const t = formulateWords('nl');
const desk = deskWords('nl');
const check = consentWords('nl');
const steps = (['write', 'vote', 'reveal', 'formulate', 'consent'] as const).map((kind) => ({
  id: kind,
  kind,
  minutes: 5,
  ...(kind === 'write' && { limit: 4 }),
}));

let host: Host, screen: Screen, scribe: Phone, other: Phone, crowd: Crowd;

const keep = async (name: string) => {
  const dir = process.env.SHOTS;
  if (!dir) return;
  for (const [who, page] of Object.entries({
    scribe: scribe.page,
    other: other.page,
    host: host.page,
    screen: screen.page,
  })) {
    await page.screenshot({
      path: `${dir}/formulate-${name}-${who}.png`,
      fullPage: who !== 'screen' && who !== 'host',
    });
  }
};
const accessible = async () => {
  for (const page of [scribe.page, other.page, host.page, screen.page]) {
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(await serious(page)).toEqual([]);
  }
};
const value = () => host.page.getByRole('region', { name: 'Vertrouwen', exact: true });

test('two values go on to two tables', async () => {
  host = await evening.host();
  const made = await host.page.request.post(`${evening.server.url}/api/sessions`, {
    data: { title: 'Waarden in woorden', lang: 'nl', groups: [], template: '', fictional: false, steps },
    headers: { Origin: evening.server.url },
  });
  const { id } = (await made.json()) as SessionCreated;
  await host.page.goto(`${evening.server.url}/host/${id}`);
  screen = await evening.screen(host);
  [scribe, other] = [await evening.phone(), await evening.phone()];
  for (const phone of [scribe, other]) {
    await phone.scan(await host.pin());
    await phone.agree();
  }
  crowd = await Crowd.at(await evening.context({}), evening.server.url, id);
  await crowd.grow(6);
  await host.open('write');
  for (const [i, text] of ['Vertrouwen', 'Moed', 'Rust', 'Humor'].entries()) {
    await crowd.ask(i, 'add_card', { id: `card-${i}`, text });
  }
  await host.close('write');
  await host.open('vote');
  const ballot = await crowd.hears(0, 'ballot');
  for (let who = 0; who < 6; who++) {
    const dots = ballot.options.filter(({ name }) => name === 'Vertrouwen' || (name === 'Moed' && who < 4));
    await crowd.ask(who, 'cast_ballot', { round: 1, dots: Object.fromEntries(dots.map(({ id }) => [id, 1])) });
  }
  await host.close('vote');
  await host.open('reveal');
  await host.open('formulate');
  await host.page.getByLabel(desk.tables).fill('2');
  await host.button(desk.spread).click();
  await expect(screen.page.getByText(t.table(2))).toBeVisible();
  await keep('begin');
  await accessible();
});

test('each says at which table they sit; who says nothing gets a place', async () => {
  for (const phone of [scribe, other]) {
    await phone.page.getByRole('radio', { name: new RegExp(t.table(1)) }).check();
    await phone.button(t.sit).click();
    await expect(phone.heading('Vertrouwen')).toBeVisible();
  }
  await expect(host.page.getByText(desk.nowhere(6))).toBeVisible();
  await host.button(desk.assign).click();
  await expect(host.page.getByText(desk.nowhere(6))).toHaveCount(0);
});

test('one writes, the other reads along and suggests; one tap takes it over', async () => {
  await scribe.button(t.write).click();
  await scribe.page.getByLabel(t.sentence).fill('Wij doen wat we zeggen.');
  await expect(other.page.getByText('Wij doen wat we zeggen.')).toBeVisible();
  await scribe.page.getByLabel(t.whenNth(1)).fill('Iemand belt terug wanneer dat is beloofd');
  await scribe.page.getByLabel(t.unless).fill('We beloven iets en vergeten het');
  await other.page.getByLabel(t.text).fill('Iemand zegt het als iets niet lukt');
  await other.button(t.send).click();
  await expect(other.page.getByText(t.sent)).toBeVisible();
  await keep('writing');
  await accessible();
  await scribe.button(t.useIt('Iemand zegt het als iets niet lukt')).click();
  await expect(scribe.page.getByLabel(t.whenNth(2))).toHaveValue('Iemand zegt het als iets niet lukt');
  await expect(scribe.page.getByText(t.complete)).toBeVisible();
  await expect(scribe.page.getByText(arrived).first()).toBeVisible();
  expect(JSON.stringify(await crowd.told(0))).not.toContain('Wij doen wat we zeggen');
  await expect(screen.page.getByText('Wij doen wat we zeggen.')).toHaveCount(0);
});

test('a reload in the middle of a word loses nothing, and the pen stays in the hand', async () => {
  await scribe.page.getByLabel(t.whenNth(3)).fill('We vragen door');
  await scribe.page.reload();
  await expect(scribe.page.getByLabel(t.whenNth(3))).toHaveValue('We vragen door');
  await expect(other.page.getByText('We vragen door')).toBeVisible();
});

test('the pen can be taken over; what had not arrived is offered to whoever typed it', async () => {
  await scribe.page.context().setOffline(true);
  await scribe.page.getByLabel(t.sentence).fill('Wij doen wat we zeggen, ook als het lastig is.');
  await other.button(t.takeOver).click();
  await other.page.getByRole('dialog').getByRole('button', { name: t.takeOver }).click();
  await expect(other.page.getByLabel(t.sentence)).toHaveValue('Wij doen wat we zeggen.');
  await scribe.page.context().setOffline(false);
  await expect(scribe.page.getByText(t.lost)).toBeVisible({ timeout: 30_000 });
  await keep('lost');
  await scribe.button(t.lostSend).click();
  await expect(other.page.getByText('Wij doen wat we zeggen, ook als het lastig is.')).toBeVisible();
});

test('the host reads, shows it when the writing is closed, and chooses the final text', async () => {
  await expect(value().getByText('Wij doen wat we zeggen.')).toBeVisible();
  await host.close('formulate');
  await value().getByRole('button', { name: desk.show }).click();
  await expect(screen.page.getByText('Wij doen wat we zeggen.')).toBeVisible();
  await keep('shown');
  await accessible();
  await value()
    .getByRole('button', { name: desk.chooseOf(1, 'Vertrouwen') })
    .click();
  const dialog = host.page.getByRole('dialog');
  await dialog.getByLabel(t.sentence).fill('Wij doen wat we zeggen, en zeggen het als het niet lukt.');
  await dialog.getByRole('button', { name: desk.store }).click();
  await expect(value().getByText(desk.counts)).toBeVisible();
  await expect(value().getByText(desk.support(6, 6))).toBeVisible();
});

test('the room says whether it can live with it: counts after closing, words for the host', async () => {
  await host.open('consent');
  await scribe.page.getByRole('radio', { name: check.answers[2], exact: true }).check();
  await scribe.page.getByLabel(check.why[2]!).fill('Iets korter');
  await other.page.getByRole('radio', { name: check.answers[1], exact: true }).check();
  await expect(scribe.page.getByText(arrived)).toBeVisible();
  await expect(other.page.getByText(arrived)).toBeVisible();
  await host.counts(check.answered(2, 8));
  await expect(host.page.getByText('Iets korter')).toHaveCount(0);
  await keep('consent');
  await accessible();
  await host.close('consent');
  await expect(value().getByText('“Iets korter”')).toBeVisible();
  await expect(screen.page.getByText(check.count(1)).first()).toBeVisible();
  await expect(screen.page.getByText('Iets korter')).toHaveCount(0);
  await keep('consented');
  await accessible();
});

test('the final text remains, and nothing of what the tables wrote', async () => {
  await host.end();
  const remains = await host.remains();
  const told = remains.formulations?.map(({ name, lacks, support }) => [name, lacks, support?.voters]);
  expect(told).toEqual([['Vertrouwen', [], 6]]);
  expect(JSON.stringify(remains)).not.toContain('ook als het lastig is');
});
