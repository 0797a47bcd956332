import { describe, expect, it } from 'vitest';
import { nasty } from '../nasty';
import { calendar, morning } from './ics';

const made = new Date('2026-11-23T12:00:00Z');
const at = new Date('2026-12-01T08:00:00Z');
const one = { uid: 'a1', at, title: 'Mijn stap', text: 'Doen' };

/** The lines as a calendar reads them: what was folded is one again. */
const lines = (file: string) => file.replace(/\r\n /g, '').split('\r\n');

describe('a calendar file', () => {
  it('has one event per reminder, with an alarm, in UTC', () => {
    const read = lines(calendar([one, { ...one, uid: 'a2' }], made, 'nl'));
    expect(read[0]).toBe('BEGIN:VCALENDAR');
    expect(read.slice(-2)).toEqual(['END:VCALENDAR', '']);
    expect(read.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(2);
    expect(read.filter((line) => line === 'END:VALARM')).toHaveLength(2);
    expect(read).toContain('UID:a2@verbindend');
    expect(read).toContain('DTSTAMP:20261123T120000Z');
    expect(read).toContain('DTSTART:20261201T080000Z');
    expect(read).toContain('DTEND:20261201T081500Z');
  });

  it('keeps what people typed, whatever signs are in it', () => {
    const title = 'Als één; twee, drie\\vier\nBEGIN:VEVENT';
    const read = lines(calendar([{ ...one, title }], made, 'nl'));
    expect(read).toContain('SUMMARY:Als één\\; twee\\, drie\\\\vier\\nBEGIN:VEVENT');
    expect(read.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
  });

  it.each([...nasty.entries()])(
    'holds whatever people type, and nothing that a calendar cannot read: %i',
    (_, text) => {
      const file = calendar([{ ...one, title: text, text }], made, 'nl');
      const read = lines(file);
      expect(read.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
      const [summary] = read.filter((line) => line.startsWith('SUMMARY:'));
      const unescaped = summary!.slice(8).replace(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign));
      expect(unescaped).toBe(text.replace(/\r\n/g, '\n').replace(/(?![\t\n])\p{Cc}/gu, ''));
      expect(file.replace(/\r\n/g, '')).not.toMatch(/(?!\t)\p{Cc}/u);
      for (const line of file.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    },
  );

  it('has no line of more than 75 bytes, and cuts no letter in two', () => {
    const title = 'coördinatie 🌉 '.repeat(20).trim();
    const file = calendar([{ ...one, title }], made, 'nl');
    for (const line of file.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(lines(file)).toContain(`SUMMARY:${title}`);
  });
});

describe('nine in the morning', () => {
  it('stays nine when the clock changes in between', () => {
    expect(morning(new Date(2026, 2, 20, 21, 30), 30).getHours()).toBe(9);
    expect(morning(new Date(2026, 2, 20, 21, 30), 30).getDate()).toBe(19);
  });

  it('a month after the last of January is the last of February', () => {
    expect(morning(new Date(2027, 0, 31), 0, 1)).toEqual(new Date(2027, 1, 28, 9));
    expect(morning(new Date(2026, 10, 23), 0, 3)).toEqual(new Date(2027, 1, 23, 9));
  });
});
