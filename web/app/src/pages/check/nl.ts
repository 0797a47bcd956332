/** Checking a fingerprint. */
export const nl = {
  document: 'Vingerafdruk controleren · Verbindend',
  title: 'Klopt dit verslag?',
  lead: 'Elk verslag draagt een vingerafdruk van zijn resultaten. Hier zie je of deze server die resultaten kent.',
  field: 'Vingerafdruk',
  fieldHint: 'Hij staat achterin het verslag: 64 tekens, cijfers en de letters a tot en met f.',
  check: 'Controleer',
  or: 'Of kies het verslag (PDF) of de resultaten (JSON). Het bestand blijft op je apparaat; alleen de vingerafdruk gaat naar de server.',
  choose: 'Kies een bestand',
  notOne: 'Dit is geen vingerafdruk. Kopieer alle 64 tekens.',
  notInFile: 'In dit bestand zit geen vingerafdruk. Is het wel een verslag van Verbindend?',
  yes: 'Bekend, en ongewijzigd',
  yesText: (date: string) => `Deze server heeft precies deze resultaten, van een sessie die eindigde op ${date}.`,
  yesTitle: (title: string) => `Volgens je bestand heet ze “${title}”.`,
  forgotten:
    'De woorden van de kaartjes zijn er intussen uit gewist, zoals beloofd. De vingerafdruk is die van daarvoor.',
  no: 'Onbekend',
  noText: 'Deze server kent geen resultaten met deze vingerafdruk. Dat kan zijn omdat:',
  reasons: [
    'er iets aan de resultaten is veranderd;',
    'het verslag voorlopig was, gemaakt voor het einde van de sessie;',
    'de resultaten hier zijn gewist, of van een andere server komen.',
  ],
  pdf: 'Let op: de vingerafdruk gaat over de resultaten. Wie de tekst van het PDF-bestand zelf verandert, kan hem laten staan. Twijfel je? Download het verslag opnieuw en leg ze naast elkaar.',
  mark: 'Gecontroleerd',
  unreachable: 'De server is niet te bereiken. Probeer het zo nog eens.',
};
