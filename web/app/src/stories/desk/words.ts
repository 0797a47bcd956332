import type { Lang } from '../../i18n/lang';

// Fictional values with the spellings people type: [name, ...wordings].
const nl = [
  'Vertrouwen|vertrouwen geven|elkaar vertrouwen|vertouwen 🙏|Trust',
  'Oprechte aandacht|echt luisteren|er zijn|tijd voor elkaar|aandacht',
  'Eigenaarschap|eigen regie|zelf verantwoordelijkheid nemen, ook als niemand kijkt',
  'Dialoog|het goede gesprek|doorvragen|in gesprek blijven',
  'Voorbeeldgedrag|doen wat je zegt|voorleven|practice what you preach',
  'Veiligheid|fouten mogen maken|veilig team|je mag het zeggen',
  'Samenwerking|samen|over afdelingen heen|één team',
  'Loslaten|durven loslaten|niet micromanagen',
  'Ontwikkeling|groeien|leren van elkaar|talent zien',
  'Eerlijkheid|eerlijk zijn|open en eerlijk|recht door zee',
  'Lef|moed|durven',
  'Waardering|erkenning|een compliment geven',
  'Nieuwsgierigheid|vragen stellen|open houding',
  'Duidelijkheid|heldere kaders|richting|koers houden als het spannend wordt en toch ruimte laten voor een ander idee',
  'Humor|plezier|lachen met elkaar',
  'Balans|rust|grenzen bewaken',
  'Hoger doel|purpose|het waarom',
  'Respect|gelijkwaardigheid|iedereen telt mee',
  'Geduld|tijd geven',
  'Zorgzaamheid|omkijken naar elkaar',
];
const en = [
  'Trust|trusting people|giving trust|trust 🙏|vertrouwen',
  'Genuine attention|really listening|being there|time for each other|attention',
  'Ownership|taking responsibility, also when nobody is looking|being in charge of your work',
  'Dialogue|the good conversation|asking further|keep talking',
  'Leading by example|do as you say|walk the talk|showing it yourself',
  'Safety|mistakes are allowed|a safe team|you can say it',
  'Collaboration|together|across departments|one team',
  'Letting go|daring to let go|no micromanaging',
  'Development|growing|learning from each other|seeing talent',
  'Honesty|being honest|open and honest|straightforward',
  'Courage|guts|daring',
  'Appreciation|recognition|giving a compliment',
  'Curiosity|asking questions|an open attitude',
  'Clarity|clear boundaries|direction|keeping course when it gets tense and still leaving room for another idea',
  'Humour|fun|laughing together',
  'Balance|rest|guarding your limits',
  'Purpose|a higher goal|the why',
  'Respect|equality|everybody counts',
  'Patience|giving time',
  'Care|looking out for each other',
];

export const words: Record<Lang, string[][]> = { nl: nl.map((w) => w.split('|')), en: en.map((w) => w.split('|')) };
