import type { Typeface } from './truetype';

/** What a page is drawn with: PDF operators, in which fonts are called /F0, /F1 … in the order of the faces. */
export type Content = string;

/** The glyphs that were used of a face, with the character that each stands for. */
export type Used = ReadonlyMap<number, number>;

const utf8 = new TextEncoder();

/**
 * Adds pages at the end of a PDF as an incremental update (ISO 32000-1, 7.5.6): the file stays as it is, byte for byte, and what
 * is new stands behind it. Made for the reports of our own server, which keep one table of objects and one list of pages.
 * Throws when the file is something else.
 */
export async function append(
  file: Uint8Array<ArrayBuffer>,
  pages: readonly Content[],
  faces: readonly (Typeface & { used: Used })[],
): Promise<Uint8Array<ArrayBuffer>> {
  const old = new TextDecoder('latin1').decode(file); // one character per byte, so places agree
  const tail = old.slice(old.lastIndexOf('trailer'));
  const number = (pattern: RegExp, text: string) => {
    const found = pattern.exec(text)?.[1];
    if (!found) throw new Error(`not a report of ours: no ${pattern}`);
    return found;
  };
  const size = Number(number(/\/Size (\d+)/, tail));
  const root = number(/\/Root (\d+ \d+ R)/, tail);
  const info = number(/\/Info (\d+ \d+ R)/, tail);
  const previous = number(/startxref\s+(\d+)\s/, tail);
  const list =
    /\n(\d+) 0 obj\s*<<\s*\/Type \/Pages\s*\/Kids \[([^\]]*)\]\s*\/Count (\d+)\s*\/MediaBox \[[^\]]*\]\s*>>/.exec(old);
  if (!list) throw new Error('not a report of ours: no list of pages');
  const [, tree, kids, count] = list as unknown as [string, string, string, string];

  const parts: Uint8Array[] = [file];
  let length = file.length;
  const places: string[] = [];
  const write = (data: string | Uint8Array) => {
    const bytes = typeof data === 'string' ? utf8.encode(data) : data;
    parts.push(bytes);
    length += bytes.length;
  };
  const place = () => `${String(length).padStart(10, '0')} 00000 n \n`;
  let next = size;
  const object = (body: string, stream?: Uint8Array): number => {
    places.push(place());
    write(`${next} 0 obj\n${body}\n`);
    if (stream) {
      write('stream\n');
      write(stream);
      write('\nendstream\n');
    }
    write('endobj\n');
    return next++;
  };
  const streamed = async (data: Uint8Array<ArrayBuffer>, more = ''): Promise<number> => {
    const [bytes, filter] = await deflated(data);
    return object(`<< ${more} ${filter} /Length ${bytes.length} >>`, bytes);
  };

  const fonts: string[] = [];
  for (const [i, face] of faces.entries()) fonts.push(`/F${i} ${await font(face, object, streamed)} 0 R`);
  const added: string[] = [];
  for (const content of pages) {
    const stream = await streamed(utf8.encode(content));
    const page = `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 595.28 841.89] /Resources << /Font << ${fonts.join(' ')} >> >> /Contents ${stream} 0 R >>`;
    added.push(`${object(page)} 0 R`);
  }
  const pagesAt = place();
  write(
    `${tree} 0 obj\n<< /Type /Pages /Kids [${kids.trim()} ${added.join(' ')}] /Count ${Number(count) + added.length} /MediaBox [0 0 595.28 841.89] >>\nendobj\n`,
  );
  const table = length;
  write(`xref\n${tree} 1\n${pagesAt}${size} ${places.length}\n${places.join('')}`);
  write(`trailer\n<< /Size ${next} /Root ${root} /Info ${info} /Prev ${previous} >>\nstartxref\n${table}\n%%EOF\n`);

  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** A face as a composite font: its glyphs by their own numbers, with a table back to characters, so that text can be searched. */
async function font(
  face: Typeface & { used: Used },
  object: (body: string) => number,
  streamed: (data: Uint8Array<ArrayBuffer>, more?: string) => Promise<number>,
): Promise<number> {
  const file = await streamed(face.file, `/Length1 ${face.file.length}`);
  const used = [...face.used].sort(([a], [b]) => a - b);
  const hex = (n: number) => n.toString(16).padStart(4, '0');
  const blocks: string[] = [];
  for (let i = 0; i < used.length; i += 100) {
    const some = used.slice(i, i + 100);
    blocks.push(
      `${some.length} beginbfchar\n${some.map(([glyph, character]) => `<${hex(glyph)}> <${hex(character)}>`).join('\n')}\nendbfchar`,
    );
  }
  const characters = await streamed(
    utf8.encode(`/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
${blocks.join('\n')}
endcmap CMapName currentdict /CMap defineresource pop end end`),
  );
  const descriptor = object(
    `<< /Type /FontDescriptor /FontName /${face.name} /Flags 4 /FontBBox [${face.box.join(' ')}] /ItalicAngle 0 ` +
      `/Ascent ${face.ascent} /Descent ${face.descent} /CapHeight ${face.ascent} /StemV 80 /FontFile2 ${file} 0 R >>`,
  );
  const widths = used.map(([glyph]) => `${glyph} [${face.width(glyph)}]`).join(' ');
  const descendant = object(
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${face.name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> ` +
      `/FontDescriptor ${descriptor} 0 R /W [${widths}] /CIDToGIDMap /Identity >>`,
  );
  return object(
    `<< /Type /Font /Subtype /Type0 /BaseFont /${face.name} /Encoding /Identity-H /DescendantFonts [${descendant} 0 R] /ToUnicode ${characters} 0 R >>`,
  );
}

/** Compressed where the browser can; else as it is. */
async function deflated(data: Uint8Array<ArrayBuffer>): Promise<[Uint8Array, string]> {
  if (!('CompressionStream' in globalThis)) return [data, ''];
  const stream = new Blob([data]).stream().pipeThrough(new CompressionStream('deflate'));
  return [new Uint8Array(await new Response(stream).arrayBuffer()), '/Filter /FlateDecode'];
}
