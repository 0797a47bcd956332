import type { OptionResult } from '../../wire/protocol';
import { append } from './append';
import { facesFor, type Fetch } from './faces';
import { colours, type Family, left, Sheet, type Style, width } from './sheet';
import type { OwnWords } from './words';

/** What a phone holds of its own, as it goes on the page. */
export interface Own {
  title: string;
  /** The values one gave dots, with the result, in the order of the ranking. */
  dots: readonly { option: OptionResult; own: number }[];
  cards: readonly { text: string; why?: string }[];
  story: string;
  /** The if-then, as a sentence; '' when there is none. */
  step: string;
}

const style = (family: Family, size: number, leading: number, colour: Style['colour']): Style => ({
  family,
  size,
  leading,
  colour,
});
const kicker = style('bold', 8.4, 4.6, colours.deepCoral);
const heading = style('serif', 22, 9.4, colours.deep);
const label = style('bold', 8.6, 4.4, colours.petrol);
const said = style('serif', 12.5, 5.6, colours.deep);
const large = style('serif', 15, 6.8, colours.deep);
const body = style('sans', 10, 5, colours.ink);
const note = style('sans', 8.6, 4.2, colours.muted);
const place = style('serif', 14, 5.6, colours.deepCoral);

/**
 * The report with one's own page behind it. The report is fetched like any other reader fetches it; the page is made here, and
 * nothing of it is sent.
 */
export async function ownCopy(
  address: string,
  own: Own,
  t: OwnWords,
  fetched: Fetch,
): Promise<Uint8Array<ArrayBuffer>> {
  const texts = [own.title, own.story, own.step, ...own.cards.flatMap(({ text, why }) => [text, why ?? ''])];
  const [report, families] = await Promise.all([
    fetched(address),
    facesFor([...texts, ...own.dots.map(({ option }) => option.name)], fetched),
  ]);
  const sheet = new Sheet(families);
  lay(sheet, own, t);
  return append(report, sheet.pages, sheet.fonts);
}

function lay(sheet: Sheet, own: Own, t: OwnWords): void {
  sheet.text(left, 17, t.kicker.toUpperCase(), kicker);
  sheet.put(t.page, heading);
  sheet.put(own.title, body);
  sheet.y += 1.5;
  sheet.put(t.private, note, left, width * 0.84);

  part(sheet, t.dots, 14);
  if (own.dots.length === 0) sheet.put(t.noDots, note);
  for (const { option, own: mine } of own.dots) {
    const name = sheet.wrap(option.name, said, 84);
    const high = Math.max(11, name.length * said.leading + 2);
    sheet.need(high);
    sheet.line(left, sheet.y, left + width, sheet.y, colours.line, 0.25);
    const y = sheet.y + 1.6;
    sheet.text(left, y + 4.3, String(option.rank), place);
    for (const [i, row] of name.entries()) sheet.text(left + 12, y + said.leading * (i + 0.74), row, said);
    for (let i = 0; i < mine; i++) sheet.dot(left + 103 + 5 * i, y + 2.8, 1.8, colours.coral);
    const words = left + 103 + 5 * Math.max(2, mine) + 1;
    sheet.text(words, y + 3.4, t.mine(mine), { ...body, size: 9 });
    sheet.text(words, y + 7.4, `${t.place(option.rank)} · ${t.all(option.dots, option.voters)}`, { ...note, size: 8 });
    sheet.y += high;
  }

  part(sheet, t.cards, 14);
  if (own.cards.length === 0) sheet.put(t.noCards, note);
  for (const { text, why } of own.cards) {
    sheet.need(said.leading + (why ? note.leading : 0) + 2);
    sheet.put(text, said);
    if (why) sheet.put(why, note);
    sheet.y += 1.6;
  }
  if (own.story) {
    part(sheet, t.story, 14);
    sheet.put(own.story, body);
  }
  part(sheet, t.step, 18);
  sheet.put(own.step || t.noStep, own.step ? large : note);

  part(sheet, t.write, 40);
  for (const prompt of t.prompts) {
    if (sheet.room < 22) break;
    sheet.put(prompt, note);
    const lines = Math.max(2, Math.min(3, Math.floor((sheet.room - 4) / 10 / t.prompts.length)));
    for (let i = 0; i < lines; i++) {
      sheet.y += 8.5;
      sheet.line(left, sheet.y, left + width, sheet.y, colours.sage, 0.25);
    }
    sheet.y += 4;
  }
  if (sheet.boxed) sheet.text(left, 281, t.boxes, { ...note, size: 7.6 });
}

/** A small heading, which is never the last thing on a page. */
function part(sheet: Sheet, text: string, space: number): void {
  sheet.y += 7;
  sheet.need(label.leading + space);
  sheet.put(text, label);
  sheet.y += 1.2;
}
