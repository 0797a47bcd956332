/** What to say at each moment, and what the others see then. */
export const script = {
  say: {
    lobby:
      'Fijn dat je er bent. Scan de code of typ de pin; je hoeft geen naam op te geven. Elke steen in de brug is één van ons.',
    welcome:
      'Op je telefoon lees je wat we bewaren en wat niet. Kies daarna uit welke hoek je kijkt, of sla dat over. Allebei is goed.',
    write:
      'Denk in stilte terug aan een moment waarop het werkte en je trots was. Welke waarde zat daarin? Schrijf één waarde per kaartje. Het scherm en de anderen zien niets, tot ik sluit. Alleen ik lees mee, zonder te zien van wie iets is. Noem geen namen van collega’s.',
    writeClosed: 'Lees eerst alles. Wat valt je op? Wat raakt je? Nog niets uitleggen, alleen lezen.',
    cluster:
      'Zie je twee kaartjes die hetzelfde bedoelen? Roep het. De zaal geeft de naam, niet ik. Twijfelen we, dan laten we ze apart.',
    clusterClosed: 'Dit wordt het stembiljet. Is er iets wat je niet begrijpt, of wat echt nog ontbreekt? Zeg het nu.',
    vote: 'Zet je stippen op wat voor jou het zwaarst weegt. Je mag ze tot het sluiten verplaatsen. Niemand ziet tussenstanden, ik ook niet.',
    voteClosed: 'De stemming is gesloten. Adem uit. Wat verwacht je te zien, en waarom?',
    reveal:
      'We kijken van onder naar boven. Wat verrast je? Let op de woorden erachter: “twijfelgebied” betekent dat een paar stippen het verschil maken.',
    bridge:
      'Wat dragen alle groepen? Begin daar. Vraag bij een verschil hoe het komt, en niet wie het was. “Kan toeval zijn” betekent: trek er geen conclusie uit.',
    ended: 'Dank je wel. Het is een reis, elke dag opnieuw. Begin morgen klein, en begin bij jezelf.',
    checkin:
      'Met welk woord zit je hier? En hoeveel energie heb je: van 1 tot 5. Er is geen goed of fout. Ik begin zelf.',
    checkinClosed: 'Dit zijn wij, nu. Wat hoor je? Ik laat eerst de woorden zien die bij de groep mogen staan.',
    tensions:
      'Leiden is kiezen tussen twee dingen die allebei goed zijn. Waar staan jullie nu, en waar wil je heen? Ook hier is geen kant fout.',
    tensionsClosed:
      'Waar ligt nu en gewenst het verst uit elkaar? En waar denken we heel verschillend? Vertel eens een voorbeeld.',
    pause: 'Even pauze. Op het scherm staat hoe laat we verdergaan.',
    rate: 'Geef per waarde twee cijfers: hoe belangrijk is dit voor jullie, en hoe aanwezig is het vandaag? “Weet ik niet” is ook een antwoord.',
    rateClosed: 'Belangrijk en weinig aanwezig: daar zit het werk. Waaraan merk je dat, morgen, op je eigen plek?',
    checkout: 'Met welk woord ga je weg? En hoe nuttig was dit voor je: van 1 tot 5.',
    checkoutClosed: 'Dank je wel voor je woorden. Wat neem je mee, en wie vertel je het als eerste?',
  },
  phones: {
    lobby: '“Je bent erbij”, en dat het zo begint.',
    welcome: 'Wat er met de gegevens gebeurt, en daarna de groepen.',
    write: 'Een leeg kaartje, de eigen kaartjes, en hoeveel er nog mogen.',
    writeClosed: 'De eigen kaartjes, niet meer te wijzigen.',
    cluster: 'De clusters die vorm krijgen, en waar de eigen kaartjes liggen.',
    clusterClosed: 'Een moment rust: zo begint het stemmen.',
    vote: 'Het stembiljet, voor ieder in een andere volgorde, met + en −.',
    voteClosed: 'De eigen stippen, zoals ze tellen.',
    reveal: 'De uitslag, met de eigen stippen ernaast.',
    bridge: 'De uitslag met de eigen stippen, en de waarden die verbinden.',
    ended: 'Bedankt, en de uitslag met de eigen stippen.',
    checkin: 'Eén woord, en een schaal van 1 tot 5.',
    checkinClosed: 'Het eigen antwoord, en de woorden als jij ze toont.',
    tensions: 'Per spanning twee schuiven: nu en gewenst.',
    tensionsClosed: 'Het eigen antwoord naast dat van de groep.',
    pause: 'Dat er pauze is, en hoe laat jullie verdergaan.',
    rate: 'Per waarde twee schalen van 1 tot 10, en “weet ik niet”.',
    rateClosed: 'De eigen cijfers naast die van de groep.',
    checkout: 'Eén woord, en hoe nuttig het was.',
    checkoutClosed: 'Het eigen antwoord, en de woorden als jij ze toont.',
  },
  screen: {
    lobby: 'De QR-code, de pin en de brug die groeit.',
    welcome: 'De QR-code, de pin en de brug die groeit.',
    write: 'De vraag, de klok en kaartjes met de rug naar boven. Geen woorden.',
    writeClosed: 'Alle kaartjes, behalve wat jij verbergt.',
    cluster: 'De clusters, met losse kaartjes eronder.',
    clusterClosed: 'De clusters, zoals ze op het stembiljet komen.',
    vote: 'Hoeveel mensen stemden, en de waarden op alfabet. Niets anders.',
    voteClosed: '“De stemming is gesloten”. Nog geen uitslag.',
    reveal: 'De balken, van de laatste naar de eerste.',
    bridge: 'De brug: de groepen, met de waarden ertussen.',
    ended: 'Dank je wel, en de waarden die jullie meenemen.',
    checkin: 'Hoeveel mensen hebben geantwoord. Geen woorden.',
    checkinClosed: 'De energie in de groep, en de woorden als jij ze toont.',
    tensions: 'Hoeveel mensen hebben geantwoord. Niets anders.',
    tensionsClosed: 'Per spanning waar de groep staat en heen wil.',
    pause: 'De klok, en hoe laat jullie verdergaan.',
    rate: 'Hoeveel mensen hebben geantwoord. Niets anders.',
    rateClosed: 'De waarden naar belang en aanwezigheid.',
    checkout: 'Hoeveel mensen hebben geantwoord. Geen woorden.',
    checkoutClosed: 'Hoe nuttig het was, en de woorden als jij ze toont.',
  },
};
