import { expect, test } from '@playwright/test';
import { nl as hostTexts } from '../src/i18n/host/nl';
import { nl as leading } from '../src/pages/host/lead/nl';
import { nl as joining } from '../src/i18n/join/nl';
import { nl as phoneTexts } from '../src/i18n/phone/nl';
import { nl as wall } from '../src/i18n/screen/nl';
import { serious } from './room/axe';
import { anEvening } from './room/evening';
import type { Ear } from './room/listening';
import { Screen } from './room/screen';

const evening = anEvening();
const { home, lead } = hostTexts;

test('a pin that nobody has is told so, with what to do, and what was typed stays', async () => {
  const phone = await evening.phone();
  await phone.typePin('000000');
  await expect(phone.page.getByText('Deze sessie bestaat niet (meer)')).toBeVisible();
  await expect(phone.page.getByText(joining.goneHint)).toBeVisible();
  await expect(phone.page.getByLabel(joining.pin)).toHaveValue('000 000');
});

test('a QR code of a session that is gone leads to the page where one types the pin', async () => {
  const phone = await evening.phone();
  await phone.scan('000000');
  await expect(phone.page.getByText('Deze sessie bestaat niet (meer)')).toBeVisible();
  await expect(phone.page.getByLabel(joining.pin)).toBeVisible();
});

test('half a pin is not asked about', async () => {
  const phone = await evening.phone();
  await phone.typePin('123');
  await expect(phone.page.getByRole('alert')).toHaveText(joining.incomplete);
  expect(phone.ear.failures).toEqual([]);
});

test('a wrong key does not sign in, and says what to look at', async () => {
  const visitor = await evening.visitor();
  await visitor.page.goto(`${evening.server.url}/host#key=niet-de-goede-sleutel`);
  await expect(visitor.page.getByText(home.wrongKey)).toBeVisible();
  expect(visitor.page.url()).not.toContain('niet-de-goede');

  await visitor.page.getByLabel(home.key).fill('ook-niet-de-goede');
  await visitor.button(home.signIn).click();
  await expect(visitor.page.getByText(home.wrongKey)).toBeVisible();

  await visitor.page.getByLabel(home.key).fill(evening.server.signIn); // the whole link, pasted
  await visitor.button(home.signIn).click();
  await visitor.signedIn();
});

test('addresses of a session that is not there say so, on each page', async () => {
  const unknown = 'aaaaaaaaaaaaaaaaaaaa';
  const phone = await evening.phone();
  await phone.page.goto(`${evening.server.url}/play/${unknown}`);
  await expect(phone.heading(phoneTexts.gone.title)).toBeVisible();

  const host = await evening.host();
  await host.page.goto(`${evening.server.url}/host/${unknown}`);
  await expect(host.heading(lead.goneTitle)).toBeVisible();

  const wallPage = await host.page.context().newPage();
  await wallPage.goto(`${evening.server.url}/screen/${unknown}#key=aaaaaaaaaaaaaaaaaaaa`);
  await expect(wallPage.getByRole('heading', { name: wall.goneTitle })).toBeVisible();
});

test('who is not signed in sees neither sessions nor the leading of one', async () => {
  const host = await evening.host();
  await host.startSession('Besloten sessie');

  const visitor = await evening.visitor();
  await visitor.page.goto(`${evening.server.url}/host`);
  await expect(visitor.heading(home.signInTitle)).toBeVisible();
  await visitor.page.goto(host.page.url());
  await expect(visitor.heading(lead.deniedTitle)).toBeVisible();
  await expect(visitor.page.getByText('Besloten sessie')).toHaveCount(0);
});

test('a screen with a wrong key, or none, shows nothing of the session', async () => {
  const host = await evening.host();
  await host.startSession('Besloten sessie');
  for (const key of ['#key=aaaaaaaaaaaaaaaaaaaa', '']) {
    const context = await evening.context({});
    const screen = new Screen(await context.newPage());
    await screen.page.goto(`${evening.server.url}/screen/${host.session}${key}`);
    await expect(screen.heading(wall.deniedTitle)).toBeVisible();
    expect(screen.ear.frames.join()).not.toContain('Besloten');
  }
});

test('a co-facilitator comes in by the key in the link, without signing in', async () => {
  const host = await evening.host();
  await host.startSession('Samen begeleid');
  await host.button(leading.invite).click();
  const link = await host.inviteLink();

  const second = await evening.visitor();
  await second.page.goto(link);
  await expect(second.heading(lead.lobby)).toBeVisible();
  await second.open('welcome');
  await expect(host.heading(hostTexts.kinds.welcome)).toBeVisible();
});

test('a desk whose server does not answer says so, and tries again when asked', async () => {
  const host = await evening.host();
  await host.page.route('**/api/sessions', (route) => route.abort());
  await host.page.reload();
  await expect(host.page.getByText(home.unreachable)).toBeVisible();
  await expect(host.heading(home.title)).toBeVisible();
  expect(await serious(host.page)).toEqual([]);
  await host.page.unroute('**/api/sessions');
  await host.button(home.again).click();
  await expect(host.button(home.start)).toBeVisible();
});

test('every page runs under the strict policy, without a complaint', async () => {
  const host = await evening.host();
  await host.startSession('Zonder klachten');
  const ears: [string, Ear][] = [];
  for (const path of ['/', `/${await host.pin()}`, '/host']) {
    const phone = await evening.phone();
    const answer = await phone.page.goto(evening.server.url + path);
    expect(answer?.headers()['content-security-policy']).toContain("require-trusted-types-for 'script'");
    await expect(phone.page.getByRole('heading').first()).toBeVisible();
    ears.push([path, phone.ear]);
  }
  ears.push(['/host/…', host.ear], ['/screen/…', (await evening.screen(host)).ear]);
  for (const [path, ear] of ears) {
    expect(ear.complaints, path).toEqual([]);
    // Not being signed in is the one thing that a page asks and is refused.
    expect(
      ear.failures.filter((line) => !(path === '/host' && / 40[13] /.test(line))),
      path,
    ).toEqual([]);
  }
});

test('no page here complained of anything but what it was refused', () => evening.nobodyComplained());
