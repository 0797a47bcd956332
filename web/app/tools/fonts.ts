import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import subset from 'subset-font';
import type { Plugin } from 'vite';
import { cutFaces } from './faces.ts';

// The faces we serve are cut from the npm packages before each build, so the repository holds no font files and the
// phone carries only what it shows. src/styles/fonts.md says what was measured.

const packages = new URL('../node_modules/@fontsource-variable/', import.meta.url);
const target = new URL('../src/styles/fonts/', import.meta.url);

const between = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)).join('');

// What Dutch, English and the names of our neighbours are written with; anything else falls back to the system's faces.
const letters = between(0x20, 0x7e) + between(0xc0, 0xff).replace(/[×ÐÞðþ]/g, '') + 'Œœ';
const marks = '\u00a0€£§°·½«»‘’‚“”„–—…•−×';

// Small capitals, swashes and stylistic sets would double the number of glyphs.
const features = ['kern', 'liga', 'calt', 'ccmp', 'locl', 'mark', 'mkmk', 'lnum', 'tnum'];

const fraunces = 'fraunces/files/fraunces-latin-full-normal.woff2';
const inter = 'inter/files/inter-latin-wght-normal.woff2';

// What Dutch and English texts are made of. The rest of the letters travels apart, to phones that come across one.
const often =
  between(0x41, 0x5a) + between(0x61, 0x7a) + between(0x30, 0x39) + ' .,:;!?\'"()-/&+%\u00a0·‘’“”–…éëïöüèÉ€';
const seldom = [...letters, ...marks].filter((letter) => !often.includes(letter)).join('');

type Axes = Record<string, number | { min: number; max: number }>;
const phone: Axes = { opsz: 30, wght: 500, SOFT: 80, WONK: 0 };
const faces: { file: string; from: string; axes: Axes; text?: string }[] = [
  { file: 'display-phone.woff2', from: fraunces, axes: phone, text: often },
  { file: 'display-phone-more.woff2', from: fraunces, axes: phone, text: seldom },
  { file: 'display.woff2', from: fraunces, axes: { wght: { min: 400, max: 600 }, SOFT: 80, WONK: 0 } },
  { file: 'text.woff2', from: inter, axes: { wght: { min: 400, max: 700 } } },
];

/** Cuts each face anew when it is missing or older than this recipe. */
export async function cutFonts(): Promise<void> {
  mkdirSync(target, { recursive: true });
  const recipe = statSync(fileURLToPath(import.meta.url)).mtimeMs;
  for (const face of faces) {
    const to = new URL(face.file, target);
    if (existsSync(to) && statSync(to).mtimeMs > recipe) continue;
    const whole = readFileSync(new URL(face.from, packages));
    const cut = await subset(whole, face.text ?? letters + marks, {
      targetFormat: 'woff2',
      variationAxes: face.axes,
      keepFeatures: features,
      noHinting: true,
    });
    writeFileSync(to, cut);
  }
}

export function fonts(): Plugin {
  return { name: 'verbindend:fonts', config: async () => void (await Promise.all([cutFonts(), cutFaces()])) };
}
