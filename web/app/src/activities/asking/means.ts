import type { Formats } from '../../i18n/formats';

/** A mean as people read it: one decimal, always. */
export function mean(n: number, format: Pick<Formats, 'number'>): string {
  const whole = Math.round(n * 10);
  const text = format.number(whole / 10);
  return whole % 10 === 0 ? `${text}${format.number(0.5).slice(1, 2)}0` : text;
}

/** A difference with its sign: +1,2 or −0,4. */
export function signed(n: number, format: Pick<Formats, 'number'>): string {
  const text = mean(Math.abs(n), format);
  const tenths = Math.round(n * 10);
  return tenths === 0 ? text : `${tenths > 0 ? '+' : '−'}${text}`;
}
