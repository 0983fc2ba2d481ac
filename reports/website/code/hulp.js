// Small helpers that all other scripts use. Text only ever goes into the page as text.
(function () {
  'use strict';
  var SVG = 'http://www.w3.org/2000/svg';
  var GEEN = '–';
  var W = window.WIJKEN = { klaar: false, blokken: {}, geladen: {} };
  var KERN = window.KERN;

  function kind(element, inhoud) {
    if (inhoud === null || inhoud === undefined || inhoud === '') { return; }
    if (Array.isArray(inhoud)) { inhoud.forEach(function (deel) { kind(element, deel); }); return; }
    element.appendChild(inhoud.nodeType ? inhoud : document.createTextNode(String(inhoud)));
  }

  function vul(element, kenmerken, inhoud) {
    Object.keys(kenmerken || {}).forEach(function (naam) {
      var waarde = kenmerken[naam];
      if (typeof waarde === 'function') { element.addEventListener(naam, waarde); }
      else if (waarde !== null && waarde !== false) { element.setAttribute(naam, waarde); }
    });
    kind(element, inhoud);
    return element;
  }

  // An element of HTML with attributes, listeners (functions) and contents: text, elements, lists.
  W.maak = function (soort, kenmerken, inhoud) {
    return vul(document.createElement(soort), kenmerken, inhoud);
  };
  W.svg = function (soort, kenmerken, inhoud) {
    return vul(document.createElementNS(SVG, soort), kenmerken, inhoud);
  };
  W.id = function (naam) { return document.getElementById(naam); };
  W.leeg = function (element) { while (element.firstChild) { element.removeChild(element.firstChild); } return element; };

  // A score in thousandths as every document prints it; half a hundredth goes up.
  W.score = function (waarde) {
    if (waarde === null || waarde === undefined) { return GEEN; }
    return (Math.floor((waarde + 5) / 10) / 100).toFixed(2).replace('.', ',');
  };
  W.tiende = function (waarde) { return (waarde / 1000).toFixed(1).replace('.', ',').replace('-', '−'); };
  W.klasse = function (waarde) {
    return KERN.grenzen.filter(function (grens) { return waarde >= grens; }).length;
  };
  W.klassenaam = function (waarde) { return waarde === null ? GEEN : KERN.klassen[W.klasse(waarde)]; };
  W.hoofdletter = function (tekst) { return tekst.charAt(0).toUpperCase() + tekst.slice(1); };
  W.RICHTINGEN = [
    { waarde: 1, naam: 'gestegen', klasse: 'v-op' },
    { waarde: 0, naam: 'binnen de marge van ' + KERN.editie.marge, klasse: 'v-gelijk' },
    { waarde: -1, naam: 'gedaald', klasse: 'v-neer' }
  ];
  W.richting = function (waarde) {
    var gevonden = W.RICHTINGEN.filter(function (deel) { return deel.waarde === waarde; })[0];
    return gevonden ? gevonden.naam : 'niet bekend';
  };

  // A row of KERN.wijken with names for its places.
  W.wijken = KERN.wijken.map(function (rij, plek) {
    return {
      plek: plek, code: rij[0], naam: rij[1], gm: rij[2], gemeente: KERN.gemeenten[rij[2]][1],
      cluster: rij[3], gekozen: rij[4] === 1, scores: rij[5], blok: rij[6], richtingen: rij[8]
    };
  });
  W.bijCode = Object.create(null);  // an address may say "constructor"
  W.wijken.forEach(function (wijk) { W.bijCode[wijk.code] = wijk; });
  W.gemeenten = KERN.gemeenten.map(function (rij) {
    return { code: rij[0], naam: rij[1], tekst: rij[2], scores: rij[3], wijken: [] };
  });
  W.wijken.forEach(function (wijk) { W.gemeenten[wijk.gm].wijken.push(wijk); });
  W.bijGemeente = Object.create(null);
  W.gemeenten.forEach(function (gemeente) { W.bijGemeente[gemeente.code] = gemeente; });

  W.meld = function (tekst) { W.id('melding').textContent = tekst; };

  // A page from a disk may load nothing but scripts, so data come as scripts, once.
  W.laad = function (bestand, klaar) {
    var staat = W.geladen[bestand];
    if (staat === 'ja') { klaar(); return; }
    if (staat) { staat.push(klaar); return; }
    var wachtend = W.geladen[bestand] = [klaar];
    var script = W.maak('script', { src: 'gegevens/' + bestand });
    script.onload = function () {
      W.geladen[bestand] = 'ja';
      wachtend.forEach(function (functie) { functie(); });
    };
    script.onerror = function () {
      W.geladen[bestand] = null;
      W.meld('Een bestand van deze website ontbreekt: gegevens/' + bestand + '. Haal de hele map opnieuw op.');
    };
    document.head.appendChild(script);
  };
  W.blok = function (nummer, inhoud) { W.blokken[nummer] = inhoud; };
  W.details = function (wijk, klaar) {
    W.laad('blok-' + wijk.blok + '.js', function () { klaar(W.blokken[wijk.blok][wijk.code]); });
  };

  // A table that can be read line by line: heads have a scope, the first cell of a row is its head.
  W.tabel = function (kenmerken, bijschrift, kop, rijen) {
    var cellen = function (rij) {
      return rij.map(function (cel, i) {
        return W.maak(i ? 'td' : 'th', i ? {} : { scope: 'row' }, cel);
      });
    };
    var hoofd = kop.map(function (cel) { return W.maak('th', { scope: 'col' }, cel); });
    var tabel = W.maak('table', kenmerken, [
      W.maak('caption', {}, bijschrift),
      W.maak('thead', {}, W.maak('tr', {}, hoofd)),
      W.maak('tbody', {}, rijen.map(function (rij) { return W.maak('tr', {}, cellen(rij)); }))
    ]);
    return W.rol(tabel, bijschrift);
  };
  // Wide contents scroll in a frame of their own, also with the keyboard.
  W.rol = function (inhoud, naam) {
    return W.maak('div', { 'class': 'rol', tabindex: '0', role: 'region', 'aria-label': naam }, inhoud);
  };
  W.naarWijk = function (code) { return '#/wijk/' + code; };
  W.wijklink = function (wijk, metGemeente) {
    return W.maak('a', { href: W.naarWijk(wijk.code) }, wijk.naam + (metGemeente ? ', ' + wijk.gemeente : ''));
  };
})();
