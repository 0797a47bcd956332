import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  expect,
  test,
  type TestInfo,
} from '@playwright/test';
import { Host } from './host';
import type { Ear } from './listening';
import { Phone } from './phone';
import { Proxy, type Sockets } from './proxy';
import { Screen } from './screen';
import { Server } from './server';

const handheld: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const projector: BrowserContextOptions = { viewport: { width: 1920, height: 1080 } };
const laptop: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };

/** One evening: a server, and everybody who comes. What they are stays between the tests of one file. */
export class Evening {
  server!: Server;
  #browser!: Browser;
  #contexts: BrowserContext[] = [];
  #proxies: Proxy[] = [];
  #ears: Ear[] = [];

  async begin(browser: Browser, start: () => Promise<Server>): Promise<void> {
    this.#browser = browser;
    this.server = await start();
  }

  async end(): Promise<void> {
    for (const context of this.#contexts) await context.close();
    for (const proxy of this.#proxies) await proxy.close();
    await this.server?.stop();
  }

  /** Somebody at a laptop who is not signed in. */
  async visitor(): Promise<Host> {
    const context = await this.context(laptop);
    const host = new Host(await context.newPage());
    this.#ears.push(host.ear);
    return host;
  }

  /** The facilitator, signed in by the link; site: where this laptop finds the server. */
  async host(site = this.server.url): Promise<Host> {
    const host = await this.visitor();
    await host.page.goto(through(site, this.server.signIn));
    await host.signedIn();
    return host;
  }

  async phone(options: BrowserContextOptions & { site?: string } = {}): Promise<Phone> {
    const { site = this.server.url, ...more } = options;
    const context = await this.context({ ...handheld, ...more });
    const phone = new Phone(await context.newPage(), site);
    this.#ears.push(phone.ear);
    return phone;
  }

  /** Another tab of somebody's: the same person, the same storage. */
  async tabOf(phone: Phone): Promise<Phone> {
    const tab = new Phone(await phone.page.context().newPage(), phone.site);
    this.#ears.push(tab.ear);
    return tab;
  }

  /** What "duplicate this tab" makes: the same address, and a copy of what the first tab remembers for itself alone. */
  async duplicateOf(phone: Phone): Promise<Phone> {
    const remembered = await phone.page.evaluate(() => ({ ...sessionStorage }));
    const tab = await this.tabOf(phone);
    await tab.page.addInitScript((items) => {
      if (sessionStorage.length === 0) for (const [key, value] of Object.entries(items)) sessionStorage[key] = value;
    }, remembered);
    await tab.page.goto(phone.page.url());
    return tab;
  }

  /** The projector: another computer, which knows the session by its link alone; site: where it finds the server. */
  async screen(host: Host, site?: string): Promise<Screen> {
    const context = await this.context(projector);
    const screen = new Screen(await context.newPage());
    this.#ears.push(screen.ear);
    const link = await host.screenLink();
    await screen.page.goto(site ? through(site, link) : link);
    return screen;
  }

  async proxy(sockets: Sockets = 'pass'): Promise<Proxy> {
    const proxy = await Proxy.to(this.server.port);
    proxy.sockets = sockets;
    this.#proxies.push(proxy);
    return proxy;
  }

  /** No page complained: no exception, no console error, nothing against the content security policy. */
  nobodyComplained(): void {
    expect(this.#ears.flatMap((ear) => ear.complaints)).toEqual([]);
  }

  async photograph(info: TestInfo): Promise<void> {
    for (const [i, page] of this.#contexts.flatMap((context) => context.pages()).entries()) {
      await info.attach(`${i} ${page.url()}`, { body: await page.screenshot(), contentType: 'image/png' });
    }
  }

  async context(options: BrowserContextOptions): Promise<BrowserContext> {
    const settled = { locale: 'nl-NL', reducedMotion: 'reduce', ...options } as const;
    const context = await this.#browser.newContext(settled);
    this.#contexts.push(context);
    return context;
  }
}

/** The same page by another way to the server. */
function through(site: string, link: string): string {
  const url = new URL(link);
  return link.replace(url.origin, site);
}

/** An evening that begins before the tests of a file and ends after them; flags are the server's. */
export function anEvening(...flags: readonly string[]): Evening {
  return anEveningOn(() => Server.start(flags));
}

/** An evening on a server that is started in another way; it is stopped at the end. */
export function anEveningOn(start: () => Promise<Server>): Evening {
  const evening = new Evening();
  test.beforeAll(({ browser }) => evening.begin(browser, start));
  test.afterEach(async ({}, info) => {
    if (info.status !== info.expectedStatus) await evening.photograph(info);
  });
  test.afterAll(() => evening.end());
  return evening;
}
