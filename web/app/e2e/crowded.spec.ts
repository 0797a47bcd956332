import { expect, test } from '@playwright/test';
import { nl as hostTexts } from '../src/i18n/host/nl';
import { overflow, serious } from './room/axe';
import { Crowd } from './room/crowd';
import { anEvening } from './room/evening';
import type { Host } from './room/host';

// A server that was measured for ten connections fills up. The host is told in time, and only the host.
test.describe.configure({ mode: 'serial' });

const evening = anEvening('--capacity', '10');
const { lead } = hostTexts;

let host: Host;
let crowd: Crowd;

const busy = () => host.page.getByText(lead.serverBusy, { exact: true });
const full = () => host.page.getByText(lead.serverFull, { exact: true });

async function isFine(): Promise<void> {
  expect(await serious(host.page)).toEqual([]);
  const size = host.page.viewportSize()!;
  await host.page.setViewportSize({ width: 320, height: 640 });
  expect(await overflow(host.page), 'pixels too wide at 320').toBeLessThanOrEqual(0);
  await host.page.setViewportSize(size);
}

test('the host’s page says how many connections there are, of how many', async () => {
  host = await evening.host();
  await host.startSession('Een volle zaal', []);
  crowd = await Crowd.at(await evening.context({}), evening.server.url, host.session);
  await crowd.grow(6);
  await expect(host.page.getByText(lead.serverOf('7', '10'), { exact: true })).toBeVisible();
  await expect(busy()).toHaveCount(0);
  await isFine();
});

test('from 80 % it says what helps, and goes when it was read', async () => {
  await crowd.grow(1);
  await expect(busy()).toBeVisible();
  await isFine();
  await host.button(lead.understood).click();
  await expect(busy()).toHaveCount(0);
  await crowd.grow(1);
  await expect(host.page.getByText(lead.serverOf('9', '10'), { exact: true })).toBeVisible();
  await expect(busy()).toHaveCount(0);
});

test('a full server is told again, and still lets people in', async () => {
  await crowd.grow(2);
  await expect(full()).toBeVisible();
  await isFine();
  await expect(host.plan).toContainText('10 binnen, 10 verbonden');
});

test('no page complained', () => evening.nobodyComplained());
