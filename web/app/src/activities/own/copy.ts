import type { Lang } from '../../i18n/lang';
import type { OptionResult, OwnBallot, Result } from '../../wire/protocol';
import { outcomeOf } from '../vote/methods/outcome';
import { ballotWords } from '../vote/methods/words';
import { append } from './append';
import { facesFor, type Fetch } from './faces';
import { colours, type Family, left, Sheet, type Style, width } from './sheet';
import { ownWords } from './words';

/** What a phone holds of its own, as it goes on the page. */
export interface Own {
  title: string;
  /** The rounds in which one voted. */
  rounds: readonly OwnRound[];
  cards: readonly { text: string; why?: string }[];
  story: string;
  /** The if-then, as a sentence; '' when there is none. */
  step: string;
}

/** A round that counted, with what one gave in it: dots, scores, or places. */
export interface OwnRound {
  result: Result;
  ballot: OwnBallot;
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
const facts = style('sans', 8, 3.8, colours.muted);

/** Where the own marks and the outcome stand, right of a value's name, and how wide that is. */
const at = left + 92;
const aside = width - 92;

/**
 * The report with one's own page behind it. The report is fetched like any other reader fetches it; the page is made here, and
 * nothing of it is sent.
 */
export async function ownCopy(address: string, own: Own, lang: Lang, fetched: Fetch): Promise<Uint8Array<ArrayBuffer>> {
  const texts = [own.title, own.story, own.step, ...own.cards.flatMap(({ text, why }) => [text, why ?? ''])];
  const names = own.rounds.flatMap(({ result }) => result.options.map(({ name }) => name));
  const [report, families] = await Promise.all([fetched(address), facesFor([...texts, ...names], fetched)]);
  const sheet = new Sheet(families);
  lay(sheet, own, lang);
  return append(report, sheet.pages, sheet.fonts);
}

function lay(sheet: Sheet, own: Own, lang: Lang): void {
  const t = ownWords(lang);
  sheet.text(left, 17, t.kicker.toUpperCase(), kicker);
  sheet.put(t.page, heading);
  sheet.put(own.title, body);
  sheet.y += 1.5;
  sheet.put(t.private, note, left, width * 0.84);

  if (own.rounds.length === 0) {
    part(sheet, t.rounds.dots, 14);
    sheet.put(t.noVote, note);
  }
  for (const { result, ballot } of own.rounds) {
    const title = t.rounds[result.method || 'dots'];
    part(sheet, own.rounds.length > 1 ? `${t.round(result.round)} · ${title}` : title, 14);
    round(sheet, result, ballot, lang);
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
    const lines = Math.max(2, Math.min(6, Math.floor((sheet.room - 4) / 10 / t.prompts.length)));
    for (let i = 0; i < lines; i++) {
      sheet.y += 8.5;
      sheet.line(left, sheet.y, left + width, sheet.y, colours.sage, 0.25);
    }
    sheet.y += 4;
  }
  if (sheet.boxed) sheet.text(left, 281, t.boxes, { ...note, size: 7.6 });
}

/** What one gave in a round, beside what came out: by place in one's own order where one ranked, else by the room's. */
function round(sheet: Sheet, result: Result, { dots, people }: OwnBallot, lang: Lang): void {
  const t = ownWords(lang);
  const ranked = result.method === 'ranked';
  const chosen = result.options.filter(({ id }) => dots[id]);
  if (ranked) chosen.sort((a, b) => dots[a.id]! - dots[b.id]!); // a stable order: what is equal stands as in the outcome
  if (people && result.method) sheet.put(t.several(people), note);
  else if (chosen.length === 0) sheet.put(t.none, note);
  for (const option of chosen) {
    const mine = dots[option.id]!;
    const name = sheet.wrap(option.name, said, 76);
    const outcome = sheet.wrap(`${t.place(option.rank)} · ${outcomeIn(option, result, lang)}`, facts, aside);
    const high = Math.max(11, name.length * said.leading + 2, outcome.length * facts.leading + 7);
    sheet.need(high);
    sheet.line(left, sheet.y, left + width, sheet.y, colours.line, 0.25);
    const y = sheet.y + 1.6;
    sheet.text(left, y + 4.3, String(ranked ? mine : option.rank), place);
    for (const [i, row] of name.entries()) sheet.text(left + 12, y + said.leading * (i + 0.74), row, said);
    const marks = ranked ? 0 : mine;
    for (let i = 0; i < marks; i++) sheet.dot(at + 1.8 + 5 * i, y + 2.4, 1.8, colours.coral);
    sheet.text(at + (marks && 5 * Math.max(2, marks) + 1), y + 3.4, t.mine[result.method || 'dots'](mine, people), {
      ...body,
      size: 9,
    });
    for (const [i, row] of outcome.entries()) sheet.text(at, y + 8.2 + facts.leading * i, row, facts);
    sheet.y += high + 0.6;
  }
}

function outcomeIn(option: OptionResult, result: Result, lang: Lang): string {
  return result.method ? outcomeOf(option, result, ballotWords(lang)) : ownWords(lang).all(option.dots, option.voters);
}

/** A small heading, which is never the last thing on a page. */
function part(sheet: Sheet, text: string, space: number): void {
  sheet.y += 7;
  sheet.need(label.leading + space);
  sheet.put(text, label);
  sheet.y += 1.2;
}
