import { expect, test } from '@playwright/test';
import { askingWords } from '../src/activities/asking/words';
import { deskAsking } from '../src/activities/asking/desk';
import { nl as common } from '../src/i18n/common/nl';
import { nl as hostTexts } from '../src/i18n/host/nl';
import type { SessionCreated } from '../src/wire/protocol';
import { overflow, serious } from './room/axe';
import { Crowd } from './room/crowd';
import { anEvening } from './room/evening';
import type { Host } from './room/host';
import type { Phone } from './room/phone';
import type { Screen } from './room/screen';

// Eight people and a ninth with a page of their own answer by themselves: a word, tensions, and importance and presence.
test.describe.configure({ mode: 'serial' });

const evening = anEvening();
const { lead } = hostTexts;
const t = askingWords('nl');
const wall = deskAsking('nl');
const steps = (['checkin', 'tensions', 'write', 'cluster', 'vote', 'reveal', 'rate', 'checkout'] as const).map(
  (kind) => ({ id: kind, kind, minutes: 5, ...(kind === 'write' && { limit: 4 }) }),
);

let host: Host, screen: Screen, phone: Phone, crowd: Crowd;

const slider = (about: string, label: string) =>
  phone.page.getByRole('group', { name: about }).getByRole('slider', { name: label });

/** What the phone holds has come in. */
const saved = () => expect(phone.page.getByText(new RegExp(`^\\s*${common.sent}`))).toBeVisible();

const keep = async (name: string) => {
  const dir = process.env.SHOTS;
  if (!dir) return;
  for (const [who, page] of Object.entries({ phone: phone.page, host: host.page, screen: screen.page })) {
    await page.screenshot({ path: `${dir}/asking-${name}-${who}.png`, fullPage: who === 'phone' });
  }
};

test('a session that begins with a check-in', async () => {
  host = await evening.host();
  const made = await host.page.request.post(`${evening.server.url}/api/sessions`, {
    data: { title: 'Vragen aan de zaal', lang: 'nl', groups: [], template: '', fictional: false, steps },
    headers: { Origin: evening.server.url },
  });
  const { id } = (await made.json()) as SessionCreated;
  await host.page.goto(`${evening.server.url}/host/${id}`);
  screen = await evening.screen(host);
  phone = await evening.phone();
  await phone.scan(await host.pin());
  await phone.agree();
  crowd = await Crowd.at(await evening.context({}), evening.server.url, id);
  await crowd.grow(8);
  await host.open('checkin');
  await expect(phone.heading(t.checkin.title)).toBeVisible();
});

test('a word and a number send themselves, and nobody sees more than that there is one', async () => {
  await phone.page.getByRole('radio', { name: /^4/ }).check();
  await phone.page.getByLabel(t.checkin.word).fill('Benieuwd');
  await saved();
  for (let who = 0; who < 8; who++) {
    const word = ['moe', 'Moe!', 'blij', 'Kees'][who % 4]!;
    await crowd.ask(who, 'fill_sheet', { activity: 'checkin', numbers: { energy: 1 + (who % 5) }, texts: { word } });
  }
  await host.counts(wall.answered(9, 9));
  await screen.showsNothingOf(['Benieuwd', 'Kees', 'gemiddeld']);
  await keep('checkin-open');
  expect(await serious(phone.page)).toEqual([]);
  expect(await serious(screen.page)).toEqual([]);
  expect(await overflow(phone.page)).toBeLessThanOrEqual(0);
});

test('a reload keeps the answer', async () => {
  await phone.page.reload();
  await expect(phone.page.getByRole('radio', { name: /^4/ })).toBeChecked();
  await expect(phone.page.getByLabel(t.checkin.word)).toHaveValue('Benieuwd');
});

test('the facilitator reads the words first, hides one, and shows the rest', async () => {
  await host.close('checkin');
  await expect(screen.heading(wall.result.checkin)).toBeVisible();
  await host.button(wall.hideOf('Kees')).click();
  await expect(host.button(wall.restoreOf('Kees'))).toBeVisible();
  await screen.showsNothingOf(['Benieuwd', 'Kees']);
  await host.button(wall.show).click();
  await screen.shows('Benieuwd');
  await screen.showsNothingOf(['Kees']);
  await expect(phone.page.getByText('Benieuwd')).toBeVisible();
  await expect(phone.page.getByRole('row', { name: t.checkin.scale })).toContainText('4');
  await keep('checkin-closed');
  for (const page of [phone.page, host.page, screen.page]) expect(await serious(page)).toEqual([]);
});

test('of a tension nothing is set beforehand; keys, a press on the spot and skipping all work', async () => {
  await host.open('tensions');
  const [one, two] = ['Doelen of Waarden', 'Controle of Vertrouwen'];
  await expect(slider(one, t.now)).toHaveAttribute('aria-valuetext', t.open);
  await slider(one, t.now).press('Enter'); // it stands in the middle, and that is the answer
  await expect(slider(one, t.now)).toHaveAttribute('aria-valuetext', t.at(4, 7));
  await slider(one, t.wanted).press('ArrowRight');
  await expect(slider(one, t.wanted)).toHaveAttribute('aria-valuetext', `${t.at(5, 7)}, Waarden`);
  await slider(two, t.now).click({ position: { x: 20, y: 20 } });
  await expect(slider(two, t.now)).toHaveAttribute('aria-valuetext', `${t.at(1, 7)}, Controle`);
  await phone.button(t.skipOf(two)).click();
  await expect(slider(two, t.now)).toHaveAttribute('aria-valuetext', t.open);
  await expect(phone.page.getByText(t.answered(2, 8))).toBeVisible();
  await saved();
  await keep('tensions-open');
  expect(await serious(phone.page)).toEqual([]);
  expect(await overflow(phone.page)).toBeLessThanOrEqual(0);
  for (let who = 0; who < 8; who++) {
    const numbers = { 'p1/now': 1 + (who % 3), 'p1/wanted': 6, 'p2/now': 5, 'p2/wanted': 3 };
    await crowd.ask(who, 'fill_sheet', { activity: 'tensions', numbers });
  }
  await host.close('tensions');
  await expect(screen.page.getByRole('listitem').first()).toContainText('gewenst 5,9');
  await expect(phone.page.getByRole('row', { name: /Doelen – Waarden: nu/ })).toContainText('4');
  await keep('tensions-closed');
  for (const page of [phone.page, host.page, screen.page]) expect(await serious(page)).toEqual([]);
});

test('what was changed without a line when an activity closed is kept on the phone, and said', async () => {
  await host.button(lead.back.tensions).click();
  await expect(phone.heading(t.tensions.title)).toBeVisible();
  await phone.page.context().setOffline(true);
  await slider('Doelen of Waarden', t.now).press('ArrowRight');
  await host.close('tensions');
  await phone.page.context().setOffline(false);
  await expect(phone.page.getByText(t.late)).toBeVisible();
  await host.button(lead.back.tensions).click();
  await expect(slider('Doelen of Waarden', t.now)).toHaveAttribute('aria-valuetext', `${t.at(5, 7)}, Waarden`);
  await saved();
  await host.close('tensions');
  await expect(phone.page.getByRole('row', { name: /Doelen – Waarden: nu/ })).toContainText('5');
  await expect(phone.page.getByText(t.late)).toHaveCount(0);
});

test('chosen values get two marks each, or “I do not know”; the largest gap comes first', async () => {
  await host.open('write');
  const values = ['Vertrouwen', 'Moed', 'Rust', 'Humor'];
  for (const [i, text] of values.entries()) await crowd.ask(i, 'add_card', { id: `card-${i}`, text });
  await host.close('write');
  await host.open('cluster');
  await host.close('cluster');
  await host.open('vote');
  const ballot = await crowd.hears(0, 'ballot');
  const id = (name: string) => ballot.options.find((option) => option.name === name)!.id;
  for (let who = 0; who < 8; who++) {
    const dots = Object.fromEntries(values.slice(0, 3).map((name) => [id(name), 1]));
    await crowd.ask(who, 'cast_ballot', { round: ballot.round, dots });
  }
  await host.close('vote');
  await host.open('reveal');
  await host.open('rate');
  await slider('Rust', t.importance).press('End');
  await phone.button(`${t.presence}: ${t.unsure}`).nth(0).click();
  await saved();
  await keep('rate-open');
  for (let who = 0; who < 8; who++) {
    const numbers = { Vertrouwen: [9, 3], Moed: [6, 5], Rust: [7, 8] };
    await crowd.ask(who, 'fill_sheet', {
      activity: 'rate',
      numbers: Object.fromEntries(
        Object.entries(numbers).flatMap(([name, [importance, presence]]) => [
          [`${id(name)}/importance`, importance!],
          [`${id(name)}/presence`, presence!],
        ]),
      ),
    });
  }
  await host.close('rate');
  const first = screen.page.getByRole('table').getByRole('row').nth(1);
  await expect(first).toContainText('Vertrouwen');
  await expect(first).toContainText('+6,0');
  await keep('rate-closed');
  for (const page of [phone.page, host.page, screen.page]) expect(await serious(page)).toEqual([]);
  await host.page.setViewportSize({ width: 320, height: 640 });
  expect(await overflow(host.page)).toBeLessThanOrEqual(0);
  await host.page.setViewportSize({ width: 1440, height: 900 });
});

test('after the end the results have it all, without the hidden word', async () => {
  await host.end();
  const { outcomes } = await host.remains();
  expect(outcomes!.map(({ activity, sheets }) => [activity, sheets])).toEqual([
    ['checkin', 9],
    ['tensions', 9],
    ['rate', 9],
  ]);
  expect(JSON.stringify(outcomes)).not.toContain('Kees');
  expect(outcomes![2]!.rating!.values[0]).toMatchObject({ name: 'Vertrouwen', gap: 6 });
});

test('no page complained', () => evening.nobodyComplained());
