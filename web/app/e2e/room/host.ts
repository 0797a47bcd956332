import { expect, type Locator, type Page } from '@playwright/test';
import { nl as texts } from '../../src/i18n/host/nl';
import { nl as leading } from '../../src/pages/host/lead/nl';
import type { Summary } from '../../src/wire/protocol';
import { Ear } from './listening';

const { home, lead } = texts;

/** The facilitator at a laptop. */
export class Host {
  readonly page: Page;
  readonly ear: Ear;

  constructor(page: Page) {
    this.page = page;
    this.ear = new Ear(page);
  }

  async startSession(title: string, groups?: readonly string[]): Promise<void> {
    await this.page.getByLabel(home.sessionTitle).fill(title);
    if (groups) await this.#setGroups(groups);
    await this.button(home.start).click();
    await expect(this.heading(lead.lobby)).toBeVisible();
  }

  async #setGroups(groups: readonly string[]): Promise<void> {
    const fields = this.page.getByRole('group', { name: home.groups }).getByRole('textbox');
    while ((await fields.count()) > groups.length) {
      await this.page
        .getByRole('button', { name: /^Haal .* weg$/ })
        .last()
        .click();
    }
    while ((await fields.count()) < groups.length) await this.button(home.groupAdd).click();
    for (const [i, name] of groups.entries()) await fields.nth(i).fill(name);
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  heading(name: string): Locator {
    return this.page.getByRole('heading', { name, exact: true, level: 1 });
  }

  get plan(): Locator {
    return this.page.getByRole('navigation', { name: lead.plan });
  }

  async pin(): Promise<string> {
    return (await this.plan.locator('strong').innerText()).replace(/\D/g, '');
  }

  get session(): string {
    return new URL(this.page.url()).pathname.split('/')[2]!;
  }

  /** The projector's link. */
  async screenLink(): Promise<string> {
    return (await this.page.getByRole('link', { name: lead.openScreen }).getAttribute('href'))!;
  }

  async open(kind: keyof typeof lead.next): Promise<void> {
    await this.button(lead.next[kind]).click();
    await expect(this.heading(texts.kinds[kind])).toBeVisible();
  }

  async close(kind: keyof typeof lead.close): Promise<void> {
    await this.button(lead.close[kind]).click();
    // By the beginning of its name: while the press is being handled, more is said after it, and nothing is closed yet.
    await expect(this.page.getByRole('button', { name: new RegExp(`^${lead.close[kind]}`) })).toHaveCount(0);
  }

  async end(): Promise<void> {
    await this.plan.getByRole('button', { name: lead.end }).click();
    await this.page.getByRole('dialog', { name: lead.endTitle }).getByRole('button', { name: lead.end }).click();
    await expect(this.heading(lead.endedTitle)).toBeVisible();
  }

  /** The session as data, as it is now. */
  async results(): Promise<Summary> {
    const { origin } = new URL(this.page.url());
    const answer = await this.page.request.get(`${origin}/api/sessions/${this.session}/results.json`);
    return (await answer.json()) as Summary;
  }

  /** What remains of a session: a moment after its end, when the results have taken the place of the history. */
  async remains(): Promise<Summary> {
    await expect.poll(async () => (await this.results()).final).toBe(true);
    return this.results();
  }

  /** The link for a second facilitator, from the clipboard. */
  async inviteLink(): Promise<string> {
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await this.page.evaluate(() => navigator.clipboard.writeText(''));
    await this.button(leading.inviteCopy).click();
    const copied = () => this.page.evaluate(() => navigator.clipboard.readText());
    await expect.poll(copied).toContain('#key=');
    return copied();
  }

  /** How many voted, or wrote. */
  async counts(words: string): Promise<void> {
    await expect(this.page.getByText(words, { exact: true }).first()).toBeVisible();
  }

  cluster(name: string, cards: number): Locator {
    return this.button(lead.clusterItem(name, cards));
  }

  loose(name: string): Locator {
    return this.button(lead.looseItem(name));
  }

  get board(): Locator {
    return this.page.getByRole('group', { name: lead.board });
  }

  /** The rows of the result. */
  ranking(): Locator {
    return this.page
      .getByRole('table', { name: lead.result })
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader') });
  }

  async signedIn(): Promise<void> {
    await expect(this.heading(home.title)).toBeVisible();
  }
}
