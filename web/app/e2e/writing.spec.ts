import { expect, test } from '@playwright/test';
import { tableWords } from '../src/activities/table.words';
import { besideWords } from '../src/activities/write/beside.words';
import { modeWords } from '../src/activities/write/mode.words';
import { paperWords } from '../src/activities/write/paper.words';
import { nl as task } from '../src/i18n/task/nl';
import { overflow, serious } from './room/axe';
import { anEvening } from './room/evening';
import type { Host } from './room/host';
import type { Phone } from './room/phone';
import type { Screen } from './room/screen';

// How people write is the facilitator's choice, and who reads along is the writer's: what was laid down in silence stays so.
test.describe.configure({ mode: 'serial' });

const evening = anEvening();
const t = besideWords('nl');
const mode = modeWords('nl');
const paper = paperWords('nl');
const table = tableWords('nl');

let host: Host, screen: Screen, anna: Phone, bert: Phone;

const look = async (name: string) => {
  if (!process.env.LOOK) return;
  for (const [who, one] of Object.entries({ host, screen, anna, bert }))
    await one?.page.screenshot({ path: `${process.env.LOOK}/${name}-${who}.png`, fullPage: who !== 'screen' });
};
const areFine = async () => {
  for (const { page } of [host, screen, anna]) {
    expect(await serious(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  }
};

test('writing becomes open when the facilitator has read what that does; phones are asked before anything is seen', async () => {
  host = await evening.host();
  await host.startSession('Open schrijven', []);
  screen = await evening.screen(host);
  [anna, bert] = [await evening.phone(), await evening.phone()];
  for (const phone of [anna, bert]) {
    await phone.scan(await host.pin());
    await phone.agree();
  }
  await bert.page.getByText(table.share).click();
  await bert.page.getByLabel(table.label).selectOption(table.people(3));
  await expect(host.page.getByText(table.phones(2))).toBeVisible();
  await host.open('welcome');
  await host.open('write');
  await anna.write('Stilte');
  await host.button(mode.names.open).click();
  await expect(host.page.getByText(mode.openText)).toBeVisible();
  await host.button(mode.openYes).click();
  await expect(host.button(mode.names.open)).toHaveAttribute('aria-pressed', 'true');
  await expect(anna.page.getByText(t.title)).toBeVisible();
  await anna.write('Rust');
  await expect(anna.card('Rust')).toContainText(t.marks['']);
  await look('asked');
  await areFine();
  await bert.page.getByRole('button', { name: t.yes }).click();
  await bert.write('Lef');
  await expect(bert.card('Lef')).toContainText(t.marks.seen);
  await expect(anna.page.getByText('Lef', { exact: true })).toBeVisible();
  await screen.shows('Lef');
  await anna.page.getByRole('button', { name: t.yes }).click();
  await anna.write('Plezier');
  await screen.shows('Plezier');
  await screen.showsNothingOf(['Stilte', 'Rust']);
  await bert.showsNothingOf(['Stilte', 'Rust']);
  await look('open');
  await areFine();
});

test('while the facilitator reads first, a card waits; and what was written in silence is there when writing closes', async () => {
  await host.page.getByLabel(mode.hold).check();
  await expect(bert.page.getByText(t.held)).toBeVisible();
  await bert.page.getByRole('button', { name: t.yes }).click();
  await bert.write('Zorg');
  await expect(bert.card('Zorg')).toContainText(t.marks.held);
  await expect(host.button(mode.letAll(1))).toBeVisible();
  await look('held');
  await areFine();
  await screen.showsNothingOf(['Zorg']);
  await host.button(mode.letOne('Zorg')).click();
  await screen.shows('Zorg');
  await expect(bert.card('Zorg')).toContainText(t.marks.seen);
  await host.close('write');
  for (const word of ['Stilte', 'Rust', 'Lef']) await screen.shows(word);
});

test('a card on paper is typed in, marked on the board and the wall, and goes along to the vote', async () => {
  const type = async (...texts: string[]) => {
    await host.button(paper.open).click();
    for (const text of texts) {
      await host.page.getByLabel(paper.text).fill(text);
      await host.button(paper.add).click();
      await expect(host.page.getByText(paper.added(text))).toBeVisible();
    }
  };
  await type('Geduld', 'Lef');
  await look('typed');
  await areFine();
  await host.button(paper.editOne('Geduld')).click();
  await host.page.getByLabel(paper.text).fill('Geduld hebben');
  await host.button(paper.change).click();
  await expect(host.button(paper.removeOne('Geduld hebben'))).toBeVisible();
  await host.page.keyboard.press('Escape');
  const onWall = (text: string) => screen.page.getByRole('listitem').filter({ hasText: text });
  await expect(onWall('Geduld hebben')).toContainText(paper.mark(1, 1));
  await expect(onWall('Lef')).toContainText(paper.mark(1, 2));
  await host.open('cluster');
  await expect(host.cluster('Lef', 2)).toContainText(paper.mark(1, 2));
  await type('Rust');
  await host.page.keyboard.press('Escape');
  await expect(host.cluster('Rust', 2)).toBeVisible();
  await look('board');
  await areFine();
  await host.close('cluster');
  await host.open('vote');
  await expect(anna.option('Geduld hebben')).toBeVisible();
  await expect(host.button(paper.open)).toHaveCount(0);
});

test('a phone for three people passes on an empty ballot each time, and shows nobody what another chose', async () => {
  for (const [i, value] of ['Geduld hebben', 'Lef', 'Lef'].entries()) {
    await expect(bert.heading(table.ballot(i + 1, 3))).toBeVisible();
    await bert.showsNothingOf(['Geduld hebben', 'Lef']);
    await bert.button(table.mine).click();
    await bert.place({ [value]: 1 });
    if (i === 1) {
      await look('ballot');
      expect(await serious(bert.page)).toEqual([]);
    }
    await bert.button(task.vote.done).click();
  }
  await expect(bert.page.getByText(`${table.ballot(3, 3)} · ${table.cast}`)).toBeVisible();
  await look('ballots');
  await areFine();
  await bert.button(table.change(1)).click();
  await bert.showsNothingOf(['Geduld hebben']);
  await bert.button(table.mine).click();
  await bert.hasDots({ 'Geduld hebben': 1, Lef: 0 });
  await bert.button(task.vote.done).click();
  await host.counts('3 van 4');
  await host.close('vote');
  await expect(bert.heading(task.voted.title)).toBeVisible();
  await expect(bert.page.getByText(table.counted(3))).toBeVisible();
});
