import { expect, type Locator, type Page } from '@playwright/test';
import { nl as common } from '../../src/i18n/common/nl';
import { nl as joining } from '../../src/i18n/join/nl';
import { nl as around } from '../../src/i18n/phone/nl';
import { nl as task } from '../../src/i18n/task/nl';
import { Ear } from './listening';

/** The server has it for good; "wordt verzonden" is still on its way. */
export const arrived = new RegExp(`(?<!wordt )${common.sent}`);

/** A participant with a phone in their hand. */
export class Phone {
  readonly page: Page;
  readonly ear: Ear;
  readonly site: string;

  /** site: where this phone finds the server, which may be a proxy on the way to it. */
  constructor(page: Page, site: string) {
    this.page = page;
    this.site = site;
    this.ear = new Ear(page);
  }

  async typePin(pin: string): Promise<void> {
    await this.page.goto(`${this.site}/`);
    await this.page.getByLabel(joining.pin).fill(pin);
    await this.button(joining.enter).click();
  }

  /** Opens what the QR code holds. */
  async scan(pin: string): Promise<void> {
    await this.page.goto(`${this.site}/${pin}`);
  }

  async agree(): Promise<void> {
    await this.button(around.notice.agree).click();
  }

  async chooseGroup(name: string): Promise<void> {
    await this.page.getByRole('radio', { name }).check();
    await this.button(around.group.next).click();
  }

  async skipGroup(): Promise<void> {
    await this.button(around.group.skip).click();
  }

  /** In, at once: for plays that are about something else. */
  async arrive(pin: string): Promise<void> {
    await this.scan(pin);
    await this.agree();
    await this.skipGroup();
    await expect(this.heading(around.lobby.title)).toBeVisible();
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  heading(name: string): Locator {
    return this.page.getByRole('heading', { name, exact: true, level: 1 });
  }

  get field(): Locator {
    return this.page.getByLabel(task.write.label);
  }

  /** The own cards that lie on the table, newest wherever the page puts it. */
  get cards(): Locator {
    return this.page.getByRole('listitem');
  }

  card(text: string): Locator {
    return this.cards.filter({ has: this.page.getByText(text, { exact: true }) });
  }

  async write(...texts: string[]): Promise<void> {
    for (const text of texts) {
      await this.field.fill(text);
      await this.button(task.write.send).click();
      await expect(this.card(text)).toContainText(arrived);
    }
  }

  /** A value on the ballot. */
  option(name: string): Locator {
    return this.page.getByRole('group', { name, exact: true });
  }

  more(name: string): Locator {
    return this.button(common.dotMore(name));
  }

  fewer(name: string): Locator {
    return this.button(common.dotFewer(name));
  }

  /** Presses + where the rules say no: the button tells so (aria-disabled) and still hears the press. */
  async presses(name: string): Promise<void> {
    await expect(this.more(name)).toHaveAttribute('aria-disabled', 'true');
    await this.more(name).click({ force: true });
  }

  async hasDots(dots: Record<string, number>): Promise<void> {
    for (const [name, n] of Object.entries(dots)) {
      await expect(this.option(name)).toContainText(common.dotsOn(n, name));
    }
  }

  async place(dots: Record<string, number>): Promise<void> {
    for (const [name, n] of Object.entries(dots)) {
      for (let i = 0; i < n; i++) await this.more(name).click();
    }
    await this.hasDots(dots);
  }

  /** The server has the ballot for good. */
  async ballotIsIn(): Promise<void> {
    await expect(this.page.getByText(arrived)).toBeVisible();
  }

  /** How the phone says that its line is, at the top of the page. */
  async lineIs(line: keyof typeof around.line): Promise<void> {
    const said = this.page.getByRole('status').filter({ hasText: new RegExp(`^\\s*${around.line[line]}`) });
    await expect(said).toBeVisible();
    await expect(this.page.getByText(around.offlineTitle)).toHaveCount(line === 'offline' ? 1 : 0);
  }

  /** The ranking as this phone shows it. */
  ranking(): Locator {
    return this.page.getByRole('list', { name: task.reveal.ranking }).getByRole('listitem');
  }

  async showsNothingOf(words: readonly string[]): Promise<void> {
    const content = await this.page.content();
    for (const word of words) expect(content).not.toContain(word);
  }
}
