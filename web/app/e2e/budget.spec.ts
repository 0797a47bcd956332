import { expect, test } from '@playwright/test';
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';

const dist = resolve(import.meta.dirname, '../../dist');
const limit = 60 * 1024;

/** Bytes that travel for a path: the gzip beside it, because browsers ask for brotli only over https. */
function travels(path: string): number {
  const file = resolve(dist, path === '/' ? 'index.html' : path.slice(1));
  return statSync(existsSync(file + '.gz') ? file + '.gz' : file).size;
}

for (const path of ['/', '/play.html']) {
  test(`the first visit to ${path} costs a phone at most 60 KB`, async ({ page }) => {
    const asked = new Set<string>();
    page.on('request', (request) => asked.add(new URL(request.url()).pathname));
    await page.goto(path, { waitUntil: 'networkidle' });
    await page.evaluate(() => document.fonts.ready);
    const files = [...asked].filter((asked) => asked === '/' || existsSync(resolve(dist, asked.slice(1))));
    const sizes = files.map((file) => [file, travels(file)] as const);
    const total = sizes.reduce((sum, [, size]) => sum + size, 0);
    test.info().annotations.push({ type: 'bytes', description: `${total}: ${sizes.map(String).join(' ')}` });
    if (process.env.SIZES) console.log(path, total, sizes.map(String).join(' '));
    expect(files.length).toBeGreaterThan(3);
    expect(total).toBeLessThanOrEqual(limit);
  });
}
