import type { LeadWords } from './words';

export const en: LeadWords = {
  look: 'Look along on a phone',
  lookAway: 'Close the phone',
  lookTitle: 'A phone, as people see it now',
  lookHint: 'Of somebody who has filled in nothing yet. This phone is counted nowhere.',

  invite: 'Invite a co-facilitator',
  inviteTitle: 'Leading together',
  inviteText:
    'Whoever opens this link can do all that you can, and sees the same. For a colleague, and for when your laptop dies: open the link on another device and go on.',
  inviteWarn: 'Share it only with people who may lead the session.',
  inviteCopy: 'Copy the link',
  inviteQr: 'QR code with the link for a co-facilitator',
  hostsNow: (n) => (n <= 1 ? 'Only this page leads the session now.' : `${n} pages lead this session now.`),
  hosts: (n) => `${n} facilitators`,

  carries: 'What the room carries',

  rehearsal: 'Rehearsal: simulated participants, does not count',
  rehearsalShort: 'rehearsal',
  rehearse: 'Practise with simulated participants',
  rehearseText:
    'You lead a real session with the plan from above. The participants take part by themselves, at their own pace. Every page says that it is a rehearsal, and when it ends everything is erased.',
  rehearsePhones: 'How many participants',
  rehearseStart: 'Begin the rehearsal',
  rehearseTitle: (title) => (title ? `Rehearsal: ${title}` : 'Rehearsal'),
  rehearseEnd: 'Stop and erase the rehearsal',
  rehearseEndTitle: 'Stop the rehearsal?',
  rehearseEndText: 'The simulated participants leave, and everything is erased, the report too.',
  rehearsedTitle: 'The rehearsal has been erased',
  rehearsedHint: 'Nothing of it was kept. Practise once more, or begin with people.',
};
