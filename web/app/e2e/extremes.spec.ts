import { expect, type Page, test } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { nl as hostTexts } from '../src/i18n/host/nl';
import { nl as wall } from '../src/i18n/screen/nl';
import { nl as task } from '../src/i18n/task/nl';
import type { ActivityStatus, Kind } from '../src/wire/protocol';
import { overflow } from './room/axe';
import { Crowd } from './room/crowd';
import { anEvening } from './room/evening';
import type { Host } from './room/host';
import type { Phone } from './room/phone';
import type { Screen } from './room/screen';

// A room of nobody, and one of a single person: every activity is opened and closed, and every page still makes sense. No page
// and no report says a number that is none.
test.describe.configure({ mode: 'serial' });

const evening = anEvening();
const noNumber = /\bNaN\b|\bInfinity\b|\bundefined\b|\bnull\b|\[object/;

let host: Host, screen: Screen, planner: Crowd;

/** All that a page says, to whoever looks, listens or measures: its text, and the values of its attributes. */
const said = (page: Page): Promise<string[]> =>
  page.evaluate(() => [
    ...document.body.innerText.split('\n'),
    ...[...document.querySelectorAll('main *, nav *, header *')].flatMap((one) =>
      [...one.attributes].map(({ name, value }) => `${name}=${value}`),
    ),
  ]);

async function sense(where: string, ...pages: Page[]): Promise<void> {
  for (const page of pages) {
    const wrong = (await said(page)).filter((line) => noNumber.test(line));
    expect(wrong, `${where}, ${new URL(page.url()).pathname}`).toEqual([]);
    expect(await overflow(page), `${where}, ${new URL(page.url()).pathname}`).toBeLessThanOrEqual(0);
  }
}

async function begin(title: string): Promise<void> {
  host = await evening.host();
  await host.page.getByRole('radio', { name: new RegExp(`^${hostTexts.home.templates['values-120']}`) }).check();
  await host.startSession(title, ['Ondernemer', 'HR-specialist']);
  screen = await evening.screen(host);
  planner = await Crowd.at(await host.page.context(), evening.server.url, host.session);
  await planner.grow(1, { role: 'host' });
}

const plan = async (): Promise<{ id: string; kind: Kind; status: ActivityStatus }[]> =>
  (await planner.hears(0, 'agenda')).activities;

/** Opens or closes; answers with the reason when the rules say no. */
const asks = async (what: 'open' | 'close', activity: string): Promise<string> => {
  const asked = what === 'open' ? planner.ask(0, 'open_activity', { activity }) : planner.ask(0, 'close_activity', {});
  return asked.then(
    () => '',
    (why: Error) => why.message,
  );
};

/** Everything that a report says. */
async function report(lang: string, file: string): Promise<string> {
  const answer = await host.page.request.get(
    `${evening.server.url}/api/sessions/${host.session}/report.pdf?lang=${lang}`,
  );
  writeFileSync(file, await answer.body());
  return execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' });
}

test('nobody comes: each activity opens and closes, or says why it cannot', async ({}, info) => {
  test.slow();
  await begin('Niemand');
  await sense('lobby', host.page, screen.page);
  const refused: Partial<Record<Kind, string>> = {};
  for (const { id, kind } of await plan()) {
    const why = await asks('open', id);
    if (why) {
      refused[kind] = why;
      continue;
    }
    await expect(host.heading(hostTexts.kinds[kind])).toBeVisible();
    await sense(`${kind}, open`, host.page, screen.page);
    await asks('close', id);
    await expect(host.button(hostTexts.lead.close[kind])).toHaveCount(0);
    await sense(`${kind}, closed`, host.page, screen.page);
  }
  expect(Object.keys(refused).sort()).toEqual(['consent', 'formulate', 'rate', 'vote']); // there is nothing to vote on, or to put into words
  for (const lang of ['nl', 'en']) expect(await report(lang, info.outputPath('open.pdf'))).not.toMatch(noNumber);
  await host.end();
  await expect(screen.heading(wall.thanks)).toBeVisible();
  await sense('the end', host.page, screen.page);
  for (const lang of ['nl', 'en']) expect(await report(lang, info.outputPath('end.pdf'))).not.toMatch(noNumber);
});

test('what cannot be opened says why on the facilitator’s page, in words', async () => {
  await begin('Een lege stembus');
  const vote = (await plan()).find(({ kind }) => kind === 'vote')!;
  await host.plan.getByRole('button', { name: new RegExp(hostTexts.kinds.vote) }).click();
  await host.page.getByRole('dialog').getByRole('button', { name: hostTexts.lead.yesGo }).click();
  const told = host.page
    .getByRole('status')
    .or(host.page.getByRole('alert'))
    .filter({ hasText: /stembiljet|kaartje/i });
  await expect(told.first()).toBeVisible();
  expect((await plan()).find(({ id }) => id === vote.id)!.status).toBe('planned');
  await sense('a refusal', host.page, screen.page);
});

let phone: Phone;

test('one person comes and answers nothing: every page makes sense, and nobody voted', async ({}, info) => {
  test.slow();
  await begin('Eén mens');
  phone = await evening.phone();
  await phone.scan(await host.pin());
  await phone.agree();
  await phone.skipGroup();
  const crowd = await Crowd.at(await evening.context({}), evening.server.url, host.session);
  await crowd.grow(1);
  for (const { id, kind } of await plan()) {
    if (kind === 'rate' || kind === 'consent') continue; // the next test has values
    const why = await asks('open', id);
    expect(why, kind).toBe('');
    await expect(host.heading(hostTexts.kinds[kind])).toBeVisible();
    await sense(`${kind}, open`, host.page, screen.page, phone.page);
    if (kind === 'write') await crowd.ask(0, 'add_card', { id: 'only', text: 'Vertrouwen' });
    await asks('close', id);
    await expect(host.button(hostTexts.lead.close[kind])).toHaveCount(0);
    if (kind === 'reveal') {
      await expect(phone.page.getByText(task.reveal.none)).toBeVisible();
      await expect(screen.page.getByText(wall.nobodyVoted)).toBeVisible();
      await expect(host.page.getByText(hostTexts.lead.nobodyVoted)).toBeVisible();
    }
    await sense(`${kind}, closed`, host.page, screen.page, phone.page);
  }
  for (const lang of ['nl', 'en']) expect(await report(lang, info.outputPath('open.pdf'))).not.toMatch(noNumber);
});

test('the one value gets the one dot: it is rated, put into words and agreed on', async ({}, info) => {
  test.slow();
  const agenda = await plan();
  const of = (kind: Kind) => agenda.find((one) => one.kind === kind)!.id;
  await asks('open', of('vote'));
  await phone.place({ Vertrouwen: 1 });
  await phone.ballotIsIn();
  await asks('close', of('vote'));
  for (const kind of ['reveal', 'formulate', 'rate', 'checkout'] as const) {
    expect(await asks('open', of(kind)), kind).toBe('');
    await expect(host.heading(hostTexts.kinds[kind])).toBeVisible();
    await sense(`${kind}, open`, host.page, screen.page, phone.page);
    await asks('close', of(kind));
    await expect(host.button(hostTexts.lead.close[kind])).toHaveCount(0);
    await sense(`${kind}, closed`, host.page, screen.page, phone.page);
  }
  await host.end();
  await expect(phone.heading(task.ended.title)).toBeVisible();
  await sense('the end', host.page, screen.page, phone.page);
  for (const lang of ['nl', 'en']) {
    const text = await report(lang, info.outputPath('end.pdf'));
    expect(text).not.toMatch(noNumber);
    expect(text).toContain('Vertrouwen');
  }
});

test('an agenda whose minutes do not add up is shown as such, and allowed', async () => {
  await begin('Te lang');
  await planner.ask(0, 'plan_activity', { id: 'more', kind: 'pause', minutes: 240, at: 3 });
  await expect(host.plan).toContainText('240');
  await sense('a plan of six hours', host.page, screen.page);
  expect(await asks('open', 'more')).toBe('');
  await expect(host.heading(hostTexts.kinds.pause)).toBeVisible();
});

test('no page complained', () => evening.nobodyComplained());
