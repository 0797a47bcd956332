/** One reminder in a calendar. */
export interface Reminder {
  /** Names it for ever: a calendar that reads the file again changes it and adds nothing. */
  uid: string;
  at: Date;
  title: string;
  text: string;
}

const minutes = 15;

/**
 * A calendar file (RFC 5545). Times are in UTC, which every calendar shows in its reader's own: no time zone has to be described,
 * and nine o'clock stays nine o'clock when the clock changes in between, because the moment was chosen in local time.
 */
export function calendar(reminders: readonly Reminder[], made: Date, lang: string): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Verbindend//Verbindend//${lang.toUpperCase()}`,
    'METHOD:PUBLISH',
  ];
  for (const { uid, at, title, text } of reminders) {
    lines.push(
      'BEGIN:VEVENT',
      `UID:${uid}@verbindend`,
      `DTSTAMP:${stamp(made)}`,
      `DTSTART:${stamp(at)}`,
      `DTEND:${stamp(new Date(at.getTime() + minutes * 60_000))}`,
      `SUMMARY:${escaped(title)}`,
      `DESCRIPTION:${escaped(text)}`,
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${escaped(title)}`,
      'TRIGGER:PT0S',
      'END:VALARM',
      'END:VEVENT',
    );
  }
  lines.push('END:VCALENDAR');
  return lines.map(folded).join('\r\n') + '\r\n';
}

/** Nine o'clock in the morning here, some days or months after a day. A month later than 31 January is the last of February. */
export function morning(from: Date, days: number, months = 0): Date {
  const day = new Date(from.getFullYear(), from.getMonth() + months, 1, 9);
  const last = new Date(day.getFullYear(), day.getMonth() + 1, 0).getDate();
  day.setDate(Math.min(from.getDate(), last) + days);
  return day;
}

/** 20261201T080000Z. */
const stamp = (at: Date): string => at.toISOString().replace(/[-:]|\.\d+/g, '');

/** What a calendar cannot hold is left out: a control character, but for tabs and ends of lines. */
const escaped = (text: string): string =>
  text
    .replace(/(?![\t\r\n])\p{Cc}/gu, '')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|\r|\n/g, '\\n');

/** No line has more than 75 bytes; what is longer goes on in the next, after a space. A letter is never cut in two. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let text = '';
  let room = 75;
  for (const letter of line) {
    const size = encoder.encode(letter).length;
    if (size > room) {
      text += '\r\n ';
      room = 74;
    }
    text += letter;
    room -= size;
  }
  return text;
}
