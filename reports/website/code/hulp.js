// Small helpers that all other scripts use. Text of the data enters the page as text, never as HTML.
(function () {
  'use strict';
  const KERN = window.KERN;
  const SVG = 'http://www.w3.org/2000/svg';
  const GEEN = '–';
  const W = (window.WIJKEN = { klaar: false, bladen: Object.create(null) });

  // ---- elements
  function vul(element, kenmerken, inhoud) {
    for (const [naam, waarde] of Object.entries(kenmerken || {})) {
      if (typeof waarde === 'function') element.addEventListener(naam, waarde);
      else if (waarde !== null && waarde !== undefined && waarde !== false) {
        element.setAttribute(naam, waarde === true ? '' : waarde);
      }
    }
    for (const deel of inhoud.flat(Infinity)) {
      if (deel !== null && deel !== undefined && deel !== false && deel !== '') element.append(deel);
    }
    return element;
  }
  // maak('a', {href: …}, 'text', element, [more]): attributes, listeners (functions) and contents
  W.maak = (soort, kenmerken, ...inhoud) => vul(document.createElement(soort), kenmerken, inhoud);
  W.svg = (soort, kenmerken, ...inhoud) =>
    vul(document.createElementNS(SVG, soort), kenmerken, inhoud);
  // as W.svg, for thousands of shapes: attributes only
  W.vorm = (soort, kenmerken) => {
    const element = document.createElementNS(SVG, soort);
    for (const naam in kenmerken) element.setAttribute(naam, kenmerken[naam]);
    return element;
  };
  W.id = (naam) => document.getElementById(naam);
  W.meld = (tekst) => { W.id('melding').textContent = tekst; };

  W.alinea = (kenmerken, ...inhoud) => W.maak('p', kenmerken, inhoud);
  W.kop = (tekst, kenmerken) => W.maak('h3', kenmerken, tekst);
  W.link = (adres, ...inhoud) => W.maak('a', { href: adres }, inhoud);
  W.lijst = (delen, kenmerken) =>
    W.maak('ul', kenmerken, delen.filter(Boolean).map((deel) => W.maak('li', {}, deel)));
  W.knop = (tekst, doen, kenmerken) =>
    W.maak('button', { type: 'button', ...kenmerken, click: doen }, tekst);
  // A patch of colour; what it means always stands beside it in words.
  W.blokje = (klasse) => W.maak('span', { class: 'blokje ' + klasse, 'aria-hidden': 'true' });

  // Wide contents scroll in a frame of their own, also with the keyboard.
  W.rol = (naam, inhoud) =>
    W.maak('div', { class: 'rol', tabindex: '0', role: 'region', 'aria-label': naam }, inhoud);
  // The first cell of a row is its head; `getallen` are the columns that are set as numbers.
  W.tabel = (kenmerken, bijschrift, koppen, rijen, getallen = []) => {
    const merk = (i) => (getallen.includes(i) ? 'getal' : null);
    return W.rol(bijschrift, W.maak('table', kenmerken,
      W.maak('caption', {}, bijschrift),
      W.maak('thead', {}, W.maak('tr', {},
        koppen.map((tekst, i) => W.maak('th', { scope: 'col', class: merk(i) }, tekst)))),
      W.maak('tbody', {}, rijen.map((rij) => W.maak('tr', {}, rij.map((cel, i) => (i
        ? W.maak('td', { class: merk(i) }, cel)
        : W.maak('th', { scope: 'row' }, cel))))))));
  };
  W.vouw = (titel, ...inhoud) =>
    W.maak('details', {}, W.maak('summary', {}, titel), inhoud);

  // ---- numbers: scores are whole thousandths
  // As every document prints it: whole hundredths, half of one goes up.
  W.score = (waarde) =>
    (waarde === null ? GEEN : (Math.floor((waarde + 5) / 10) / 100).toFixed(2).replace('.', ','));
  W.tiende = (waarde) => (waarde / 1000).toFixed(1).replace('.', ',').replace('-', '−');
  W.grens = (waarde) => (waarde / 1000).toFixed(3).replace('.', ',');
  W.klasse = (waarde) => {
    const boven = KERN.grenzen.findIndex((grens) => waarde < grens);
    return boven < 0 ? KERN.grenzen.length : boven;
  };
  W.klassenaam = (waarde) => (waarde === null ? GEEN : KERN.klassen[W.klasse(waarde)]);
  W.hoofdletter = (tekst) => tekst.charAt(0).toUpperCase() + tekst.slice(1);

  // A change is never named without its margin.
  const marge = 'de marge van ' + KERN.editie.marge;
  W.RICHTINGEN = [
    { waarde: 1, naam: 'gestegen', vol: 'gestegen, meer dan ' + marge, klasse: 'v-op', teken: '▲' },
    {
      waarde: 0, naam: 'binnen de marge', klasse: 'v-gelijk', teken: '=',
      vol: 'binnen ' + marge
    },
    { waarde: -1, naam: 'gedaald', vol: 'gedaald, meer dan ' + marge, klasse: 'v-neer', teken: '▼' }
  ];
  const ONBEKEND = { waarde: null, naam: 'niet bekend', vol: 'niet bekend', klasse: 'geen', teken: '?' };
  W.richting = (waarde) => W.RICHTINGEN.find((deel) => deel.waarde === waarde) || ONBEKEND;
  W.periode = (plek) => KERN.perioden[plek].van + '–' + KERN.perioden[plek].tot;

  // ---- rows of the data with names for their places
  W.gemeenten = KERN.gemeenten.map(([code, naam, tekst, scores]) =>
    ({ code, naam, tekst, scores, wijken: [] }));
  // by place, not taken apart as a whole: that is slow for thousands before the first view
  W.wijken = KERN.wijken.map((rij) => {
    const gemeente = W.gemeenten[rij[2]];
    const wijk = {
      code: rij[0], naam: rij[1], gemeente, cluster: rij[3],
      gekozen: rij[4] === 1, scores: rij[5], blok: rij[6], bladzijde: rij[7], richtingen: rij[8],
      plek: gemeente.wijken.length, // among the wijken of its gemeente, in alphabetical order
      // beside its class: with the decimals that show on which side of a bound it is
      get laatste() { return KERN.precies[this.code] || W.score(this.scores[this.scores.length - 1]); }
    };
    gemeente.wijken.push(wijk);
    return wijk;
  });
  // Maps, not objects: an address may hold any word, also "constructor".
  W.bijCode = new Map(W.wijken.map((wijk) => [wijk.code, wijk]));
  W.bijGemeente = new Map(W.gemeenten.map((gemeente) => [gemeente.code, gemeente]));
  W.wijkadres = (wijk) => '#/wijk/' + wijk.code;
  W.volledig = (wijk) => wijk.naam + ', ' + wijk.gemeente.naam;
  W.wijklink = (wijk, metGemeente) =>
    W.link(W.wijkadres(wijk), metGemeente ? W.volledig(wijk) : wijk.naam);

  // ---- data on demand: a page from a disk may load nothing but scripts, each of them once
  const geladen = new Map();
  W.laad = (bestand) => {
    if (!geladen.has(bestand)) {
      geladen.set(bestand, new Promise((klaar, mislukt) => {
        const script = W.maak('script', { src: 'gegevens/' + bestand, load: klaar });
        script.addEventListener('error', () => {
          geladen.delete(bestand);
          mislukt(new Error('gegevens/' + bestand));
        });
        document.head.append(script);
      }));
    }
    return geladen.get(bestand);
  };
  const blokken = [];
  W.blok = (nummer, inhoud) => { blokken[nummer] = inhoud; };
  W.details = (wijk) =>
    W.laad('blok-' + wijk.blok + '.js').then(() => blokken[wijk.blok][wijk.code]);
})();
