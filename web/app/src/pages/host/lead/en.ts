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
};
