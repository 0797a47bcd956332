import { copyFileSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import subset from 'subset-font';

// The faces that reports, posters and image cards are set in: static TrueType instances of the ones on our screens, for Go
// to embed (reports/faces). A PDF takes one instance per weight, so what a screen varies is chosen here once.

const packages = new URL('../node_modules/@fontsource-variable/', import.meta.url);
const target = new URL('../../../reports/faces/cut/', import.meta.url);

const between = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)).join('');

// As far as the packages' files for these ranges go; a file has no glyph for the rest.
const latin = between(0x20, 0x7e) + between(0xa0, 0xff) + between(0x2000, 0x206f) + 'ıŒœʼˆ˚˜€™↑↓−∕';
const beyond =
  between(0x100, 0x24f).replace(/[ıŒœ]/g, '') + between(0x1e00, 0x1eff) + between(0x20a0, 0x20c0).replace('€', '');

interface Cut {
  name: string;
  from: string;
  axes: Record<string, number>;
}
const soft = { SOFT: 80, WONK: 0 };
const faces: Cut[] = [
  {
    name: 'FrauncesDisplay',
    from: 'fraunces/files/fraunces-*-full-normal.woff2',
    axes: { opsz: 72, wght: 500, ...soft },
  },
  { name: 'Fraunces', from: 'fraunces/files/fraunces-*-full-normal.woff2', axes: { opsz: 18, wght: 500, ...soft } },
  { name: 'Inter', from: 'inter/files/inter-*-wght-normal.woff2', axes: { wght: 400 } },
  { name: 'InterSemibold', from: 'inter/files/inter-*-wght-normal.woff2', axes: { wght: 600 } },
];
const files = faces.flatMap(({ name, from, axes }) => [
  { to: `${name}.ttf`, from: from.replace('*', 'latin'), axes, text: latin },
  { to: `${name}Ext.ttf`, from: from.replace('*', 'latin-ext'), axes, text: beyond },
]);

/** Cuts each face anew when it is missing or older than this recipe. */
export async function cutFaces(): Promise<void> {
  mkdirSync(target, { recursive: true });
  const recipe = statSync(fileURLToPath(import.meta.url)).mtimeMs;
  for (const { to, from, axes, text } of files) {
    const file = new URL(to, target);
    if (existsSync(file) && statSync(file).mtimeMs > recipe) continue;
    const cut = await subset(readFileSync(new URL(from, packages)), text, {
      targetFormat: 'truetype', // the PDF library reads nothing else
      variationAxes: axes,
      keepFeatures: ['kern'], // it sets one glyph per character, so other features would only weigh
      noHinting: true,
    });
    writeFileSync(file, cut);
  }
  for (const family of ['fraunces', 'inter']) {
    copyFileSync(new URL(`${family}/LICENSE`, packages), new URL(`OFL-${family}.txt`, target));
  }
}
