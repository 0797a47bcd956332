import type { Content } from './append';
import type { Typeface } from './truetype';

// Pages of A4, in millimetres from the upper left corner, on the grid of the report: reports/style.go has the same numbers.
export const left = 23;
export const width = 164;
const top = 32;
const bottom = 270;

const point = 72 / 25.4;
const height = 841.89;

export type Colour = readonly [number, number, number];
export const colours = {
  ink: [0x14, 0x31, 0x2f],
  muted: [0x5c, 0x71, 0x6e],
  deep: [0x0a, 0x3a, 0x3e],
  petrol: [0x0f, 0x52, 0x57],
  coral: [0xec, 0x5f, 0x44],
  deepCoral: [0xc4, 0x42, 0x2a],
  amber: [0xf2, 0xb7, 0x5c],
  sage: [0xa9, 0xcb, 0xbd],
  mist: [0xd9, 0xe6, 0xdf],
  line: [0xe5, 0xdf, 0xd3],
} satisfies Record<string, Colour>;

export type Family = 'serif' | 'sans' | 'bold';

/** How text is set: size in points, leading in millimetres. */
export interface Style {
  family: Family;
  size: number;
  leading: number;
  colour: Colour;
}

/** A face, and which of its glyphs stand on a page. */
export type Font = Typeface & { used: Map<number, number> };

/** The faces of each family: the first that has a character sets it. */
export type Families = Record<Family, readonly Font[]>;

/** Faces have these letters and a page would still set them backwards. */
const backwards = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** What stands for a character that no face can set. */
const box = '\u25a1';

/** Characters that say something to a screen and nothing to paper: control and format, variation selectors, skin tones. */
const unseen = /[\p{Cc}\p{Cf}\u{fe00}-\u{fe0f}\u{1f3fb}-\u{1f3ff}]/gu;

/** Composed, on one line, without what only a screen shows. */
export const plain = (text: string): string => text.replace(/\s+/g, ' ').trim().normalize('NFC').replace(unseen, '');

/** A PDF's text is a matter of two bytes a character here. */
export const settable = (letter: string): boolean => letter.codePointAt(0)! < 0xffff && !backwards.test(letter);

/** Pages in the making. What no face has becomes □, several in a row one. */
export class Sheet {
  /** A □ was set somewhere. */
  boxed = false;
  y = top;
  #pages: string[][] = [];
  #families: Families;
  #fonts: readonly Font[];

  constructor(families: Families) {
    this.#families = families;
    this.#fonts = Object.values(families).flat();
    this.#turn();
  }

  get pages(): Content[] {
    return this.#pages.map((list) => list.join('\n'));
  }

  get fonts(): readonly Font[] {
    return this.#fonts;
  }

  /** How much is left of this page. */
  get room(): number {
    return bottom - this.y;
  }

  /** Goes on to a next page when less than so much is left. */
  need(space: number): void {
    if (space > this.room && this.y > top) this.#turn();
  }

  /** Sets a text from here on, broken into lines, page after page. */
  put(text: string, style: Style, x = left, w = left + width - x): void {
    for (const row of this.wrap(text, style, w)) {
      this.need(style.leading);
      this.text(x, this.y + style.leading * 0.74, row, style);
      this.y += style.leading;
    }
  }

  /** One line with its baseline at y. */
  text(x: number, y: number, text: string, style: Style): void {
    let at = x;
    for (const { font, glyphs } of this.#runs(text, style)) {
      const codes = glyphs.map((glyph) => glyph.toString(16).padStart(4, '0')).join('');
      this.#draw(
        `BT /F${this.#fonts.indexOf(font)} ${style.size} Tf ${rgb(style.colour)} rg ${this.#at(at, y)} Td <${codes}> Tj ET`,
      );
      at += (glyphs.reduce((sum, glyph) => sum + font.width(glyph), 0) * style.size) / 1000 / point;
    }
  }

  widthOf(text: string, style: Style): number {
    const units = this.#runs(text, style).flatMap(({ font, glyphs }) => glyphs.map((glyph) => font.width(glyph)));
    return (units.reduce((sum, one) => sum + one, 0) * style.size) / 1000 / point;
  }

  /** Breaks text at spaces, and inside a word that is wider than a line. */
  wrap(text: string, style: Style, w: number): string[] {
    const lines: string[] = [];
    let now = '';
    for (let word of this.clean(text).split(/[ \n\t]+/)) {
      if (now && this.widthOf(`${now} ${word}`, style) <= w) {
        now += ` ${word}`;
        continue;
      }
      if (now) lines.push(now);
      while (this.widthOf(word, style) > w && word.length > 1) {
        let n = 1;
        while (this.widthOf(word.slice(0, n + 1), style) <= w) n++;
        lines.push(word.slice(0, n));
        word = word.slice(n);
      }
      now = word;
    }
    return now ? [...lines, now] : lines;
  }

  line(x1: number, y1: number, x2: number, y2: number, colour: Colour, w: number): void {
    this.#draw(`${rgb(colour)} RG ${(w * point).toFixed(2)} w ${this.#at(x1, y1)} m ${this.#at(x2, y2)} l S`);
  }

  dot(x: number, y: number, radius: number, colour: Colour): void {
    this.#draw(`${rgb(colour)} rg ${this.#ellipse(x, y, radius, radius)} f`);
  }

  /** Text as it can be set: composed, on one line, without what paper cannot show. */
  clean(text: string): string {
    let out = '';
    for (const letter of plain(text)) {
      if (
        letter === ' ' ||
        (settable(letter) && this.#families.sans.some((font) => font.glyph(letter.codePointAt(0)!)))
      ) {
        out += letter;
      } else {
        this.boxed = true;
        if (!out.endsWith(box)) out += box;
      }
    }
    return out;
  }

  #runs(text: string, { family }: Style): { font: Font; glyphs: number[] }[] {
    const runs: { font: Font; glyphs: number[] }[] = [];
    for (const letter of text) {
      const character = letter.codePointAt(0)!;
      const faces = this.#families[family];
      const font = faces.find((face) => face.glyph(character)) ?? faces[0]!;
      const glyph = font.glyph(character);
      font.used.set(glyph, character);
      const last = runs.at(-1);
      if (last?.font === font) last.glyphs.push(glyph);
      else runs.push({ font, glyphs: [glyph] });
    }
    return runs;
  }

  /** A new page, with the mark of the report in its corner. */
  #turn(): void {
    this.#pages.push([]);
    this.y = top;
    const arcs = [colours.coral, colours.amber, colours.sage, colours.petrol, colours.mist];
    for (const [i, colour] of arcs.entries()) {
      const shrink = 0.42 * (1 - i * 0.072);
      this.#draw(`${rgb(colour)} RG 1.5 w ${this.#ellipse(210, 0, 43 * shrink, 33 * shrink)} S`);
    }
  }

  #ellipse(x: number, y: number, rx: number, ry: number): string {
    const [kx, ky] = [rx * 0.5523, ry * 0.5523];
    return [
      `${this.#at(x + rx, y)} m`,
      `${this.#at(x + rx, y + ky)} ${this.#at(x + kx, y + ry)} ${this.#at(x, y + ry)} c`,
      `${this.#at(x - kx, y + ry)} ${this.#at(x - rx, y + ky)} ${this.#at(x - rx, y)} c`,
      `${this.#at(x - rx, y - ky)} ${this.#at(x - kx, y - ry)} ${this.#at(x, y - ry)} c`,
      `${this.#at(x + kx, y - ry)} ${this.#at(x + rx, y - ky)} ${this.#at(x + rx, y)} c h`,
    ].join(' ');
  }

  #at = (x: number, y: number): string => `${(x * point).toFixed(2)} ${(height - y * point).toFixed(2)}`;

  #draw(operators: string): void {
    this.#pages.at(-1)!.push(operators);
  }
}

const rgb = (colour: Colour): string => colour.map((part) => (part / 255).toFixed(3)).join(' ');
