import { expect, type Page, test } from '@playwright/test';
import { en as english } from '../src/i18n/phone/en';
import { nl as phoneTexts } from '../src/i18n/phone/nl';
import { nl as task } from '../src/i18n/task/nl';
import { anEvening } from './room/evening';
import type { Phone } from './room/phone';

const evening = anEvening();
const limit = 60_000;
/** With the parts that are fetched ahead while people read and write, which nobody waits for: they grow with what a session may hold. */
const wholeLimit = 95_000;

/** What came over a page's line, headers and redirects included, by address; the socket's messages are not in it. */
class Meter {
  readonly bytes = new Map<string, number>();

  static async on(page: Page): Promise<Meter> {
    const meter = new Meter();
    const session = await page.context().newCDPSession(page);
    const addresses = new Map<string, string>();
    const add = (id: string, bytes: number) => {
      const address = addresses.get(id) ?? id;
      meter.bytes.set(address, (meter.bytes.get(address) ?? 0) + bytes);
    };
    session.on('Network.requestWillBeSent', ({ requestId, request, redirectResponse }) => {
      if (redirectResponse) add(requestId, redirectResponse.encodedDataLength);
      addresses.set(requestId, new URL(request.url).pathname);
    });
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => add(requestId, encodedDataLength));
    await session.send('Network.enable');
    // As over plain http in a conference room: only to its own computer and over https a browser takes brotli.
    await page.setExtraHTTPHeaders({ 'Accept-Encoding': 'gzip, deflate' });
    return meter;
  }

  get total(): number {
    return [...this.bytes.values()].reduce((sum, bytes) => sum + bytes, 0);
  }

  /** Without what is fetched ahead once the first page stands. */
  get first(): number {
    return [...this.bytes]
      .filter(([what]) => !what.startsWith('/assets/later-'))
      .reduce((sum, [, bytes]) => sum + bytes, 0);
  }

  toString(): string {
    const rows = [...this.bytes].sort(([, a], [, b]) => b - a);
    return [...rows, ['in all', this.total] as const]
      .map(([what, bytes]) => `${bytes}`.padStart(8) + `  ${what}`)
      .join('\n');
  }
}

/** From the QR code to the result; `shown` is what had come when the notice stood there, without anything else asked. */
async function wholeEvening(phone: Phone, meter: Meter): Promise<{ shown: number }> {
  const host = await evening.host();
  await host.startSession('Wat een telefoon ophaalt');
  await phone.scan(await host.pin());
  await expect(phone.heading(phoneTexts.notice.title)).toBeVisible();
  await phone.page.evaluate(() => document.fonts.ready);
  await phone.page.waitForLoadState('networkidle');
  const shown = meter.total;

  await phone.agree();
  await phone.skipGroup();
  await host.open('welcome');
  await host.open('write');
  await phone.write('Vertrouwen', 'Eén geheel');
  await host.close('write');
  await host.open('cluster');
  await expect(phone.heading(task.cluster.title)).toBeVisible();
  await host.close('cluster');
  await host.open('vote');
  await phone.place({ Vertrouwen: 1 });
  await phone.button(task.vote.done).click();
  await phone.ballotIsIn();
  await host.close('vote');
  await host.open('reveal');
  await expect(phone.ranking()).not.toHaveCount(0);
  await host.end();
  await expect(phone.heading(task.ended.title)).toBeVisible();
  await phone.page.waitForLoadState('networkidle');
  return { shown };
}

test('whoever scans the code waits for at most 60,000 bytes in a whole session, headers and all', async () => {
  const phone = await evening.phone();
  const meter = await Meter.on(phone.page);
  const { shown } = await wholeEvening(phone, meter);

  test.info().annotations.push({ type: 'bytes', description: String(meter) });
  console.log(`${meter}\n${String(shown).padStart(8)}  of it before the notice was read`);
  expect(meter.bytes.size).toBeGreaterThan(5);
  expect(meter.first).toBeLessThanOrEqual(limit);
  expect(meter.total).toBeLessThanOrEqual(wholeLimit);
  evening.nobodyComplained();
});

test('an English session comes in English, and fetches no Dutch', async () => {
  const { id } = await englishSession();
  const phone = await evening.phone();
  const meter = await Meter.on(phone.page);
  await phone.page.goto(`${phone.site}/play/${id}`);
  await expect(phone.heading(english.notice.title)).toBeVisible();
  await expect(phone.page.locator('html')).toHaveAttribute('lang', 'en');
  await phone.page.waitForLoadState('networkidle');

  const texts = [...meter.bytes.keys()].filter((path) => /^\/assets\/(nl|en)-/.test(path));
  expect(texts).toEqual([expect.stringContaining('/en-')]);
  expect(meter.first).toBeLessThanOrEqual(limit);
});

test('a page that came in another language than its session fetches the session’s texts and takes them on', async () => {
  const { id } = await englishSession();
  const phone = await evening.phone();
  await phone.page.addInitScript(() => {
    const claim = () => (document.documentElement.lang = 'nl'); // before any module runs
    document.addEventListener('readystatechange', claim, { once: true });
  });
  const dutch = phone.page.waitForResponse(/\/assets\/nl-/);
  await phone.page.goto(`${phone.site}/play/${id}`);
  await dutch;
  await expect(phone.heading(english.notice.title)).toBeVisible();
  await expect(phone.page.locator('html')).toHaveAttribute('lang', 'en');
  evening.nobodyComplained();
});

async function englishSession(): Promise<{ id: string }> {
  const host = await evening.host();
  const data = { title: 'In English', lang: 'en', groups: [] };
  const answer = await host.page.request.post(`${evening.server.url}/api/sessions`, { data });
  expect(answer.status()).toBe(201);
  return (await answer.json()) as { id: string };
}
