import type { Kind, ListedSession, SessionList } from '../../wire/protocol';

const step = (kind: Kind, minutes: number) => ({ id: '', kind, minutes });

/** A facilitator's desk with this many fictional sessions. */
export function sessions(n: number): SessionList {
  const titles = ['Inspiratiesessie verbindend leiderschap', 'Teamdag Noord', 'Leading together: offsite for managers'];
  const list: ListedSession[] = Array.from({ length: n }, (_, i) => ({
    id: `fictief${i}`,
    pin: i < 2 ? '482913' : '',
    title: titles[i % 3]!,
    lang: i % 3 === 2 ? 'en' : 'nl',
    status: i < 2 ? 'running' : 'ended',
    fictional: i !== 1,
    startedAt: Date.UTC(2026, 10, 23, 9, 30) - i * 86_400_000,
    host: '/host/fictief',
    screen: '/screen/fictief',
    join: '/482913',
  }));
  return {
    sessions: list,
    templates: [
      {
        key: 'values-30',
        minutes: 30,
        steps: [step('welcome', 4), step('write', 7), step('cluster', 9), step('vote', 4), step('reveal', 6)],
      },
      {
        key: 'values-45',
        minutes: 45,
        steps: [step('welcome', 6), step('write', 10), step('cluster', 14), step('vote', 5), step('reveal', 10)],
      },
    ],
  };
}
