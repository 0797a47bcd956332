import { expect, type Page, test } from '@playwright/test';
import { overflow, serious } from './room/axe';

// Everything the browser complains about, a violation of the content security policy first of all.
function complaints(page: Page): string[] {
  const heard: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') heard.push(message.text());
  });
  page.on('pageerror', (error) => heard.push(String(error)));
  return heard;
}

for (const width of [390, 1440, 1920]) {
  test(`at ${width} pixels nothing is wider than the page, and axe finds nothing serious`, async ({ page }) => {
    await page.setViewportSize({ width, height: width === 390 ? 844 : 1000 });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const heard = complaints(page);
    await page.goto('/look.html');
    await expect(page.getByText('Leg het kaartje neer').first()).toBeVisible();

    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(await serious(page)).toEqual([]);
    expect(heard).toEqual([]);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/look-${width}.png`, fullPage: true });
  });
}

for (const asked of [{ contrast: 'more' }, { forcedColors: 'active' }] as const) {
  test(`axe finds nothing serious for who asks for ${Object.entries(asked).join('')}`, async ({ page }) => {
    await page.emulateMedia({ ...asked, reducedMotion: 'reduce' });
    await page.goto('/look.html');
    await expect(page.getByText('Leg het kaartje neer').first()).toBeVisible();
    expect(await serious(page)).toEqual([]);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${Object.keys(asked).join('')}.png` });
  });
}

test('the dialog keeps focus inside and gives it back', async ({ page }) => {
  await page.goto('/look.html');
  const opener = page.getByRole('button', { name: 'Sluit de stemming' }).first();
  await opener.click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(opener).toBeFocused();
});
