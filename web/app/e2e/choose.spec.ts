import { expect, test } from '@playwright/test';
import { choiceWords, sayVerdict } from '../src/activities/formulate/choice.words';
import { deskWords } from '../src/activities/formulate/desk';
import { formulateWords } from '../src/activities/formulate/words';
import type { SessionCreated } from '../src/wire/protocol';
import { overflow, serious } from './room/axe';
import { Crowd } from './room/crowd';
import { anEvening } from './room/evening';
import type { Host } from './room/host';
import { arrived, type Phone } from './room/phone';
import type { Screen } from './room/screen';

// Six tables have written about one value. The room chooses, blind; the facilitator has the last word.
test.describe.configure({ mode: 'serial' });

const evening = anEvening();
const t = choiceWords('nl');
const w = formulateWords('nl');
const desk = deskWords('nl');
const steps = (['write', 'vote', 'reveal', 'formulate'] as const).map((kind) => ({
  id: kind,
  kind,
  minutes: 5,
  ...(kind === 'write' && { limit: 4 }),
}));
const sentences = [
  'Wij doen wat we zeggen, en zeggen het als het niet lukt.',
  'Je kunt op ons rekenen, ook als niemand kijkt.',
  'Vertrouwen geven we eerst, en bespreken we daarna pas.',
  'Wij laten elkaar de ruimte om het op de eigen manier te doen.',
  'Wie iets ziet, zegt het tegen degene om wie het gaat.',
  'Wij vragen door voordat we oordelen, en nemen elkaar serieus.',
];

let host: Host, screen: Screen, phone: Phone, crowd: Crowd;

const value = () => host.page.getByRole('region', { name: 'Vertrouwen', exact: true });
const look = async (name: string) => {
  for (const [who, page] of Object.entries({ phone: phone.page, host: host.page, screen: screen.page })) {
    expect(await overflow(page), who).toBeLessThanOrEqual(0);
    expect(await serious(page), who).toEqual([]);
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}/choose-${name}-${who}.png`, fullPage: who === 'phone' });
  }
};

test('the drafts of six tables stand side by side on the screen', async () => {
  host = await evening.host();
  const made = await host.page.request.post(`${evening.server.url}/api/sessions`, {
    data: { title: 'Wat de zaal kiest', lang: 'nl', groups: [], template: '', fictional: false, steps },
    headers: { Origin: evening.server.url },
  });
  const { id } = (await made.json()) as SessionCreated;
  await host.page.goto(`${evening.server.url}/host/${id}`);
  screen = await evening.screen(host);
  phone = await evening.phone();
  await phone.scan(await host.pin());
  await phone.agree();
  crowd = await Crowd.at(await evening.context({}), evening.server.url, id);
  await crowd.grow(6);
  await host.open('write');
  await crowd.ask(0, 'add_card', { id: 'card-0', text: 'Vertrouwen' });
  await host.close('write');
  await host.open('vote');
  const ballot = await crowd.hears(0, 'ballot');
  for (let who = 0; who < 6; who++)
    await crowd.ask(who, 'cast_ballot', { round: 1, dots: { [ballot.options[0]!.id]: 1 } });
  await host.close('vote');
  await host.open('reveal');
  await host.open('formulate');
  await host.page.getByLabel(desk.tables).fill('6');
  await host.button(desk.spread).click();
  await expect(screen.page.getByText(w.table(6))).toBeVisible();
  for (const [who, sentence] of sentences.entries()) {
    await crowd.ask(who, 'take_seat', { table: who + 1 });
    await crowd.ask(who, 'take_pen', { sure: false });
    await crowd.ask(who, 'write_draft', {
      value: ballot.options[0]!.id,
      sentence,
      when: ['Iemand belt terug wanneer dat is beloofd', 'We zeggen het meteen als iets niet lukt'],
      unless: 'We beloven iets en vergeten het',
    });
  }
  await expect(value().getByRole('button', { name: t.askOf('Vertrouwen') })).toHaveCount(0);
  await host.close('formulate');
  await value().getByRole('button', { name: desk.show }).click();
  for (const sentence of sentences) await expect(screen.page.getByText(sentence)).toBeVisible();
  await look('side-by-side');
});

test('the room chooses on its phones, and nobody sees how it stands', async () => {
  await value()
    .getByRole('button', { name: t.askOf('Vertrouwen') })
    .click();
  await expect(phone.heading(t.title('Vertrouwen'))).toBeVisible();
  await phone.page.getByRole('radio', { name: new RegExp(w.table(2)) }).check();
  await expect(phone.page.getByText(arrived)).toBeVisible();
  for (const [who, table] of [2, 2, 5, 0].entries()) await crowd.ask(who, 'choose_draft', { round: 1, table });
  await expect(screen.page.getByText(t.of(5, 7), { exact: true })).toBeVisible();
  await expect(value().getByText(`${t.of(5, 7)}.`)).toBeVisible();
  for (const page of [host.page, screen.page, phone.page]) await expect(page.getByText(t.best)).toHaveCount(0);
  expect(JSON.stringify((await crowd.told(5)).choice)).toContain('"room":null');
  await look('open');
  await phone.page.reload();
  await expect(phone.page.getByRole('radio', { name: new RegExp(w.table(2)) })).toBeChecked();
});

test('after closing everybody sees the counts; the facilitator settles another text, and that is told', async () => {
  await value().getByRole('button', { name: t.close }).click();
  const verdict = sayVerdict(t, { chosen: 5, joined: 7, none: 1, drafts: [], best: [2] });
  for (const page of [host.page, screen.page, phone.page]) {
    await expect(page.getByText(verdict)).toBeVisible();
    await expect(page.getByText(t.n(3)).first()).toBeVisible();
  }
  await look('closed');
  await value()
    .getByRole('button', { name: desk.chooseOf(5, 'Vertrouwen') })
    .click();
  await host.page.getByRole('dialog').getByRole('button', { name: desk.store }).click();
  await expect(value().getByText(t.differs(2))).toBeVisible();
});

test('a tie is told as one', async () => {
  await value()
    .getByRole('button', { name: t.askOf('Vertrouwen') })
    .click();
  await crowd.hears(0, 'choice', ({ round, open }) => open && round === 2);
  await expect(phone.page.getByRole('radio')).not.toHaveCount(0);
  await expect(phone.page.getByRole('radio', { checked: true })).toHaveCount(0);
  for (const [who, table] of [1, 4].entries()) await crowd.ask(who, 'choose_draft', { round: 2, table });
  await value().getByRole('button', { name: t.close }).click();
  await expect(
    screen.page.getByText(sayVerdict(t, { chosen: 2, joined: 7, none: 0, drafts: [], best: [1, 4] })),
  ).toBeVisible();
  await host.end();
  const [final] = (await host.remains()).formulations!;
  expect([final!.table, final!.room!.best, final!.room!.chosen]).toEqual([5, [1, 4], 2]);
});

test('no page complained', () => evening.nobodyComplained());
