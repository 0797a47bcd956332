import { execFileSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { commitWords } from '../src/activities/commit/words';
import { ownWords } from '../src/activities/own/words';
import { ballotWords } from '../src/activities/vote/methods/words';
import { nl as task } from '../src/i18n/task/nl';
import type { Method } from '../src/wire/protocol';
import { overflow, serious } from './room/axe';
import { Crowd } from './room/crowd';
import { anEvening } from './room/evening';
import type { Host } from './room/host';
import type { Phone } from './room/phone';

// The report with a page of one's own: made on the phone, of what the phone kept, after the server has forgotten whose it was.
test.describe.configure({ mode: 'serial' });

const evening = anEvening();
const t = ownWords('nl');
const commit = commitWords('nl');
const ballot = ballotWords('nl');
const secret = 'zonnebloem-onder-de-tafel';

let host: Host, phone: Phone, planner: Crowd;
/** Everything that the phone has sent, by whatever way. */
const sent: string[] = [];

const text = (file: string, ...more: string[]) =>
  execFileSync('pdftotext', [...more, file, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ');
const pages = (file: string) => Number(/Pages: +(\d+)/.exec(execFileSync('pdfinfo', [file], { encoding: 'utf8' }))![1]);

test('somebody writes, votes and makes up their mind', async () => {
  host = await evening.host();
  await host.startSession('Een exemplaar voor mij', []);
  phone = await evening.phone();
  phone.page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => sent.push(String(payload))));
  phone.page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
  await phone.scan(await host.pin());
  await phone.agree();
  planner = await Crowd.at(await host.page.context(), evening.server.url, host.session);
  await planner.grow(1, { role: 'host' });
  await planner.ask(0, 'plan_activity', { id: 'steps', kind: 'commit', minutes: 8, at: 5 });
  await host.open('welcome');
  await host.open('write');
  await phone.write('Łef tonen 👩‍👩‍👧 aan elkaar', 'Humor', 'Rust');
  await host.close('write');
  await host.open('cluster');
  await host.close('cluster');
  await host.open('vote');
  await phone.place({ Humor: 1, Rust: 1 });
  await phone.ballotIsIn();
  await host.close('vote');
  await host.open('reveal');
});

test('they give scores in a second round, and put values in order in a third', async () => {
  await another('score');
  for (const [value, n] of [
    ['Humor', /^4/],
    ['Rust', /^2/],
  ] as const) {
    await phone.page.getByRole('group', { name: value }).getByRole('radio', { name: n }).check();
  }
  await phone.ballotIsIn();
  await host.close('vote');
  await host.open('reveal');
  await another('ranked');
  await phone.button(ballot.rank.placeAt('Rust', 1)).click();
  await phone.button(ballot.rank.placeAt('Humor', 2)).click();
  await phone.ballotIsIn();
  await host.close('vote');
  await host.open('reveal');
  await host.open('commit');
  await phone.page.getByLabel(commit.when).fill('ik binnenkom');
  await phone.page.getByLabel(commit.then).fill(`zet ik een ${secret} neer`);
  await host.close('commit');
  await host.end();
  await expect(phone.heading(task.ended.title)).toBeVisible();
});

/** One more round over what was chosen, as the facilitator's laptop plans it. */
async function another(method: Method): Promise<void> {
  const at = (await planner.hears(0, 'now')).index + 1;
  const title = `Nog een ronde (${method})`;
  await planner.ask(0, 'plan_activity', {
    id: method,
    kind: 'vote',
    minutes: 3,
    title,
    ballot: method,
    among: 'top',
    at,
  });
  await planner.ask(0, 'plan_activity', { id: `${method}-shown`, kind: 'reveal', minutes: 3, at: at + 1 });
  await planner.ask(0, 'open_activity', { activity: method });
  await expect(phone.heading(method === 'score' ? ballot.score.title : ballot.rank.title)).toBeVisible();
}

test('after the end, also after a reload, the phone makes the report with a page of one’s own', async ({}, info) => {
  await expect(phone.page.getByText(task.ended.wiped)).toBeVisible();
  await phone.page.reload();
  await expect(phone.button(t.make)).toBeVisible();
  const before = sent.length;
  const download = phone.page.waitForEvent('download');
  await phone.button(t.make).click();
  const made = await download;
  expect(made.suggestedFilename()).toMatch(/^mijn-verslag-\d{4}-\d\d-\d\d\.pdf$/);
  await expect(phone.page.getByText(t.done)).toBeVisible();
  const asked = sent.slice(before).filter((message) => message.startsWith('http'));
  const at = `${evening.server.url}/api/sessions/${host.session}`;
  expect(asked).toContain(`${at}/results.json `);
  expect(asked).toContain(`${at}/report.pdf?lang=nl `);
  for (const one of asked) if (!one.startsWith(at)) expect(one).toMatch(/\/(assets|faces)\/[\w-]+\.\w+ $/);
  const file = info.outputPath('own.pdf');
  copyFileSync(await made.path(), file);
  await info.attach('own', { path: file });

  expect(execFileSync('qpdf', ['--check', file], { encoding: 'utf8' })).toContain(
    'No syntax or stream encoding errors',
  );
  const answer = await phone.page.request.get(`${at}/report.pdf?lang=nl`);
  const theirs = info.outputPath('report.pdf');
  await import('node:fs/promises').then(async ({ writeFile }) => writeFile(theirs, await answer.body()));
  const last = pages(theirs) + 1;
  expect(pages(file)).toBe(last + 1); // three rounds, and then the room to write
  const own = text(file, '-layout', '-f', String(last));
  const votes = [
    `${t.round(1)} · ${t.rounds.dots}`,
    `Humor ${t.mine.dots(1)} ${t.place(1)} · ${t.all(1, 1)}`,
    `${t.round(2)} · ${t.rounds.score}`,
    `Humor ${t.mine.score(4)} ${t.place(1)} · ${ballot.mean('4,0', 1)}`,
    `Rust ${t.mine.score(2)} ${t.place(2)} · ${ballot.mean('2,0', 1)}`,
    `${t.round(3)} · ${t.rounds.ranked}`,
    `1 Rust ${t.mine.ranked(1)} ${t.place(1)} · ${ballot.beats('Humor', 1, 0)}`,
    `2 Humor ${t.mine.ranked(2)} ${t.place(2)} · ${ballot.beatsNone}`,
  ];
  const around = [t.page, t.write, ...t.prompts, 'Łef tonen □ aan elkaar', t.boxes];
  for (const words of [...votes, ...around]) expect(own).toContain(words);
  expect(own).toContain(`Als ik binnenkom, dan zet ik een ${secret} neer.`);
  expect(text(file, '-l', String(last - 1))).toBe(text(theirs));
  expect(await serious(phone.page)).toEqual([]);
  expect(await overflow(phone.page)).toBeLessThanOrEqual(0);
});

test('nothing of it was ever sent: the copy asks for what every reader gets, and the facilitator has no such page', async () => {
  expect(sent.length).toBeGreaterThan(10);
  for (const message of sent) expect(message).not.toContain(secret);
  await expect(host.page.getByText(t.title)).toHaveCount(0);
  expect(JSON.stringify(await host.remains())).not.toContain(secret);
  const laptop = await (await host.page.context()).newPage();
  await laptop.goto(`${evening.server.url}/play/${host.session}`); // the same page on a device that holds nothing
  const download = laptop.waitForEvent('download');
  await laptop.getByRole('button', { name: t.make }).click();
  const own = text(await (await download).path());
  expect(own).toContain(t.noVote);
  expect(own).not.toContain(secret);
  evening.nobodyComplained();
});

test('when the report does not come, the phone says so and what was written is still there', async () => {
  await phone.page.route('**/report.pdf*', (route) => route.abort());
  await phone.button(t.make).click();
  await expect(phone.page.getByText(t.failed)).toBeVisible();
  await expect(phone.page.getByLabel(commit.then)).toHaveValue(`zet ik een ${secret} neer`);
  await phone.page.unroute('**/report.pdf*');
});
