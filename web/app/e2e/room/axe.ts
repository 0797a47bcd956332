import AxeBuilder from '@axe-core/playwright';
import { type Page, test } from '@playwright/test';
import { settled } from './motion';

type Result = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number];

const wcag22aa = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
type Rules = Parameters<AxeBuilder['options']>[0];

/** What axe finds serious or critical on a page as it is now; an empty list is what one hopes for. */
export async function serious(page: Page): Promise<string[]> {
  const found = await violations(page, { runOnly: { type: 'tag', values: wcag22aa } });
  return found.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(told);
}

/** All that axe finds, by every rule it has. */
export const everything = async (page: Page): Promise<string[]> => (await violations(page, {})).map(told);

/** In a page without frames it all happens in one go ("legacy"); else axe opens another page to add up what it found in each. */
async function violations(page: Page, rules: Rules): Promise<Result[]> {
  await settled(page);
  const axe = new AxeBuilder({ page }).setLegacyMode(page.frames().length === 1);
  const options: Rules = { ...rules, rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] };
  return (await axe.options(options).analyze()).violations;
}

const told = ({ id, nodes }: Result): string => `${id}: ${nodes.map(({ html }) => html).join('\n')}`;

/** Pixels by which a page is wider than its window; the report names the elements without which it would be less. */
export const overflow = (page: Page): Promise<number> => beyond(page, 'Width');

/** Pixels by which a page that scrolls in its parts is higher than its window, and so scrolls as a whole as well. */
export const tooHigh = (page: Page): Promise<number> => beyond(page, 'Height');

async function beyond(page: Page, side: 'Width' | 'Height'): Promise<number> {
  const within = (side: 'Width' | 'Height') => {
    const root = document.documentElement;
    return root[`scroll${side}`] <= root[`client${side}`];
  };
  if (await page.evaluate(within, side)) return 0;
  await settled(page); // a page that has only just become narrower may still be at it
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
