/** What a page of a PDF has to know of a TrueType file. Measures are in 1/1000 of the size. */
export interface Typeface {
  name: string;
  file: Uint8Array<ArrayBuffer>;
  ascent: number;
  descent: number;
  box: readonly number[];
  /** The glyph of a character; 0 when there is none. */
  glyph(character: number): number;
  width(glyph: number): number;
}

/** Reads the tables that say which characters a face has and how wide they are. Throws when the file is something else. */
export function readTypeface(name: string, file: Uint8Array<ArrayBuffer>): Typeface {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const tables = new Map<string, number>();
  for (let i = 0; i < view.getUint16(4); i++) {
    const at = 12 + 16 * i;
    tables.set(String.fromCharCode(...file.subarray(at, at + 4)), view.getUint32(at + 8));
  }
  const table = (tag: string): number => {
    const at = tables.get(tag);
    if (at === undefined) throw new Error(`typeface ${name} has no ${tag}`);
    return at;
  };
  const [head, hhea, hmtx] = [table('head'), table('hhea'), table('hmtx')];
  const scale = 1000 / view.getUint16(head + 18);
  const measured = view.getUint16(hhea + 34);
  const scaled = (at: number) => Math.round(view.getInt16(at) * scale);
  return {
    name,
    file,
    ascent: scaled(hhea + 4),
    descent: scaled(hhea + 6),
    box: [36, 38, 40, 42].map((at) => scaled(head + at)),
    glyph: glyphs(view, table('cmap')),
    width: (glyph) => Math.round(view.getUint16(hmtx + 4 * Math.min(glyph, measured - 1)) * scale),
  };
}

/** Looks characters up in the segments of a format 4 table, which is all that letters of two bytes need. */
function glyphs(view: DataView, cmap: number): (character: number) => number {
  let at = 0;
  for (let i = 0; i < view.getUint16(cmap + 2); i++) {
    const offset = cmap + view.getUint32(cmap + 4 + 8 * i + 4);
    if (view.getUint16(offset) === 4) at = offset;
  }
  if (!at) throw new Error('a typeface without a table of characters');
  const twice = view.getUint16(at + 6);
  const [ends, starts] = [at + 14, at + 16 + twice];
  return (character) => {
    if (character > 0xffff) return 0;
    let i = 0;
    while (i < twice && view.getUint16(ends + i) < character) i += 2;
    const first = i < twice ? view.getUint16(starts + i) : 0xffff;
    if (first > character) return 0;
    const shift = view.getUint16(starts + twice + i);
    const range = starts + 2 * twice + i;
    const step = view.getUint16(range);
    if (!step) return (character + shift) & 0xffff;
    const glyph = view.getUint16(range + step + 2 * (character - first));
    return glyph && (glyph + shift) & 0xffff;
  };
}
