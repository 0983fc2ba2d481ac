// The first page, how to read the site, the accessibility statement, and what is shown when all fails.
(function () {
  'use strict';
  const W = window.WIJKEN;
  const KERN = window.KERN;
  const E = KERN.editie;
  const { maak, alinea, kop, lijst, link } = W;
  const [VAN, TOT] = [KERN.jaren[0], KERN.jaren[KERN.jaren.length - 1]];
  const MET_ANALYSES = Object.keys(KERN.met_analyse).length > 0;

  const weg = (adres, titel, tekst) => maak('li', {}, maak('h3', {}, link(adres, titel)), alinea({}, tekst));
  W.bladen.begin = () => ({
    titel: 'Leefbaarheid per [[gebied]]', documenttitel: 'Zoek uw [[gebied]]', heel: true,
    delen: [
      alinea({ class: 'lead' }, `Typ hierboven de naam van uw [[gebied of gemeente]], of kies een [[gebied]] op de kaart. U ziet de score van ${VAN} tot en met ${TOT}, waar zij uit bestaat, en welke veranderingen groter zijn dan de marge.`),
      maak('ul', { class: 'wegen-begin' },
        weg('#/studie', 'Wat zegt de studie?', 'De kerncijfers en conclusies van het rapport.'),
        MET_ANALYSES ? weg('#/wijkanalyses', 'Wijkanalyses', 'Hoe gemeente, professionals, en bewoners en ondernemers hun [[gebied]] zien.') : null,
        weg('#/vergelijk/', 'Vergelijk [[gebieden]]', 'Zet tot vier [[gebieden]] naast elkaar.'),
        weg('#/uitleg', 'Hoe leest u dit?', 'Score, klassen, marge en clusters, en wat de score niet zegt.')),
      W.vouw(`Alle ${KERN.gemeenten.length} gemeenten`, lijst(
        W.gemeenten.map((gemeente) => link('#/gemeente/' + gemeente.code, gemeente.naam)), { class: 'kolommen' })),
      W.vouw('Rapport, bijlagen en cijfers', lijst(
        KERN.downloads.map((d) => link(d.bestand, d.naam)), { class: 'luchtig' }))
    ]
  });

  function klassentabel() {
    const boven = (i) => (i < KERN.grenzen.length ? 'minder dan ' + W.grens(KERN.grenzen[i]) : 'hoger');
    const van = (i) => (i ? W.grens(KERN.grenzen[i - 1]) + (i < KERN.grenzen.length ? ' tot ' + W.grens(KERN.grenzen[i]) : ' of hoger') : boven(0));
    return W.tabel({ class: 'smal' }, 'De negen klassen', ['Klasse', 'Score'],
      KERN.klassen.map((naam, i) => [[W.blokje('k' + (i + 1)), i + 1 + ' ' + naam], van(i)]));
  }
  W.bladen.uitleg = () => ({
    titel: 'Hoe leest u dit?',
    delen: [
      kop('De score'),
      alinea({}, 'De Leefbaarometer vat de leefbaarheid van een [[gebied]] samen in één getal: de score. De score is een schatting uit kenmerken van de [[gebied]] en heeft een meetfout. Zij is geen oordeel van bewoners.'),
      alinea({}, 'Scores staan er met twee decimalen, en met meer waar twee de klasse niet laten zien. Een verandering of een afstand tot een grens is berekend met de scores van vóór het afronden. Rekent u haar na met de scores die u ziet, dan kan uw uitkomst een honderdste anders zijn.'),
      kop('De klassen'),
      alinea({}, 'De scores zijn verdeeld in negen klassen. In de grafieken zijn dat de banden achter de lijnen, op de kaart de kleuren. Een score precies op een grens hoort bij de hogere klasse. Staat een [[gebied]] dicht bij een grens, dan kan een verschil binnen de marge haar al in een andere klasse brengen.'),
      klassentabel(),
      kop('De marge'),
      alinea({}, `De marge is ${E.marge} punt. Verandert een score meer dan dat, dan staat er ‘gestegen’ of ‘gedaald’. Verandert zij hoogstens zoveel, dan staat er ‘binnen de marge’. Dat is iets anders dan dat er niets veranderde. En ook een verschil buiten de marge kan voor een deel meetfout zijn.`),
      kop('De lijngrafiek'),
      alinea({}, `De dikke lijn met rondjes is de [[gebied]]. De streepjeslijn is het gemiddelde van de [[gebieden]] in de gemeente, de stippellijn dat van alle [[gebieden]] in ${E.land}; elke [[gebied]] telt daarin even zwaar. De assen zijn bij elke [[gebied]] dezelfde, zodat u bladen naast elkaar kunt leggen. Het staafje met ‘marge’ laat zien hoe klein of groot de marge op deze as is.`),
      kop('De kaart'),
      alinea({}, 'Een klik of een tik op een [[gebied]] opent haar blad. Vergroten gaat met de knoppen, met twee vingers, of met Ctrl en het wiel van de muis. De vergrote kaart versleept u met de muis of met één vinger. Wilt u op een telefoon verder lezen, veeg dan boven of onder de kaart.'),
      alinea({}, 'Met het toetsenbord gaat u met Tab naar de kaart. De pijltjes verplaatsen een kruis, met Shift in kleine stappen; plus en min zoomen, nul toont alles. De [[gebied]] onder het kruis staat onder in de kaart. Enter opent haar blad.'),
      kop('De vijf dimensies'),
      alinea({}, 'De score is de som van vijf dimensies en een vaste basis. Nul is het landelijke ijkpunt: een rondje links daarvan trekt de score omlaag, een rondje rechts ervan omhoog.'),
      kop('De clusters'),
      alinea({}, 'Een regel deelt de [[gebieden]] in naar hun stand en naar hun lange en recente ontwikkeling. Het blad van een [[gebied]] noemt alle drie, en zegt welk verschil in score een ander cluster zou geven. De grenzen van de regel zijn gekozen. Ook [[gebieden]] die niet voor de studie zijn geselecteerd, zijn zo ingedeeld; dat staat er dan bij.'),
      maak('ul', { class: 'clusters' }, KERN.clusters.map((cluster, i) => maak('li', {},
        W.blokje('c' + i), maak('strong', {}, cluster.naam), ': ' + cluster.uitleg))),
      kop('De kenmerken'),
      alinea({}, 'Elk kenmerk staat naast dat van de geselecteerde [[gebieden]]. ‘Hoger dan 98 van 140’ betekent: van de 140 [[gebieden]] met een waarde is die bij 98 lager.'),
      kop('Wat de score niet zegt'),
      lijst([
        'Niet wat bewoners zelf van hun [[gebied]] vinden, en niets over de mensen die er wonen.',
        'Niet waardoor de leefbaarheid veranderde. De cijfers beschrijven een ontwikkeling en wijzen geen oorzaak aan.',
        'Niet hoe het in een [[straat of buurt]] binnen de [[gebied]] gaat.',
        'Niet wat er nodig is. Dat twee [[gebieden]] in score op elkaar lijken, betekent niet dat dezelfde aanpak er past.'
      ]),
      alinea({}, 'De rekenwijze staat in de bijlagen. ', link('#/studie', 'Naar de studie en de documenten'))
    ]
  });

  W.bladen.toegankelijkheid = () => ({
    titel: 'Toegankelijkheid',
    delen: [
      alinea({ class: 'lead' }, 'Deze website is gemaakt om te voldoen aan WCAG 2.1, niveau AA. Hier leest u wat daarvan is getoetst en wat niet.'),
      kop('Hoe het is gemaakt'),
      lijst([
        'Alles werkt met alleen het toetsenbord: zoeken, bladen, tabellen, vergelijken en de kaart. De plaats waar u bent, heeft een zichtbare rand.',
        'Op de kaart verplaatsen de pijltjes een kruis, en zoomen plus en min. De naam van de [[gebied]] onder het kruis wordt gemeld, en Enter kiest haar. Een [[gebied]] kiest u ook via het zoekveld, het blad van de gemeente of de tabel van alle [[gebieden]].',
        'Met vingers is de kaart te verschuiven en te vergroten. Vergroten kan ook met de knoppen, verschuiven ook met de pijltjes.',
        'Elke figuur heeft een beschrijving in woorden en een tabel met dezelfde cijfers. Bij de kaart staat een tabel met de aantallen.',
        'Kleur is nergens het enige verschil: lijnen hebben een eigen streep of teken, en bij elke kleur op een blad staat een woord.',
        'De tekst volgt de lettergrootte van uw browser. Op een smal scherm komt alles onder elkaar; brede tabellen schuiven in een eigen vak.',
        'De website volgt de instellingen voor hoog en voor meer contrast, en er beweegt niets vanzelf.',
        'Zonder JavaScript is er een gewone bladzijde met alle [[gebieden]].'
      ]),
      kop('Wat is getoetst'),
      lijst([
        'Elk soort blad met axe-core in Chromium, bij schermen van 320, 768 en 1280 beeldpunten breed, zonder gevonden overtredingen; een deel van de bladen ook in Firefox. Zulke software vindt niet alles.',
        'Automatische toetsen in Chromium en Firefox: zoeken en de kaart met het toetsenbord, de zichtbare focus, en geen blad dat bij 320 beeldpunten opzij schuift.',
        'Automatische toetsen in Chromium: dubbele lettergrootte, minder beweging, knoppen van ten minste 24 beeldpunten op een telefoon, en vegen, knijpen en tikken op de kaart, staand en liggend, met nagebootste vingers.',
        'Bij hoog contrast (licht en donker) en bij meer contrast is in Chromium op het blad van een [[gebied]] nagemeten dat lijnen, letters in figuren, grenzen op de kaart en de rand van de focus ten minste 3 op 1 afsteken, en dat de gekozen [[gebied]] omlijnd blijft.'
      ]),
      kop('Wat niet is getoetst'),
      lijst([
        'Er is niet getoetst door mensen met een beperking, en niet met een schermlezer of spraakbediening. Ook de melding bij het kruis op de kaart is niet beluisterd.',
        'Er is niet getoetst in Safari, en niet op een echte telefoon.',
        'Deze verklaring gaat niet over de pdf’s.'
      ]),
      kop('Werkt er iets niet?'),
      alinea({}, `Laat het de uitgever weten: ${E.uitgever}. `, link('wijken.html', 'Alle [[gebieden]] in een gewone tabel'))
    ]
  });

  W.bladen.onbekend = () => ({
    titel: 'Niet gevonden',
    delen: [
      alinea({ class: 'lead' }, 'Bij dit adres hoort geen [[gebied, gemeente]] of blad van deze website.'),
      alinea({}, 'Zoek hierboven op naam, of ga naar ', link('wijken.html', 'alle [[gebieden]] in een tabel'), '.')
    ]
  });
  W.bladen.ontbreekt = (bestand) => ({
    titel: 'Er ontbreekt een bestand',
    delen: [
      alinea({ class: 'lead' }, `Dit blad is er niet zonder het bestand ${bestand}. Haal de hele map van de website opnieuw op.`),
      alinea({}, link('wijken.html', 'Alle [[gebieden]] in een tabel'))
    ]
  });
})();
