// Every view of the site, as a function that returns its title and its elements.
(function () {
  'use strict';
  var W = window.WIJKEN, KERN = window.KERN, m = W.maak;
  var E = KERN.editie, eind = KERN.jaren.length - 1;
  W.bladen = {};
  W.vergelijk = [];
  var MEEST = 4;

  function alinea(tekst, kenmerken) { return m('p', kenmerken || {}, tekst); }
  function kop(tekst, id) { return m('h3', id ? { id: id } : {}, tekst); }
  function figuur(titel, inhoud) { return m('figure', {}, [m('figcaption', {}, titel), inhoud]); }
  function lijst(delen, kenmerken) {
    return m('ul', kenmerken || {}, delen.map(function (deel) { return m('li', {}, deel); }));
  }
  function knop(id, tekst, doen) { return m('button', { type: 'button', id: id, click: doen }, tekst); }
  function bekend(scores) { return scores.some(function (v) { return v !== null; }); }

  function reeksen(wijk) {
    var gemeente = W.gemeenten[wijk.gm], uit = [{ naam: wijk.naam, scores: wijk.scores, stijl: 'r0', teken: 'cirkel' }];
    if (bekend(gemeente.scores)) { uit.push({ naam: gemeente.naam, scores: gemeente.scores, stijl: 'r1', teken: '' }); }
    uit.push({ naam: W.hoofdletter(E.land), scores: KERN.land, stijl: 'r2', teken: '' });
    return uit;
  }
  function scoretabel(id, rijen) {
    return W.tabel({ id: id, 'class': 'getallen' }, 'Score per jaar', ['Jaar'].concat(rijen.map(function (r) { return r.naam; })),
      KERN.jaren.map(function (jaar, i) {
        return [String(jaar)].concat(rijen.map(function (r) { return W.score(r.scores[i]); }));
      }));
  }

  // ---- a wijk
  function erbij(wijk) {
    if (W.vergelijk.indexOf(wijk.code) >= 0) { W.meld(wijk.naam + ' staat al in de vergelijking.'); }
    else if (W.vergelijk.length >= MEEST) { W.meld('U kunt hoogstens vier wijken vergelijken. Haal er eerst een weg.'); return; }
    else { W.vergelijk.push(wijk.code); }
    if (W.vergelijk.length > 1) { window.location.hash = '#/vergelijk/' + W.vergelijk.join(','); }
    else { W.meld(wijk.naam + ' staat in de vergelijking. Zoek een tweede wijk en voeg die ook toe.'); }
  }
  function bewaar(wijk) {
    var gemeente = W.gemeenten[wijk.gm];
    var veld = function (v) { return v === null || v === undefined ? '' : (v / 1000).toFixed(3); };
    var aan = function (tekst) { return '"' + tekst.replace(/"/g, '""') + '"'; };
    var rijen = ['wk_code,wijk,gemeente,jaar,score,score_gemeente,score_land'];
    KERN.jaren.forEach(function (jaar, i) {
      rijen.push([wijk.code, aan(wijk.naam), aan(wijk.gemeente), jaar, veld(wijk.scores[i]), veld(gemeente.scores[i]), veld(KERN.land[i])].join(','));
    });
    var adres = URL.createObjectURL(new Blob(['\ufeff' + rijen.join('\r\n') + '\r\n'], { type: 'text/csv' }));
    var link = m('a', { href: adres, download: wijk.code + '.csv' });
    link.click();
    window.setTimeout(function () { URL.revokeObjectURL(adres); }, 1000);
  }
  function insluiten(wijk) {
    var vak = W.leeg(W.id('fragment'));
    var adres = window.location.href.split(/[?#]/)[0] + '?ingebed#/wijk/' + wijk.code;
    var veld = m('textarea', { id: 'fragmentveld', readonly: '', rows: '4' });
    veld.value = '<iframe src="' + adres + '" title="' + wijk.code + ': leefbaarheid" width="760" height="900" loading="lazy"></iframe>';
    vak.appendChild(m('label', { 'for': 'fragmentveld' }, 'Zet dit in uw eigen pagina (de website moet dan op een webserver staan):'));
    vak.appendChild(veld);
    veld.focus();
    veld.select();
  }
  function waarom(deel) {
    return [alinea([m('strong', {}, deel.cluster)])].concat(
      deel.voorwaarden.length ? lijst(deel.voorwaarden) : [], deel.dichtbij ? alinea(deel.dichtbij) : []);
  }
  function overAnalyses(wijk) {
    var plekken = KERN.met_analyse[wijk.code];
    if (!plekken) { return []; }
    var vak = m('div', { id: 'analyse' }, kop('Wijkanalyse'));
    W.laad('analyses.js', function () {
      plekken.forEach(function (plek) {
        var analyse = window.ANALYSES[plek];
        vak.appendChild(m('h4', {}, m('a', { href: '#/wijkanalyse/' + plek }, analyse.titel)));
        analyse.samenvatting.forEach(function (tekst) { vak.appendChild(alinea(tekst)); });
      });
    });
    return [vak];
  }
  W.bladen.wijk = function (wijk, klaar) {
    W.details(wijk, function (deel) {
      var rijen = reeksen(wijk), gemeente = W.gemeenten[wijk.gm];
      var alt = 'Lijngrafiek van de score van ' + wijk.naam + ', de gemeente en het land. ' + deel.stand + ' ' + deel.ontwikkeling + ' De cijfers staan in de tabel eronder.';
      var dim = KERN.dimensies, heeftDim = dim.jaren.length > 0;
      var downloads = [];
      if (deel.portret) { downloads.push(m('a', { href: deel.portret }, 'Wijkportret (pdf, bladzijde in de bijlage)')); }
      else { downloads.push('Van deze wijk is er geen wijkportret als pdf: zij hoort niet bij de wijken van die bijlage.'); }
      downloads.push(knop('bewaar-csv', 'Bewaar de scores (csv)', function () { bewaar(wijk); }));
      var delen = [
        alinea([m('a', { href: '#/gemeente/' + gemeente.code }, 'Gemeente ' + gemeente.naam), ' · ' + wijk.code + (deel.inwoners ? ' · ' + deel.inwoners + ' inwoners' : '') + (wijk.gekozen ? ' · geselecteerd voor deze studie' : ''), deel.onderzoeksnaam ? ' · ' + deel.onderzoeksnaam : ''], { 'class': 'onderkop' }),
        alinea(deel.stand, { id: 'stand', 'class': 'lead' }),
        alinea(deel.ontwikkeling, { id: 'ontwikkeling' }),
        alinea('Een verandering van ' + E.marge + ' punt of minder heet hier binnen de marge: zo’n verschil kan meetfout zijn.', { 'class': 'klein' }),
        figuur('Score ' + KERN.jaren[0] + '–' + KERN.jaren[eind] + ', op de banden van de negen klassen', m('div', { id: 'lijn' }, W.lijn(rijen, alt))),
        scoretabel('lijntabel', rijen)
      ];
      if (heeftDim) {
        delen.push(kop('Waar de score uit bestaat'));
        delen.push(figuur('Vijf dimensies, ' + (dim.jaren.length > 1 ? dim.jaren[0] + ' (open) en ' + dim.jaren[1] + ' (gevuld)' : dim.jaren[0]) + '; 0 is de vaste basis',
          m('div', { id: 'dimensies' }, W.dimensiefiguur(deel.dimensies, 'De vijf dimensies van de score van ' + wijk.naam + '. De cijfers staan in de tabel eronder.'))));
        delen.push(W.tabel({ id: 'dimensietabel', 'class': 'getallen' }, 'Dimensies van de score', ['Dimensie'].concat(dim.jaren.map(String), dim.jaren.length > 1 ? ['Verschil'] : []),
          dim.namen.map(function (naam, i) { return [naam].concat(deel.dimensies[i] ? deel.dimensies[i][1] : []); })));
      }
      delen.push(m('div', { id: 'cluster' }, [kop('Cluster, en waarom')].concat(waarom(deel))));
      if (KERN.factoren.length) {
        delen.push(kop('Kenmerken naast die van de geselecteerde wijken'));
        delen.push(W.tabel({ id: 'factortabel' }, 'Kenmerken van wijk en gemeente', ['Kenmerk', 'Deze wijk', 'Plaats onder de geselecteerde wijken', 'Middelste waarde'],
          KERN.factoren.map(function (factor, i) { return [factor.label, deel.factoren[i][0], deel.factoren[i][1], factor.midden]; })));
      }
      if (deel.gelijkend.length) {
        delen.push(kop('Wijken die er het meest op lijken'));
        delen.push(alinea('Gezocht op niveau en verloop van de score. Wat er in die wijken gebeurde, hoeft hier niet te gelden.', { 'class': 'klein' }));
        delen.push(lijst(deel.gelijkend.map(function (code) { return W.wijklink(W.bijCode[code], true); }), { id: 'gelijkend' }));
      }
      delen = delen.concat(overAnalyses(wijk));
      delen.push(m('div', { 'class': 'knoppen' }, [
        knop('bij-vergelijking', 'Vergelijk met een andere wijk', function () { erbij(wijk); }),
        knop('druk-af', 'Druk dit blad af', function () { window.print(); }),
        knop('insluiten', 'Insluiten', function () { insluiten(wijk); })
      ]));
      delen.push(m('div', { id: 'fragment' }));
      delen.push(kop('Downloads'));
      delen.push(lijst(downloads, { id: 'downloads' }));
      klaar(wijk.naam + ', ' + wijk.gemeente, delen);
    });
  };

  // ---- a gemeente, and tables that can be sorted
  function sorteerbaar(id, bijschrift, koppen, rijen) {
    var body = m('tbody', {}), knoppen = [];
    function zet(plek, op) {
      var waarde = function (rij) { return rij.sorteer[plek]; };
      rijen.sort(function (a, b) {
        var x = waarde(a), y = waarde(b);
        if (x === null || y === null) { return (x === null) - (y === null); }
        return (typeof x === 'string' ? x.localeCompare(y, 'nl') : x - y) * op || a.sorteer[0].localeCompare(b.sorteer[0], 'nl');
      });
      knoppen.forEach(function (th, i) { th.setAttribute('aria-sort', i === plek ? (op > 0 ? 'ascending' : 'descending') : 'none'); });
      W.leeg(body);
      rijen.forEach(function (rij) {
        body.appendChild(m('tr', {}, rij.cellen.map(function (cel, i) { return m(i ? 'td' : 'th', i ? {} : { scope: 'row' }, cel); })));
      });
    }
    knoppen = koppen.map(function (tekst, plek) {
      var th = m('th', { scope: 'col' });
      th.appendChild(m('button', { type: 'button', click: function () {
        zet(plek, th.getAttribute('aria-sort') === 'ascending' ? -1 : 1);
        W.meld('Gesorteerd op ' + tekst.toLowerCase() + (th.getAttribute('aria-sort') === 'ascending' ? ', oplopend.' : ', aflopend.'));
      } }, tekst));
      return th;
    });
    zet(0, 1);
    return W.rol(m('table', { id: id }, [m('caption', {}, bijschrift), m('thead', {}, m('tr', {}, knoppen)), body]), bijschrift);
  }
  W.bladen.gemeente = function (gemeente, klaar) {
    var p = KERN.perioden[0];
    var rijen = gemeente.wijken.map(function (wijk) {
      var score = wijk.scores[eind];
      return {
        sorteer: [wijk.naam, score, score, KERN.clusters[wijk.cluster].naam, wijk.richtingen[0]],
        cellen: [W.wijklink(wijk), W.score(score), W.klassenaam(score), KERN.clusters[wijk.cluster].naam + (wijk.gekozen ? '' : ' *'), W.richting(wijk.richtingen[0])]
      };
    });
    klaar('Gemeente ' + gemeente.naam, [
      alinea(gemeente.tekst, { 'class': 'lead' }),
      sorteerbaar('wijkentabel', 'Wijken van ' + gemeente.naam, ['Wijk', 'Score ' + KERN.jaren[eind], 'Klasse', 'Cluster', p.van + '–' + p.tot], rijen),
      alinea('* volgens dezelfde regel; deze wijk is niet geselecteerd voor de studie. Een verandering van ' + E.marge + ' punt of minder valt binnen de marge.', { 'class': 'klein' })
    ]);
  };

  // ---- compare
  W.bladen.vergelijk = function (codes, klaar) {
    var wijken = codes.map(function (code) { return W.bijCode[code]; }).filter(Boolean);
    var teveel = wijken.length > MEEST;
    wijken = wijken.slice(0, MEEST);
    W.vergelijk = wijken.map(function (wijk) { return wijk.code; });
    if (teveel) { W.meld('U kunt hoogstens vier wijken vergelijken; de eerste vier staan hier.'); }
    if (!wijken.length) {
      klaar('Vergelijk wijken', [alinea('Kies op het blad van een wijk “Vergelijk met een andere wijk”. U kunt er vier naast elkaar zetten.')]);
      return;
    }
    var rijen = wijken.map(function (wijk, i) { return { naam: wijk.naam, scores: wijk.scores, stijl: 'v' + i, teken: W.teken(i) }; });
    var namen = wijken.map(function (wijk) { return wijk.naam + ', ' + wijk.gemeente; });
    var p = KERN.perioden[0];
    var rij = function (naam, van) { return [naam].concat(wijken.map(van)); };
    klaar('Vergelijk wijken', [
      lijst(wijken.map(function (wijk) {
        return [W.wijklink(wijk, true), ' ', m('button', { type: 'button', 'class': 'klein', click: function () {
          W.vergelijk = W.vergelijk.filter(function (code) { return code !== wijk.code; });
          window.location.hash = '#/vergelijk/' + W.vergelijk.join(',');
        }, 'aria-label': 'Haal ' + wijk.naam + ' weg' }, 'Haal weg')];
      }), { 'class': 'vergeleken' }),
      wijken.length < MEEST ? alinea('Zoek nog een wijk en kies op haar blad “Vergelijk met een andere wijk”.', { 'class': 'klein' }) : null,
      figuur('Score ' + KERN.jaren[0] + '–' + KERN.jaren[eind], m('div', { id: 'vergelijklijn' }, W.lijn(rijen, 'Lijngrafiek van de scores van ' + namen.join('; ') + '. De cijfers staan in de tabel eronder.'))),
      W.tabel({ id: 'vergelijktabel' }, 'Naast elkaar', ['Gegeven'].concat(namen), KERN.jaren.map(function (jaar, i) {
        return rij('Score ' + jaar, function (w) { return W.score(w.scores[i]); });
      }).concat([
        rij('Klasse in ' + KERN.jaren[eind], function (w) { return W.klassenaam(w.scores[eind]); }),
        rij('Cluster', function (w) { return KERN.clusters[w.cluster].naam; }),
        rij('Verandering ' + p.van + '–' + p.tot, function (w) { return W.richting(w.richtingen[0]); }),
        rij('Geselecteerd', function (w) { return w.gekozen ? 'ja' : 'nee'; })
      ])),
      alinea('Een verschil tussen twee wijken kan meetfout zijn: veranderingen van ' + E.marge + ' punt of minder vallen binnen de marge.', { 'class': 'klein' })
    ]);
  };

  // ---- the study, the wijkanalyses
  W.bladen.studie = function (_, klaar) {
    W.laad('studie.js', function () {
      var s = window.STUDIE;
      klaar('Wat zegt de studie?', [
        kop('Kerncijfers'),
        m('dl', { 'class': 'kerncijfers' }, s.kerncijfers.map(function (deel) {
          return m('div', {}, [m('dt', {}, deel.getal), m('dd', {}, deel.tekst)]);
        })),
        kop('Conclusies')
      ].concat(s.conclusies.map(function (deel) {
        return m('section', {}, [m('h4', {}, deel.vraag)].concat(deel.alineas.map(function (tekst) { return alinea(tekst); })));
      })).concat([alinea('Deze woorden en getallen zijn die van het hoofdrapport.', { 'class': 'klein' }), kop('Rapport en bijlagen'),
        lijst(KERN.downloads.map(function (d) { return m('a', { href: d.bestand }, d.naam); }))]));
    });
  };
  W.bladen.wijkanalyses = function (_, klaar) {
    W.laad('analyses.js', function () {
      if (!window.ANALYSES.length) {
        klaar('Wijkanalyses', [alinea('Deze editie heeft geen wijkanalyses.')]);
        return;
      }
      var themas = {};
      window.ANALYSES.forEach(function (analyse, plek) {
        analyse.themas.forEach(function (thema) { (themas[thema] = themas[thema] || []).push(plek); });
      });
      var link = function (plek) { return m('a', { href: '#/wijkanalyse/' + plek }, window.ANALYSES[plek].titel); };
      klaar('Wijkanalyses', [
        alinea('Een wijkanalyse vertelt hoe gemeente, professionals en bewoners hun wijk zien.', { 'class': 'lead' }),
        lijst(window.ANALYSES.map(function (_a, plek) { return link(plek); })),
        kop('Per thema')
      ].concat(Object.keys(themas).sort(function (a, b) { return a.localeCompare(b, 'nl'); }).map(function (thema) {
        return m('section', {}, [m('h4', {}, thema), lijst(themas[thema].map(link))]);
      })));
    });
  };
  W.bladen.wijkanalyse = function (plek, klaar) {
    W.laad('analyses.js', function () {
      var a = window.ANALYSES[Number(plek)];
      if (!a) { W.bladen.onbekend(plek, klaar); return; }
      klaar(a.titel, [
        alinea(a.studie + ', ' + a.datum + ' · oordeel van de schrijvers: ' + a.oordeel, { 'class': 'onderkop' }),
        alinea(['Over: '].concat(a.wijken.map(function (code, i) {
          var wijk = W.bijCode[code];
          return [i ? ', ' : '', wijk ? W.wijklink(wijk, true) : code];
        }))),
        alinea('Thema’s: ' + a.themas.join(', ')),
        a.samenvatting.map(function (tekst) { return alinea(tekst, { 'class': 'lead' }); }),
        a.perspectieven.map(function (deel) {
          return m('section', { 'class': 'perspectief' }, [kop(deel.naam)].concat(deel.alineas.map(function (tekst) { return alinea(tekst); })));
        }),
        a.aanpak.length ? [kop('Aanpak en opbrengst'), W.tabel({ id: 'aanpaktabel' }, 'Wat er gebeurt, en wat gesprekspartners zagen', ['Opgave', 'Aanpak', 'Opbrengst'],
          a.aanpak.map(function (rij) { return [rij.opgave, rij.aanpak, rij.opbrengst || 'niet genoemd']; }))] : null,
        alinea(m('a', { href: '#/wijkanalyses' }, 'Alle wijkanalyses'))
      ]);
    });
  };

  // ---- reading help
  W.bladen.uitleg = function (_, klaar) {
    klaar('Hoe leest u dit?', [
      kop('De score'),
      alinea('De Leefbaarometer vat de leefbaarheid van een wijk samen in één score. Een hogere score betekent een hoger niveau. De score komt uit een model en is geen meting van wat bewoners zelf vinden. Zij zegt niets over de mensen die er wonen.'),
      kop('De klassen'),
      alinea('De scores zijn verdeeld in negen klassen, van zeer onvoldoende tot uitstekend. De banden in de grafiek laten ze zien. Een wijk dicht bij een grens kan door een kleine verandering van klasse wisselen.'),
      W.tabel({ 'class': 'getallen' }, 'De negen klassen', ['Klasse', 'Vanaf'], KERN.klassen.map(function (naam, i) {
        return [(i + 1) + ' ' + naam, i ? (KERN.grenzen[i - 1] / 1000).toFixed(3).replace('.', ',') : '–'];
      })),
      kop('De marge'),
      alinea('Elke score heeft een meetfout. Een verandering van ' + E.marge + ' punt of minder heet daarom binnen de marge: zij is niet goed van meetfout te onderscheiden. Ook een grotere verandering kan nog deels toeval zijn.'),
      kop('De clusters'),
      alinea('Een regel met drie stappen verdeelt de wijken: de stand, de lange en de recente ontwikkeling. Het blad van een wijk noemt alle drie, en hoe weinig er nodig was voor een ander cluster. De regel is ook toegepast op wijken die niet voor de studie zijn geselecteerd.'),
      kop('Wat u hier niet vindt'),
      alinea('Deze cijfers laten zien wat er veranderde en niet waardoor. Dat twee wijken op elkaar lijken, betekent niet dat dezelfde aanpak er past.')
    ]);
  };
  W.bladen.toegankelijkheid = function (_, klaar) {
    klaar('Toegankelijkheid', [
      alinea('Deze website is gebouwd om te voldoen aan WCAG 2.1, niveau AA.'),
      kop('Wat is getoetst'),
      lijst([
        'Elk soort blad is met axe-core nagelopen in Chromium, op drie breedten: er zijn geen overtredingen gevonden.',
        'Zoeken, kaart, tabellen en vergelijken werken met alleen het toetsenbord.',
        'Bij 200% vergroting en op 320 beeldpunten breed schuift de pagina niet opzij; brede tabellen schuiven in een eigen vak.',
        'Elke figuur heeft een beschrijving in woorden en een tabel met dezelfde cijfers; de kaart ook.',
        'De site volgt de instellingen voor minder beweging en voor hoog contrast.'
      ]),
      kop('Wat niet is getoetst'),
      lijst([
        'Er is niet getoetst met een schermlezer of door mensen met een beperking.',
        'De pdf’s hebben hun eigen verantwoording; zie het project.'
      ]),
      alinea('Werkt er iets niet voor u? Laat het de uitgever weten: ' + E.uitgever + '. Alle scores staan ook op een gewone bladzijde zonder scripts.'),
      alinea(m('a', { href: 'wijken.html' }, 'Alle wijken in een tabel'))
    ]);
  };
  W.bladen.begin = function (_, klaar) {
    klaar('Leefbaarheid in uw wijk', [
      alinea('Typ de naam van uw wijk of gemeente, of kies een wijk op de kaart. U ziet hoe de leefbaarheid zich ontwikkelde, naast de gemeente en ' + E.land + '.', { 'class': 'lead' }),
      lijst([
        m('a', { href: '#/studie' }, 'Wat zegt de studie?'),
        m('a', { href: '#/uitleg' }, 'Hoe leest u de cijfers?'),
        Object.keys(KERN.met_analyse).length ? m('a', { href: '#/wijkanalyses' }, 'Wijkanalyses: hoe betrokkenen hun wijk zien') : null,
        m('a', { href: 'wijken.html' }, 'Alle wijken in een tabel')
      ].filter(Boolean)),
      kop('Gemeenten'),
      lijst(W.gemeenten.map(function (gemeente) { return m('a', { href: '#/gemeente/' + gemeente.code }, gemeente.naam); }), { 'class': 'kolommen' })
    ]);
  };
  W.bladen.onbekend = function (_, klaar) {
    klaar('Niet gevonden', [alinea('Dit adres hoort bij geen wijk, gemeente of bladzijde van deze website. Zoek hierboven op naam.')]);
  };
})();
