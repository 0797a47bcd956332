import type { Page } from '@playwright/test';

/**
 * Waits until the typefaces are there and nothing fades or moves any more: half a fade is half a contrast, and another face is another
 * width. What moves for ever is left alone.
 */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    const ends = ({ effect }: Animation) => Number.isFinite(effect?.getComputedTiming().endTime as number);
    const running = () => document.getAnimations().filter((one) => one.playState === 'running' && ends(one));
    const frame = () => new Promise(requestAnimationFrame);
    for (await frame(), await frame(); running().length > 0; await frame()) {
      await Promise.allSettled(running().map((one) => one.finished));
    }
  });
}

/** Watches a page from its first frame on for what moves, rather than fades; answers with the properties that did. */
export async function watchMotion(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const moved = new Set<string>();
    Object.assign(window, { moved });
    const moves =
      /transform|translate|scale|rotate|width|height|^(top|left|right|bottom)$|offset(Distance|Path)|stroke/i;
    const look = () => {
      for (const { effect } of document.getAnimations()) {
        if ((effect?.getComputedTiming().activeDuration as number) <= 1) continue; // over before anybody sees it
        for (const frame of (effect as KeyframeEffect).getKeyframes()) {
          for (const property of Object.keys(frame)) if (moves.test(property)) moved.add(property);
        }
      }
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  return () => page.evaluate(() => [...(window as unknown as { moved: Set<string> }).moved]);
}
