/** What is looked for, as it stands in the fields and in the page's address. */
export interface Asked {
  text: string;
  /** A day, as 2026-11-23; '' for any. */
  from: string;
  until: string;
  group: string;
}

export const anything: Asked = { text: '', from: '', until: '', group: '' };

export const isAnything = (asked: Asked): boolean => !asked.text.trim() && !asked.from && !asked.until && !asked.group;

const names = { text: 'q', from: 'from', until: 'until', group: 'group' } as const;

/** Reads the address of the page; what is no day there is left out. */
export function fromAddress(search: string): Asked {
  const parameters = new URLSearchParams(search);
  const day = (name: string) => (dayOf(parameters.get(name) ?? '') ? parameters.get(name)! : '');
  return {
    text: parameters.get(names.text) ?? '',
    from: day(names.from),
    until: day(names.until),
    group: parameters.get(names.group) ?? '',
  };
}

/** The query part of the page's address: '' or '?…'. */
export function toAddress(asked: Asked): string {
  const parameters = new URLSearchParams();
  for (const [field, name] of Object.entries(names)) {
    const value = asked[field as keyof Asked].trim();
    if (value) parameters.set(name, value);
  }
  const text = parameters.toString();
  return text && `?${text}`;
}

/** What the server is asked: days as moments of this laptop's own day, the last one whole. */
export function toServer(asked: Asked): string {
  const parameters = new URLSearchParams();
  if (asked.text.trim()) parameters.set('q', asked.text.trim());
  if (asked.group) parameters.set('group', asked.group);
  const from = dayOf(asked.from);
  const until = dayOf(asked.until);
  if (from) parameters.set('from', String(from.getTime()));
  if (until) {
    until.setDate(until.getDate() + 1);
    parameters.set('until', String(until.getTime()));
  }
  return parameters.toString();
}

function dayOf(text: string): Date | null {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!parts) return null;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  const at = new Date(year, month - 1, day);
  return at.getMonth() === month - 1 && at.getDate() === day ? at : null;
}
