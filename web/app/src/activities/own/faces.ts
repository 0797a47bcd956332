import { type Families, type Family, type Font, plain, settable } from './sheet';
import { readTypeface } from './truetype';

// The report's faces, as our server has them: one for most letters, one for the rest of the family, and one that helps out. Only
// what a page needs is fetched.
const chains: Record<Family, readonly string[]> = {
  serif: ['Fraunces', 'FrauncesExt'],
  sans: ['Inter', 'InterExt'],
  bold: ['InterSemibold', 'InterSemiboldExt'],
};
const spare = 'DejaVuSansCondensed';

export type Fetch = (address: string) => Promise<Uint8Array<ArrayBuffer>>;

/** Fetches the faces that these texts need. */
export async function facesFor(texts: readonly string[], fetched: Fetch): Promise<Families> {
  const load = async (name: string): Promise<Font> => ({
    ...readTypeface(name, await fetched(`/faces/${name}.ttf`)),
    used: new Map(),
  });
  const wanted = new Set(plain(texts.join(' ')).replaceAll(' ', ''));
  const lacking = (fonts: readonly Font[]) =>
    [...wanted].some((letter) => settable(letter) && !fonts.some((font) => font.glyph(letter.codePointAt(0)!)));
  const families: Record<Family, Font[]> = { serif: [], sans: [], bold: [] };
  for (const [family, names] of Object.entries(chains) as [Family, readonly string[]][]) {
    for (const name of names) {
      if (families[family].length === 0 || lacking(families[family])) families[family].push(await load(name));
    }
  }
  const boxes = [...wanted].some((letter) => !settable(letter));
  if (boxes || Object.values(families).some(lacking)) {
    const help = await load(spare);
    for (const fonts of Object.values(families)) fonts.push(help);
  }
  return families;
}
