/** What to say at each moment, and what the others see then. */
export const script = {
  say: {
    lobby:
      'Fijn dat je er bent. Scan de code of typ de pin; je hoeft geen naam op te geven. Elke steen in de brug is één van ons.',
    welcome:
      'Op je telefoon lees je wat we bewaren en wat niet. Kies daarna uit welke hoek je kijkt, of sla dat over. Allebei is goed.',
    write:
      'Denk in stilte terug aan een moment waarop het werkte en je trots was. Welke waarde zat daarin? Schrijf één waarde per kaartje. Het scherm en de anderen zien niets, tot ik sluit. Alleen ik lees mee, zonder te zien van wie iets is. Noem geen namen van collega’s.',
    writeInspired:
      'Denk in stilte terug aan een moment waarop het werkte. Schrijf eerst je eigen woorden op. Kom je er niet uit, blader dan in de waarden op je telefoon. Het scherm en de anderen zien niets, tot ik sluit. Noem geen namen van collega’s.',
    writeInOpen:
      'Schrijf één waarde per kaartje. Je telefoon vraagt eerst of anderen mogen meelezen; dat mag, en het hoeft niet. Je naam staat er nooit bij. Bouw voort op wat je leest, of juist niet. Noem geen namen van collega’s.',
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
    formulate:
      'Ga bij elkaar zitten en kies je tafel op je telefoon. Eén mens schrijft, de anderen lezen mee en sturen voorstellen. Schrijf op wat je ziet gebeuren, niet wat je vindt.',
    choosing:
      'Lees de teksten rustig. Welke past het best bij ons? Kies er één op je telefoon; geen voorkeur mag ook. Het gaat om de tekst, niet om de tafel.',
    formulateClosed:
      'We lezen de teksten naast elkaar. Welke zin raakt? Welk gedrag herken je? Samen kiezen we per waarde één tekst.',
    consent:
      'Kun je hiermee leven? Akkoord, akkoord met een wijziging, of een zorg. Wie een zorg heeft, helpt ons verder.',
    consentClosed: 'Hoe staan we ervoor? We beginnen bij de zorgen. Wat moet er anders, zodat het kan?',
    rate: 'Geef per waarde twee cijfers: hoe belangrijk is dit voor jullie, en hoe aanwezig is het vandaag? “Weet ik niet” is ook een antwoord.',
    rateClosed: 'Belangrijk en weinig aanwezig: daar zit het werk. Waaraan merk je dat, morgen, op je eigen plek?',
    commit:
      'Begin bij jezelf: als dit gebeurt, dan doe ik dat. Dat blijft op je telefoon, tenzij jij het deelt. Daarna: welke stap zet de organisatie? Wie pakt het op, als rol, en wat gebeurt er het eerst?',
    commitClosed: 'Lees eerst. Op welke drie stappen kunnen we elkaar aanspreken? Die markeer ik als afgesproken.',
    checkout: 'Met welk woord ga je weg? En hoe nuttig was dit voor je: van 1 tot 5.',
    checkoutClosed: 'Dank je wel voor je woorden. Wat neem je mee, en wie vertel je het als eerste?',
    rounds:
      'Neem je kaartjes mee in gesprek. Vertel elkaar waar je aan dacht. Wat komt er bij, en wat wordt sterker? Luister eerst, vul dan aan. Ik zeg wanneer we wisselen.',
    roundsClosed: 'Dank je wel. Wat hoorde je dat je zelf niet had bedacht?',
    clarify:
      'Dit wordt het stembiljet. Begrijp je iets niet, of hoort iets hier niet? Zeg het op je telefoon of hardop. En mist er nog een waarde die echt mee moet?',
    clarifyClosed: 'Dit is het stembiljet. Vanaf nu ligt het vast.',
  },
  phones: {
    lobby: '“Je bent erbij”, en dat het zo begint.',
    welcome: 'Wat er met de gegevens gebeurt, en daarna de groepen.',
    write: 'Een leeg kaartje, de eigen kaartjes, en hoeveel er nog mogen.',
    writeInspired: 'Een leeg kaartje, het waardendek, en de eigen kaartjes.',
    writeInOpen:
      'Eerst de vraag of anderen mogen meelezen. Dan een leeg kaartje, de eigen kaartjes, en woorden van anderen.',
    writeClosed: 'De eigen kaartjes, niet meer te wijzigen.',
    cluster: 'De clusters die vorm krijgen, en waar de eigen kaartjes liggen.',
    clusterClosed: 'Een moment rust: zo begint het stemmen.',
    vote: 'Het stembiljet, voor ieder in een andere volgorde, met + en −.',
    voteClosed: 'Het eigen stembiljet, zoals het telt.',
    reveal: 'De uitslag, met het eigen stembiljet ernaast.',
    bridge: 'De uitslag met het eigen stembiljet, en de waarden die verbinden.',
    ended: 'Bedankt, en de uitslag met het eigen stembiljet.',
    checkin: 'Eén woord, en een schaal van 1 tot 5.',
    checkinClosed: 'Het eigen antwoord, en de woorden als jij ze toont.',
    tensions: 'Per spanning twee schuiven: nu en gewenst.',
    tensionsClosed: 'Het eigen antwoord naast dat van de groep.',
    pause: 'Dat er pauze is, en hoe laat jullie verdergaan.',
    formulate: 'De eigen tafel: één telefoon schrijft, de andere lezen mee en sturen voorstellen.',
    choosing: 'De teksten van de tafels, voor ieder in een andere volgorde, om er één te kiezen.',
    formulateClosed: 'De tekst van de eigen tafel, niet meer te wijzigen.',
    consent: 'De teksten, met drie antwoorden en ruimte om iets te zeggen.',
    consentClosed: 'De eigen antwoorden, naast die van de groep.',
    rate: 'Per waarde twee schalen van 1 tot 10, en “weet ik niet”.',
    rateClosed: 'De eigen cijfers naast die van de groep.',
    commit: 'De eigen als-dan-stap, en stappen voor de organisatie.',
    commitClosed: 'De eigen stap met een herinnering voor de agenda, en wat is afgesproken.',
    checkout: 'Eén woord, en hoe nuttig het was.',
    checkoutClosed: 'Het eigen antwoord, en de woorden als jij ze toont.',
    rounds: 'Wat deze ronde vraagt en met hoeveel, de eigen kaartjes, en plaats voor nieuwe.',
    roundsClosed: 'De eigen kaartjes, niet meer te wijzigen.',
    clarify: 'Het stembiljet, met “begrijp ik niet” en “hoort hier niet”, en plaats voor een laatste waarde.',
    clarifyClosed: 'Het stembiljet zoals het nu is.',
  },
  screen: {
    lobby: 'De QR-code, de pin en de brug die groeit.',
    welcome: 'De QR-code, de pin en de brug die groeit.',
    write: 'De vraag, de klok en kaartjes met de rug naar boven. Geen woorden.',
    writeInspired: 'De vraag, de klok en kaartjes met de rug naar boven. Geen woorden.',
    writeInOpen: 'De vraag, de klok, en de woorden waarmee anderen mogen meelezen.',
    writeClosed: 'Alle kaartjes, behalve wat jij verbergt.',
    cluster: 'De clusters, met losse kaartjes eronder.',
    clusterClosed: 'De clusters, zoals ze op het stembiljet komen.',
    vote: 'Hoeveel mensen stemden, en de waarden op alfabet. Niets anders.',
    voteClosed: '“De stemming is gesloten”. Nog geen uitslag.',
    reveal: 'De balken, van de laatste naar de eerste.',
    bridge: 'De brug: de groepen, met de waarden ertussen.',
    ended: 'Dank je wel, en de waarden die jullie meenemen.',
    checkin: 'Hoeveel er hebben geantwoord. Geen woorden.',
    checkinClosed: 'De energie in de groep, en de woorden als jij ze toont.',
    tensions: 'Hoeveel er hebben geantwoord. Niets anders.',
    tensionsClosed: 'Per spanning waar de groep staat en heen wil.',
    pause: 'De klok, en hoe laat jullie verdergaan.',
    formulate: 'Welke tafel welke waarde heeft, en hoe ver ze zijn. Geen teksten.',
    choosing: 'De teksten naast elkaar, en hoeveel er kozen. Geen tussenstand.',
    formulateClosed: 'De teksten die jij toont, naast elkaar. Anders de gekozen teksten.',
    consent: 'De teksten, en hoeveel er hebben geantwoord. Niets anders.',
    consentClosed: 'Per tekst hoeveel er akkoord zijn.',
    rate: 'Hoeveel er hebben geantwoord. Niets anders.',
    rateClosed: 'De waarden naar belang en aanwezigheid.',
    commit: 'De vraag, en hoeveel er klaar zijn. Stappen als jij ze toont.',
    commitClosed: 'De stappen en wat gedeeld is, als jij ze toont.',
    checkout: 'Hoeveel er hebben geantwoord. Geen woorden.',
    checkoutClosed: 'Hoe nuttig het was, en de woorden als jij ze toont.',
    rounds: 'De ronde, de klok en wat je doet. Geen woorden.',
    roundsClosed: 'Hoeveel kaartjes erbij kwamen.',
    clarify: 'Het stembiljet zoals het nu is. Geen bezwaren, geen voorstellen.',
    clarifyClosed: 'Het stembiljet zoals het nu is.',
  },
};
