import type { CheckWords } from './words';

export const en: CheckWords = {
  document: 'Check a fingerprint · Verbindend',
  title: 'Is this report right?',
  lead: 'Every report carries a fingerprint of its results. See here whether this server knows those results.',
  field: 'Fingerprint',
  fieldHint: 'It is at the back of the report: 64 characters, digits and the letters a to f.',
  check: 'Check it',
  or: 'Or choose the report (PDF) or the results (JSON). The file stays on your device; only its fingerprint goes to the server.',
  choose: 'Choose a file',
  notOne: 'This is no fingerprint. Copy all 64 characters.',
  notInFile: 'There is no fingerprint in this file. Is it a report by Verbindend?',
  yes: 'Known, and unchanged',
  yesText: (date: string) => `This server has exactly these results, of a session that ended on ${date}.`,
  yesTitle: (title: string) => `Your file says that it is called “${title}”.`,
  forgotten: 'The words on its cards have been erased since, as promised. The fingerprint is the one from before.',
  no: 'Unknown',
  noText: 'This server knows no results with this fingerprint. It may be that:',
  reasons: [
    'something in the results has been changed;',
    'the report was provisional, made before the session ended;',
    'the results have been erased here, or come from another server.',
  ],
  pdf: 'Please note: the fingerprint is about the results. Whoever changes the text of the PDF itself can leave it as it is. In doubt, download the report again and lay them side by side.',
  mark: 'Checked',
  unreachable: 'The server cannot be reached. Try again in a moment.',
};
