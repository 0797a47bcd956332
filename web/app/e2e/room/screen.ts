import { expect, type Locator, type Page } from '@playwright/test';
import { nl as t } from '../../src/i18n/screen/nl';
import { Ear } from './listening';

/** The projector, as the room sees it. */
export class Screen {
  readonly page: Page;
  readonly ear: Ear;

  constructor(page: Page) {
    this.page = page;
    this.ear = new Ear(page);
  }

  heading(name: string): Locator {
    return this.page.getByRole('heading', { name, exact: true, level: 1 });
  }

  /** The clusters with more than one card, by name and size. */
  get clusters(): Locator {
    return this.page.getByRole('heading', { level: 2 });
  }

  async shows(text: string): Promise<void> {
    await expect(this.page.getByText(text, { exact: true }).first()).toBeVisible();
  }

  async showsNothingOf(words: readonly string[]): Promise<void> {
    const content = await this.page.content();
    for (const word of words) expect(content).not.toContain(word);
  }

  /** The ranking as it is read aloud, first place first. */
  ranking(): Locator {
    return this.page.getByRole('list', { name: t.ranking }).getByRole('listitem');
  }
}
