// The pages of a wijk, of a gemeente, and of wijken side by side. A page is {titel, delen} and, where
// the map has something to show, wijk or gemeente; what takes data on demand gives a promise of it.
(function () {
  'use strict';
  const W = window.WIJKEN;
  const KERN = window.KERN;
  const E = KERN.editie;
  const { maak, alinea, kop, lijst, link, knop } = W;
  const MEEST = 4;
  const EINDE = KERN.jaren.length - 1;
  const EERSTE = KERN.jaren[0];
  const LAATSTE = KERN.jaren[EINDE];
  const bekend = (scores) => scores.some((score) => score !== null);

  // ---- parts that several pages have
  const figuur = (titel, ...inhoud) => maak('figure', {}, maak('figcaption', {}, titel), inhoud);
  // kort: the name beside the line, where there is little room
  function reeks(naam, scores, stijl, teken, kort = naam) { return { naam, scores, stijl, teken, kort }; }
  function vanGemeente(gemeente, stijl, teken) {
    return bekend(gemeente.scores) ? [reeks(gemeente.naam, gemeente.scores, stijl, teken, 'Gemeente')] : [];
  }
  const vanLand = () => reeks(W.hoofdletter(E.land), KERN.land, 'r2', '');
  function scoretabel(id, reeksen) {
    return W.vouw('De cijfers bij deze lijnen', W.tabel({ id }, 'Score per jaar',
      ['Jaar', ...reeksen.map((deel) => deel.naam)],
      KERN.jaren.map((jaar, i) => [String(jaar), ...reeksen.map((deel) => W.score(deel.scores[i]))]),
      reeksen.map((_, i) => i + 1)));
  }
  function klasse(score) {
    if (score === null) return 'geen score';
    const plek = W.klasse(score);
    return [W.blokje('k' + (plek + 1)), plek + 1 + ' ' + KERN.klassen[plek]];
  }
  function verandering(waarde, woord) {
    const r = W.richting(waarde);
    return [maak('span', { class: 'pijl p' + r.klasse, 'aria-hidden': 'true' }, r.teken), r[woord]];
  }
  const jarenkop = `Score ${EERSTE}–${LAATSTE}, op de banden van de negen klassen`;

  // ---- a wijk
  function onderkop(wijk, deel) {
    return alinea({ class: 'onderkop' },
      link('#/gemeente/' + wijk.gemeente.code, 'Gemeente ' + wijk.gemeente.naam),
      [
        wijk.code, deel.inwoners && deel.inwoners + ' inwoners',
        deel.onderzoeksnaam,
        wijk.gekozen ? 'geselecteerd voor de studie' : 'niet geselecteerd voor de studie'
      ].filter(Boolean).map((tekst) => ' · ' + tekst));
  }
  function kerncijfers(wijk) {
    const score = wijk.scores[EINDE];
    const rij = (naam, ...waarde) => maak('div', {}, maak('dt', {}, naam), maak('dd', {}, waarde));
    return maak('dl', { class: 'kern' },
      rij('Score in ' + LAATSTE, maak('strong', {}, wijk.laatste)),
      rij('Klasse in ' + LAATSTE, klasse(score)),
      KERN.perioden.length ? rij('Verandering ' + W.periode(0), verandering(wijk.richtingen[0], 'naam')) : null,
      rij('Cluster', W.blokje('c' + wijk.cluster), KERN.clusters[wijk.cluster].naam));
  }
  function perioden(wijk) {
    return maak('ul', { class: 'perioden' }, KERN.perioden.map((_, i) => maak('li', {},
      maak('span', { class: 'jaren' }, W.periode(i)), maak('span', {}, verandering(wijk.richtingen[i], 'vol')))));
  }
  function dimensies(wijk, deel) {
    const { namen, jaren } = KERN.dimensies;
    if (!jaren.length) return [];
    const twee = jaren.length > 1;
    const woorden = namen.map((naam, i) => {
      const teksten = deel.dimensies[i] ? deel.dimensies[i][1] : [];
      return naam + ': ' + jaren.map((jaar, k) => teksten[k] + ' in ' + jaar).join(', ');
    });
    const alt = `De vijf dimensies van de score van ${wijk.naam}. ${woorden.join('. ')}. ` +
      'De cijfers staan in de tabel eronder.';
    return [
      kop('Waar de score uit bestaat'),
      alinea({}, 'De score is de som van vijf dimensies en een vaste basis. Nul is het landelijke ijkpunt.'),
      figuur(twee ? `Bijdrage per dimensie: ${jaren[0]} open, ${jaren[1]} gevuld`
        : 'Bijdrage per dimensie in ' + jaren[0], W.tekening('dimensies', W.dimensiefiguur(deel.dimensies, alt))),
      W.vouw('De cijfers bij deze dimensies', W.tabel({ id: 'dimensietabel' }, 'Bijdrage aan de score',
        ['Dimensie', ...jaren.map(String), ...(twee ? ['Verschil'] : [])],
        namen.map((naam, i) => [naam, ...(deel.dimensies[i] ? deel.dimensies[i][1] : [])]), [1, 2, 3])),
      alinea({ class: 'klein' }, 'Voor een dimensie apart is geen marge bepaald. Lees een klein verschil niet als een verandering.')
    ];
  }
  function cluster(deel) {
    return maak('section', { id: 'cluster' }, kop('Cluster, en waarom'),
      alinea({ class: 'clusternaam' }, deel.cluster), lijst(deel.voorwaarden), alinea({}, deel.dichtbij),
      alinea({ class: 'klein' }, 'Wie één [[gebied]] bekijkt, leest het best de score zelf. ', link('#/uitleg', 'Wat is een cluster?')));
  }
  // only of who is on that list
  function stijgerOfDaler(deel) {
    if (!deel.lijst) return [];
    return maak('section', { id: 'stijger' }, kop('Stijger of daler?'), alinea({}, deel.lijst));
  }
  function factoren(deel) {
    if (!KERN.factoren.length) return [];
    return [
      kop('Kenmerken van de [[gebied]]'),
      alinea({}, 'Elk kenmerk staat naast dat van de [[gebieden]] die voor de studie zijn geselecteerd.'),
      W.tabel({ id: 'factortabel', class: 'vast' }, 'Kenmerken, met de plaats tussen de geselecteerde [[gebieden]]',
        ['Kenmerk', 'Deze [[gebied]]', 'Plaats', 'Midden'],
        KERN.factoren.map((factor, i) => [factor.label, ...(deel.factoren[i] || ['–', '–']), factor.midden]), [1, 3]),
      alinea({ class: 'klein' }, '‘Midden’ is de middelste waarde van de geselecteerde [[gebieden]]. ', KERN.merk)
    ];
  }
  function gelijkend(deel) {
    const wijken = deel.gelijkend.map((code) => W.bijCode.get(code)).filter(Boolean);
    if (!wijken.length) return [];
    return [
      kop('[[Gebieden]] die hierop lijken'),
      lijst(wijken.map((wijk) => W.wijklink(wijk, true)), { id: 'gelijkend', class: 'luchtig' }),
      alinea({ class: 'klein' }, 'Gezocht op niveau en verloop van de score. Dat zij daarin op elkaar lijken, zegt niet dat zij verder gelijk zijn.')
    ];
  }
  async function overAnalyses(wijk) {
    const plekken = KERN.met_analyse[wijk.code];
    if (!plekken) return null;
    await W.laad('analyses.js');
    return maak('section', { id: 'analyse' }, kop('Wijkanalyse'), plekken.map((plek) => {
      const analyse = window.ANALYSES[plek];
      return [
        maak('h4', {}, link('#/wijkanalyse/' + plek, analyse.titel)),
        analyse.samenvatting.map((tekst) => alinea({}, tekst)),
        alinea({ class: 'verder' }, link('#/wijkanalyse/' + plek, 'Lees hoe gemeente, professionals en bewoners ' + wijk.naam + ' zien'))
      ];
    }));
  }
  function portret(wijk, deel) {
    const bijlage = KERN.downloads.find((d) => d.bestand.includes('wijkportretten'));
    const adres = deel.portret ||
      (wijk.bladzijde && bijlage ? `${bijlage.bestand}#page=${wijk.bladzijde}` : '');
    return adres ? link(adres, `Het portret van ${wijk.naam} op papier (pdf)`) : null;
  }
  function downloads(wijk, deel) {
    return [
      kop('Downloads'),
      lijst([
        portret(wijk, deel),
        knop('Bewaar de scores van deze [[gebied]] (csv)', () => bewaar(wijk), { id: 'bewaar-csv' }),
        ...KERN.downloads.map((d) => link(d.bestand, d.naam))
      ], { id: 'downloads', class: 'luchtig' })
    ];
  }
  function bewaar(wijk) {
    const veld = (score) => (score === null ? '' : (score / 1000).toFixed(3));
    const aanhaling = (tekst) => '"' + tekst.replace(/"/g, '""') + '"';
    const rijen = KERN.jaren.map((jaar, i) => [
      wijk.code, aanhaling(wijk.naam), aanhaling(wijk.gemeente.naam), jaar,
      veld(wijk.scores[i]), veld(wijk.gemeente.scores[i]), veld(KERN.land[i])
    ].join(','));
    const regels = ['wk_code,wk_naam,gm_naam,jaar,score,score_gemeente,score_land', ...rijen, ''];
    // the mark in front tells spreadsheets that these are letters of Unicode
    const adres = URL.createObjectURL(new Blob(['\ufeff' + regels.join('\r\n')], { type: 'text/csv' }));
    maak('a', { href: adres, download: wijk.code + '.csv' }).click();
    window.setTimeout(() => URL.revokeObjectURL(adres), 1000);
    W.meld('De scores van ' + wijk.naam + ' zijn bewaard als ' + wijk.code + '.csv.');
  }
  function sluitIn(wijk) {
    const adres = new URL('index.html', window.location.href).href + '?ingebed' + W.wijkadres(wijk);
    // in the text of an attribute these two would end it
    const naam = W.volledig(wijk).replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
    const veld = maak('textarea', { id: 'fragmentveld', readonly: true, rows: 4, spellcheck: 'false' });
    veld.value = `<iframe src="${adres}" title="Leefbaarheid in ${naam}" width="760" height="900" loading="lazy"></iframe>`;
    W.id('fragment').replaceChildren(
      maak('label', { for: 'fragmentveld' }, 'Zet dit in uw eigen pagina:'), veld,
      alinea({ class: 'klein' }, 'Het werkt als deze website op een webserver staat. Wie het blad insluit, toont alleen deze [[gebied]], met de bron.'));
    veld.focus();
    veld.select();
  }
  function knoppen(wijk) {
    return [
      maak('div', { class: 'knoppen' },
        knop('Vergelijk met een andere [[gebied]]', () => W.voegToe(wijk), { id: 'bij-vergelijking' }),
        knop('Druk af', () => window.print(), { id: 'druk-af' }),
        knop('Insluiten', () => sluitIn(wijk), { id: 'insluiten' })),
      maak('div', { id: 'fragment' })
    ];
  }
  W.bladen.wijk = async (code) => {
    const wijk = W.bijCode.get(code);
    if (!wijk) return W.bladen.onbekend();
    const [deel, analyse] = await Promise.all([W.details(wijk), overAnalyses(wijk)]);
    const reeksen = [
      reeks(wijk.naam, wijk.scores, 'r0 lijn-wijk', 'cirkel', 'Deze [[gebied]]'), ...vanGemeente(wijk.gemeente, 'r1', ''), vanLand()
    ];
    const alt = `Lijngrafiek van de score van ${wijk.naam}, de gemeente en het land. ${deel.stand} ` +
      `${deel.ontwikkeling} De cijfers staan in de tabel eronder.`;
    return {
      titel: W.volledig(wijk), wijk, gemeente: null,
      kop: [wijk.naam, maak('span', { class: 'plaats' }, ', ' + wijk.gemeente.naam)],
      delen: [
        onderkop(wijk, deel),
        kerncijfers(wijk),
        alinea({ id: 'stand', class: 'lead' }, deel.stand),
        knoppen(wijk),
        kop('Ontwikkeling van de score'),
        alinea({ id: 'ontwikkeling' }, deel.ontwikkeling),
        figuur(jarenkop, W.tekening('lijn', W.lijnfiguur(reeksen, alt))),
        scoretabel('lijntabel', reeksen),
        perioden(wijk),
        alinea({ class: 'klein' }, 'Een verschil binnen de marge kan meetfout zijn. ', link('#/uitleg', 'Meer over de marge')),
        dimensies(wijk, deel),
        cluster(deel),
        stijgerOfDaler(deel),
        analyse,
        factoren(deel),
        gelijkend(deel),
        alinea({ class: 'klein' }, deel.buren),
        downloads(wijk, deel)
      ]
    };
  };

  // ---- a table that can be sorted; what has no value stands last, whichever way
  function sorteerbaar(id, bijschrift, koppen, rijen, getallen) {
    const body = maak('tbody', {});
    const koppenrij = koppen.map((tekst, plek) => {
      const th = maak('th', { scope: 'col', class: getallen.includes(plek) ? 'getal' : null });
      th.append(knop(tekst, () => sorteer(plek, th.getAttribute('aria-sort') === 'ascending' ? -1 : 1, tekst)));
      return th;
    });
    function volgorde(plek, op) {
      return (a, b) => {
        const [x, y] = [a.op[plek], b.op[plek]];
        if (x === null || y === null) return (x === null) - (y === null);
        const verschil = typeof x === 'string' ? x.localeCompare(y, 'nl') : x - y;
        return verschil * op || a.op[0] - b.op[0];
      };
    }
    function sorteer(plek, op, tekst) {
      koppenrij.forEach((th, i) =>
        th.setAttribute('aria-sort', i !== plek ? 'none' : op > 0 ? 'ascending' : 'descending'));
      body.replaceChildren(...[...rijen].sort(volgorde(plek, op)).map((rij) => rij.element));
      if (tekst) W.meld(`Gesorteerd op ${tekst.toLowerCase()}, ${op > 0 ? 'oplopend' : 'aflopend'}.`);
    }
    for (const rij of rijen) {
      rij.element = maak('tr', {}, rij.cellen.map((cel, i) => (i
        ? maak('td', { class: getallen.includes(i) ? 'getal' : null }, cel)
        : maak('th', { scope: 'row' }, cel))));
    }
    sorteer(0, 1);
    return W.rol(bijschrift, maak('table', { id, class: 'vast' },
      maak('caption', {}, bijschrift), maak('thead', {}, maak('tr', {}, koppenrij)), body));
  }
  function gemeenterij(wijk) {
    const score = wijk.scores[EINDE];
    const naam = KERN.clusters[wijk.cluster].naam;
    return {
      op: [wijk.plek, score, score, wijk.richtingen[0], naam],
      cellen: [
        W.wijklink(wijk), wijk.laatste, klasse(score), verandering(wijk.richtingen[0], 'naam'),
        [W.blokje('c' + wijk.cluster), naam + (wijk.gekozen ? '' : '*')]
      ]
    };
  }
  W.bladen.gemeente = (code) => {
    const gemeente = W.bijGemeente.get(code);
    if (!gemeente) return W.bladen.onbekend();
    const reeksen = [...vanGemeente(gemeente, 'r0', 'cirkel'), vanLand()];
    const alt = `Lijngrafiek van de gemiddelde score van de [[gebieden]] in ${gemeente.naam} en in ${E.land}. ` +
      'De cijfers staan in de tabel eronder.';
    return {
      titel: 'Gemeente ' + gemeente.naam, wijk: null, gemeente,
      delen: [
        alinea({ class: 'lead' }, gemeente.tekst),
        sorteerbaar('wijkentabel', `De [[gebieden]] van ${gemeente.naam}; de knoppen in de kop sorteren`,
          ['[[Gebied]]', 'Score ' + LAATSTE, 'Klasse', W.periode(0), 'Cluster'], gemeente.wijken.map(gemeenterij), [1]),
        alinea({ class: 'klein' },
          `Gestegen en gedaald: meer dan de marge van ${E.marge} punt. Een kleinere verandering heet binnen de marge. `,
          gemeente.wijken.some((wijk) => !wijk.gekozen)
            ? '* Ingedeeld volgens dezelfde regel; deze [[gebied]] is niet geselecteerd voor de studie.' : ''),
        reeksen.length > 1 ? [
          kop('Het gemiddelde van de [[gebieden]]'),
          figuur(jarenkop, W.tekening('gemeentelijn', W.lijnfiguur(reeksen, alt))),
          scoretabel('gemeentetabel', reeksen),
          alinea({ class: 'klein' }, 'Elke [[gebied]] telt in een gemiddelde even zwaar.')
        ] : null
      ]
    };
  };

  // ---- wijken side by side; the choice is kept while the page is open, and in the address
  let vergeleken = [];
  const vergelijkadres = (codes) => '#/vergelijk/' + codes.join(',');
  function onthoud(codes) {
    vergeleken = codes;
    const weg = W.id('menu-vergelijk');
    weg.textContent = 'Vergelijk' + (codes.length ? ` (${codes.length})` : '');
    weg.setAttribute('href', vergelijkadres(codes));
  }
  W.voegToe = (wijk) => {
    if (vergeleken.includes(wijk.code)) W.meld(wijk.naam + ' staat al in de vergelijking.');
    else if (vergeleken.length >= MEEST) {
      W.meld(`U kunt hoogstens vier [[gebieden]] vergelijken. Haal er eerst een weg op het blad Vergelijk.`);
      return;
    } else onthoud([...vergeleken, wijk.code]);
    W.ga(vergelijkadres(vergeleken));
  };
  function vergelijkkeuze(wijken) {
    return maak('ul', { class: 'vergeleken' }, wijken.map((wijk) => maak('li', {}, W.wijklink(wijk, true), ' ',
      knop('Haal weg', () => W.ga(vergelijkadres(vergeleken.filter((code) => code !== wijk.code))),
        { 'aria-label': `Haal ${wijk.naam} weg uit de vergelijking` }))));
  }
  function vergelijktabel(wijken, reeksen) {
    const rij = (naam, van) => [naam, ...wijken.map(van)];
    const koppen = wijken.map((wijk, i) => [W.sleutel(reeksen[i]), W.volledig(wijk)]);
    return W.tabel({ id: 'vergelijktabel', class: 'vast' }, 'De [[gebieden]] naast elkaar',
      ['Gegeven', ...koppen], [
        rij('Score in ' + LAATSTE, (wijk) => wijk.laatste),
        rij('Klasse in ' + LAATSTE, (wijk) => klasse(wijk.scores[EINDE])),
        ...KERN.perioden.map((_, i) =>
          rij('Verandering ' + W.periode(i), (wijk) => verandering(wijk.richtingen[i], 'naam'))),
        rij('Cluster', (wijk) => [W.blokje('c' + wijk.cluster), KERN.clusters[wijk.cluster].naam]),
        rij('Geselecteerd voor de studie', (wijk) => (wijk.gekozen ? 'ja' : 'nee'))
      ]);
  }
  W.bladen.vergelijk = (deel) => {
    const codes = [...new Set(deel.split(','))].filter((code) => W.bijCode.has(code));
    const wijken = codes.slice(0, MEEST).map((code) => W.bijCode.get(code));
    onthoud(codes.slice(0, MEEST));
    const raad = wijken.length < MEEST
      ? 'Zoek hierboven een [[gebied]] om haar toe te voegen. U kunt hoogstens vier [[gebieden]] naast elkaar zetten.'
      : 'Dit zijn er vier: het hoogste aantal dat naast elkaar past.';
    const zin = codes.length > MEEST ? 'U kunt hoogstens vier [[gebieden]] vergelijken. Hier staan de eerste vier.' : raad;
    if (!wijken.length) {
      return { titel: 'Vergelijk [[gebieden]]', delen: [alinea({ class: 'lead' }, 'Er is nog geen [[gebied]] gekozen. ', zin)] };
    }
    const reeksen = [
      ...wijken.map((wijk, i) => reeks(wijk.naam, wijk.scores, 'v' + i, W.TEKENS[i])), vanLand()
    ];
    const alt = `Lijngrafiek van de scores van ${wijken.map(W.volledig).join('; ')}, en van ${E.land}. ` +
      'De cijfers staan in de tabel eronder.';
    return {
      titel: 'Vergelijk [[gebieden]]', documenttitel: 'Vergelijk ' + wijken.map((wijk) => wijk.naam).join(', '),
      delen: [
        vergelijkkeuze(wijken), alinea({ class: 'klein' }, zin),
        figuur(jarenkop, W.tekening('vergelijklijn', W.lijnfiguur(reeksen, alt))),
        scoretabel('vergelijkscores', reeksen),
        vergelijktabel(wijken, reeksen),
        alinea({ class: 'klein' },
          `De marge van ${E.marge} punt geldt voor de verandering van één [[gebied]]. Of twee [[gebieden]] van elkaar verschillen, is hier niet getoetst.`)
      ]
    };
  };
})();
