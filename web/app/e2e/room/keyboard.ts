import { expect, type Locator, type Page } from '@playwright/test';

/** Presses Tab until one of these has the focus. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await press(page, target, ['Tab'], 80);
}

/** Presses arrow keys until this has the focus. */
export async function arrowTo(page: Page, target: Locator, key?: 'ArrowDown' | 'ArrowRight'): Promise<void> {
  if (key) return press(page, target, [key], 20);
  await page.keyboard.press('Home');
  await press(page, target, ['ArrowRight'], 40);
}

async function press(page: Page, target: Locator, keys: readonly string[], most: number): Promise<void> {
  await expect(target.first()).toBeVisible();
  const focused = target.and(page.locator(':focus'));
  for (let i = 0; i < most; i++) {
    if ((await focused.count()) > 0) return;
    for (const key of keys) await page.keyboard.press(key);
  }
  throw new Error(`${most} times ${keys.join(', ')} did not lead to ${target}`);
}
