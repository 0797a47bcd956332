import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { Method, OptionResult, Result } from '../../wire/protocol';
import { nasty } from '../nasty';
import { append } from './append';
import { type Own, ownCopy } from './copy';
import { ownRounds } from './own';
import { readTypeface } from './truetype';

// The faces are cut before each build and before these tests (tools/faces.ts).
const cut = async (name: string) => new Uint8Array(await readFile(`../../reports/faces/cut/${name}.ttf`));

/** A report as small as can be, in the form of ours. */
function report(): Uint8Array<ArrayBuffer> {
  const parts = [
    '%PDF-1.3\n',
    '2 0 obj\n<</Type /Page\n/Parent 1 0 R\n/Contents 3 0 R>>\nendobj\n',
    '3 0 obj\n<< /Length 1 >>\nstream\n\u00ff\nendstream\nendobj\n',
    '1 0 obj\n<</Type /Pages\n/Kids [2 0 R ]\n/Count 1\n/MediaBox [0 0 595.28 841.89]\n>>\nendobj\n',
    '4 0 obj\n<<\n/Type /Catalog\n/Pages 1 0 R\n>>\nendobj\n',
  ].join('');
  const text = `${parts}xref\n0 1\n0000000000 65535 f \ntrailer\n<<\n/Size 6\n/Root 4 0 R\n/Info 5 0 R\n>>\nstartxref\n${parts.length}\n%%EOF\n`;
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

const latin1 = (file: Uint8Array) => new TextDecoder('latin1').decode(file);
const option = (id: string, name: string, rank: number): OptionResult => ({
  ...{ id, name, rank, dots: 9, voters: 8, inTop: true, topShare: 1, band: '', rankLow: 1, rankHigh: 2 },
});
const result = (round: number, options: OptionResult[], method?: Method): Result => ({
  ...{ round, options, ballots: 8, joined: 9, dots: 3, perOption: 2, dotsPlaced: 18, top: 3, certainty: null, method },
});
const mine: Own = {
  title: 'Teamdag',
  rounds: [
    { result: result(1, [option('a', 'Eerlijkheid', 1), option('b', 'Lef', 2)]), ballot: { round: 1, dots: { a: 2 } } },
  ],
  cards: [{ text: 'Openheid', why: 'want dan weet je het' }],
  story: '',
  step: 'Als ik binnenkom, dan vraag ik iets.',
};

/** A server with one report and our faces; it remembers what was asked. */
function server() {
  const asked: string[] = [];
  const fetched = async (address: string) => {
    asked.push(address);
    if (!address.startsWith('/faces/')) return report();
    const name = address.slice(7, -4);
    return cut(name === 'DejaVuSansCondensed' ? 'Inter' : name); // the one that helps out is the server's own
  };
  return { asked, fetched };
}

describe('a typeface', () => {
  it('knows its characters and their widths', async () => {
    const inter = readTypeface('Inter', await cut('Inter'));
    const width = (letter: string) => inter.width(inter.glyph(letter.codePointAt(0)!));
    expect(width('W')).toBeGreaterThan(2 * width('i'));
    expect(width('é')).toBe(width('e'));
    expect(inter.ascent).toBeGreaterThan(800);
    for (const unknown of ['語', '😀', '\uffff', 'Ж']) expect(inter.glyph(unknown.codePointAt(0)!)).toBe(0);
  });

  it('of another kind is refused', () => {
    expect(() => readTypeface('x', new Uint8Array(64))).toThrow('has no head');
  });
});

describe('a page behind a report', () => {
  it('leaves the report as it is, and is counted', async () => {
    const before = report();
    const { fetched } = server();
    const after = await ownCopy('/report.pdf', mine, 'nl', fetched);
    expect(after.subarray(0, before.length)).toEqual(before);
    const added = latin1(after.subarray(before.length));
    expect(added).toMatch(/\/Kids \[2 0 R \d+ 0 R\] \/Count 2/);
    expect(added).toContain(`/Prev ${latin1(before).indexOf('xref\n')}`);
    const at = Number(/startxref\n(\d+)\n/.exec(added)![1]);
    expect(latin1(after).slice(at, at + 5)).toBe('xref\n');
    // Every place in the table is where its object begins.
    const [, first, count] = /\n(\d+) (\d+)\n(?:\d{10} 00000 n \n)+trailer/.exec(latin1(after).slice(at))!;
    const places = latin1(after)
      .slice(at)
      .match(/\d{10}(?= 00000 n)/g)!
      .map(Number);
    expect(places).toHaveLength(1 + Number(count));
    for (const [i, place] of places.slice(1).entries()) {
      expect(latin1(after).slice(place)).toMatch(new RegExp(`^${Number(first) + i} 0 obj\n`));
    }
  });

  it('asks the server for the report and for faces, and tells it nothing', async () => {
    const { asked, fetched } = server();
    await ownCopy('/report.pdf', mine, 'nl', fetched);
    expect(asked.sort()).toEqual([
      '/faces/Fraunces.ttf',
      '/faces/Inter.ttf',
      '/faces/InterSemibold.ttf',
      '/report.pdf',
    ]);
  });

  it('fetches the rest of a family only for letters that need it', async () => {
    const { asked, fetched } = server();
    await ownCopy('/report.pdf', { ...mine, step: 'Als ik Łukasz zie, dan groet ik.' }, 'nl', fetched);
    expect(asked).toContain('/faces/InterExt.ttf');
    expect(asked.join()).not.toContain('DejaVu');
  });

  it.each([...nasty.entries()])('holds whatever people typed: %i', async (_, text) => {
    const { fetched } = server();
    const cards = [{ text, why: text }];
    const named = { result: result(1, [option('a', text, 1)]), ballot: { round: 1, dots: { a: 1 } } };
    const after = await ownCopy(
      '/report.pdf',
      { title: text, rounds: [named], cards, story: text, step: text },
      'nl',
      fetched,
    );
    expect(latin1(after)).toMatch(/\/Count [2-9] /);
  });

  it('behind something that is no report of ours is refused', async () => {
    await expect(append(new TextEncoder().encode('%PDF-1.7 other'), [''], [])).rejects.toThrow('not a report of ours');
  });
});

describe('the rounds of one’s own', () => {
  const [first, second, third] = [result(1, []), result(2, [], 'score'), result(4, [], 'ranked')];
  const all = async () => ({ vote: third!, rounds: [first!, second!].map((vote) => ({ vote, comparison: null })) });
  const ballot = (round: number) => ({ round, dots: { a: 1 } });

  it('are those that counted and in which one voted, the first one first', async () => {
    const ballots = { 4: ballot(4), 3: ballot(3), 1: ballot(1) }; // the third was cancelled
    expect((await ownRounds(ballots, third, all)).map((one) => [one.result.round, one.ballot.round])).toEqual([
      [1, 1],
      [4, 4],
    ]);
  });

  it('ask nobody when there was one round alone', async () => {
    const nobody = () => Promise.reject(new Error('asked'));
    expect(await ownRounds({ 4: ballot(4) }, third, nobody)).toHaveLength(1);
    expect(await ownRounds({}, third, nobody)).toEqual([]);
  });
});
