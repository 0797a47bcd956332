import AxeBuilder from '@axe-core/playwright';
import { type Page, test } from '@playwright/test';
import { settled } from './motion';

const wcag22aa = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** What axe finds serious or critical on a page as it is now; an empty list is what one hopes for. */
export async function serious(page: Page): Promise<string[]> {
  await settled(page);
  const { violations } = await new AxeBuilder({ page })
    .options({ runOnly: { type: 'tag', values: wcag22aa }, rules: { 'target-size': { enabled: true } } })
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`);
}

/** Pixels by which a page is wider than its window; the report names the elements without which it would be less. */
export const overflow = (page: Page): Promise<number> => beyond(page, 'Width');

/** Pixels by which a page that scrolls in its parts is higher than its window, and so scrolls as a whole as well. */
export const tooHigh = (page: Page): Promise<number> => beyond(page, 'Height');

async function beyond(page: Page, side: 'Width' | 'Height'): Promise<number> {
  await settled(page);
  const { most, by } = await page.evaluate((side) => {
    const root = document.documentElement;
    const beyond = () => root[`scroll${side}`] - root[`client${side}`];
    const most = beyond();
    if (most <= 0) return { most, by: [] };
    const by = [...document.querySelectorAll<HTMLElement>('body *')].filter((one) => {
      one.style.setProperty('display', 'none', 'important');
      const less = beyond() < most;
      one.style.removeProperty('display');
      return less;
    });
    return { most, by: by.map((one) => `${one.localName}.${one.className}: ${one.textContent?.trim().slice(0, 60)}`) };
  }, side);
  if (by.length > 0)
    test.info().annotations.push({ type: `beyond the window by ${most} px`, description: by.join('\n') });
  return most;
}
