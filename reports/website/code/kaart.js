// The map: areas (or points) coloured by class, cluster or change; the table beside it says the same.
(function () {
  'use strict';
  var W = window.WIJKEN, KERN = window.KERN, KAART = window.KAART;
  var STAP = 0.6, MEEST_IN = 60;
  var vak = W.id('kaart'), keuze = W.id('kaartkeuze'), jaarkeuze = W.id('jaar'), periodekeuze = W.id('periode');
  var vlakken = {}, gekozen = null;
  var heel = [0, 0, KAART.b, KAART.h], zicht = heel.slice();
  var punten = !Object.keys(KAART.paden).length;

  var laag = W.svg('g', {}), namen = W.svg('g', { 'class': 'stadnamen', 'aria-hidden': 'true' });
  var svg = W.svg('svg', {
    viewBox: heel.join(' '), tabindex: '0', role: 'application', 'aria-roledescription': 'kaart',
    'aria-label': 'Kaart van de wijken. Pijltjes verschuiven, plus en min zoomen, nul toont alles. De tabel bij de kaart geeft dezelfde aantallen.'
  }, [laag, namen]);

  W.wijken.forEach(function (wijk) {
    var vorm = null;
    if (KAART.paden[wijk.code]) { vorm = W.svg('path', { d: KAART.paden[wijk.code] }); }
    else if (KAART.punten[wijk.code]) {
      vorm = W.svg('circle', { cx: KAART.punten[wijk.code][0], cy: KAART.punten[wijk.code][1] });
    }
    if (!vorm) { return; }
    vorm.setAttribute('data-code', wijk.code);
    laag.appendChild(vorm);
    vlakken[wijk.code] = vorm;
  });
  KAART.steden.forEach(function (stad) {
    var rand = stad[1] / KAART.b;  // a name near the edge stays within it
    var anker = rand < 0.12 ? 'start' : rand > 0.88 ? 'end' : 'middle';
    namen.appendChild(W.svg('text', { x: stad[1], y: stad[2], 'text-anchor': anker }, stad[0]));
  });
  vak.appendChild(svg);

  function kijk(nieuw) {
    var b = Math.min(Math.max(nieuw[2], KAART.b / MEEST_IN), KAART.b), h = b / KAART.b * KAART.h;
    var x = Math.min(Math.max(nieuw[0], 0), KAART.b - b), y = Math.min(Math.max(nieuw[1], 0), KAART.h - h);
    zicht = [x, y, b, h];
    svg.setAttribute('viewBox', zicht.join(' '));
    svg.classList.toggle('ingezoomd', b < KAART.b * 0.99);
    // names and points keep their size on the screen
    namen.setAttribute('font-size', b / 34);
    namen.setAttribute('stroke-width', b / 220);
    if (punten) {
      var straal = Math.max(b / 150, 1);
      Object.keys(vlakken).forEach(function (code) { vlakken[code].setAttribute('r', straal); });
    }
  }
  function zoom(maat, op) {
    var b = zicht[2] * maat, fx = op ? op[0] : 0.5, fy = op ? op[1] : 0.5;
    kijk([zicht[0] + (zicht[2] - b) * fx, zicht[1] + (zicht[3] - b / KAART.b * KAART.h) * fy, b]);
  }
  function schuif(dx, dy) { kijk([zicht[0] + dx * zicht[2], zicht[1] + dy * zicht[3], zicht[2]]); }
  function naarVorm(vorm, ruimte) {
    var doos = vorm.getBBox(), b = Math.max(doos.width, doos.height * KAART.b / KAART.h, KAART.b / 40) * ruimte;
    kijk([doos.x + doos.width / 2 - b / 2, doos.y + doos.height / 2 - b / KAART.b * KAART.h / 2, b]);
  }

  W.id('zoom-in').addEventListener('click', function () { zoom(STAP); });
  W.id('zoom-uit').addEventListener('click', function () { zoom(1 / STAP); });
  W.id('zoom-heel').addEventListener('click', function () { kijk(heel); });
  svg.addEventListener('keydown', function (toets) {
    var doen = {
      ArrowLeft: function () { schuif(-0.15, 0); }, ArrowRight: function () { schuif(0.15, 0); },
      ArrowUp: function () { schuif(0, -0.15); }, ArrowDown: function () { schuif(0, 0.15); },
      '+': function () { zoom(STAP); }, '=': function () { zoom(STAP); },
      '-': function () { zoom(1 / STAP); }, 0: function () { kijk(heel); }
    }[toets.key];
    if (doen && !toets.ctrlKey && !toets.metaKey) { toets.preventDefault(); doen(); }
  });
  svg.addEventListener('wheel', function (wiel) {
    if (!wiel.ctrlKey && document.activeElement !== svg) { return; }  // the page itself scrolls
    wiel.preventDefault();
    var doos = svg.getBoundingClientRect();
    zoom(wiel.deltaY < 0 ? STAP : 1 / STAP, [(wiel.clientX - doos.left) / doos.width, (wiel.clientY - doos.top) / doos.height]);
  }, { passive: false });

  // One pointer drags, two pinch; a press that did not move chooses.
  var wijzers = {}, bewogen = false;
  function afstand() {
    var sleutels = Object.keys(wijzers), a = wijzers[sleutels[0]], b = wijzers[sleutels[1]];
    return Math.hypot(a[0] - b[0], a[1] - b[1]);
  }
  svg.addEventListener('pointerdown', function (wijzer) {
    wijzers[wijzer.pointerId] = [wijzer.clientX, wijzer.clientY];
    bewogen = false;
  });
  svg.addEventListener('pointermove', function (wijzer) {
    var vorige = wijzers[wijzer.pointerId];
    if (!vorige) { return; }
    var aantal = Object.keys(wijzers).length, doos = svg.getBoundingClientRect();
    var dx = wijzer.clientX - vorige[0], dy = wijzer.clientY - vorige[1];
    if (!bewogen && Math.abs(dx) + Math.abs(dy) < 4) { return; }
    bewogen = true;
    var voor = aantal === 2 ? afstand() : 0;
    wijzers[wijzer.pointerId] = [wijzer.clientX, wijzer.clientY];
    if (aantal === 2) { zoom(voor / Math.max(afstand(), 1)); }
    else { schuif(-dx / doos.width, -dy / doos.height); }
  });
  ['pointerup', 'pointercancel', 'pointerleave'].forEach(function (naam) {
    svg.addEventListener(naam, function (wijzer) { delete wijzers[wijzer.pointerId]; });
  });
  svg.addEventListener('click', function (klik) {
    var code = klik.target.getAttribute('data-code');
    if (code && !bewogen) { window.location.hash = W.naarWijk(code); }
  });
  svg.addEventListener('mouseover', function (muis) {
    var vorm = muis.target, code = vorm.getAttribute('data-code');
    if (code && !vorm.firstChild) {
      vorm.appendChild(W.svg('title', {}, W.bijCode[code].naam + ', ' + W.bijCode[code].gemeente));
    }
  });

  // What the colours say: a list of groups, and the group of a wijk.
  function indeling() {
    var jaar = Number(jaarkeuze.value), periode = Number(periodekeuze.value);
    if (keuze.value === 'cluster') {
      return {
        kop: 'Cluster', titel: 'Cluster van de wijken',
        groepen: KERN.clusters.map(function (c, i) { return { naam: c.naam, klasse: 'c' + i }; }),
        van: function (wijk) { return wijk.cluster; }
      };
    }
    if (keuze.value === 'verandering') {
      var p = KERN.perioden[periode];
      return {
        kop: 'Verandering', titel: 'Verandering van de score, ' + p.van + '–' + p.tot,
        groepen: W.RICHTINGEN.map(function (r) { return { naam: W.hoofdletter(r.naam), klasse: r.klasse }; }),
        van: function (wijk) { var r = wijk.richtingen[periode]; return r === null ? -1 : 1 - r; }
      };
    }
    return {
      kop: 'Klasse', titel: 'Klasse van de score in ' + KERN.jaren[jaar],
      groepen: KERN.klassen.map(function (naam, i) { return { naam: (i + 1) + ' ' + naam, klasse: 'k' + (i + 1) }; }),
      van: function (wijk) { var v = wijk.scores[jaar]; return v === null ? -1 : W.klasse(v); }
    };
  }
  function kleur() {
    var deel = indeling(), aantallen = deel.groepen.map(function () { return 0; }), zonder = 0;
    W.wijken.forEach(function (wijk) {
      var groep = deel.van(wijk), vorm = vlakken[wijk.code];
      if (groep < 0) { zonder += 1; } else { aantallen[groep] += 1; }
      if (vorm) {
        vorm.setAttribute('class', (groep < 0 ? 'geen' : deel.groepen[groep].klasse) + (wijk.code === gekozen ? ' hier' : ''));
      }
    });
    var rijen = deel.groepen.map(function (groep, i) {
      return [[W.maak('span', { 'class': 'blokje ' + groep.klasse, 'aria-hidden': 'true' }), groep.naam], String(aantallen[i])];
    });
    if (zonder) {
      rijen.push([[W.maak('span', { 'class': 'blokje geen', 'aria-hidden': 'true' }), 'Niet bekend'], String(zonder)]);
    }
    var vakje = W.leeg(W.id('legenda'));
    vakje.appendChild(W.tabel({ id: 'kaarttabel' }, deel.titel, [deel.kop, 'Wijken'], rijen));
    W.id('jaarvak').hidden = keuze.value !== 'klasse';
    W.id('periodevak').hidden = keuze.value !== 'verandering';
  }

  KERN.jaren.forEach(function (jaar, i) { jaarkeuze.appendChild(W.maak('option', { value: i }, String(jaar))); });
  KERN.perioden.forEach(function (p, i) { periodekeuze.appendChild(W.maak('option', { value: i }, p.van + '–' + p.tot)); });
  jaarkeuze.value = String(KERN.jaren.length - 1);
  [keuze, jaarkeuze, periodekeuze].forEach(function (veld) {
    veld.addEventListener('change', function () { kleur(); W.bewaarKaart(); });
  });

  // The state of the map as it stands in an address, and back.
  W.kaartstand = function () {
    if (keuze.value === 'cluster') { return 'kaart=cluster'; }
    if (keuze.value === 'verandering') { return 'kaart=verandering&periode=' + periodekeuze.value; }
    var laatste = Number(jaarkeuze.value) === KERN.jaren.length - 1;
    return laatste ? '' : 'kaart=klasse&jaar=' + KERN.jaren[Number(jaarkeuze.value)];
  };
  W.zetKaart = function (stand) {
    var jaar = KERN.jaren.indexOf(Number(stand.jaar));
    keuze.value = ['cluster', 'verandering'].indexOf(stand.kaart) < 0 ? 'klasse' : stand.kaart;
    jaarkeuze.value = String(jaar < 0 ? KERN.jaren.length - 1 : jaar);
    periodekeuze.value = KERN.perioden[Number(stand.periode)] ? String(Number(stand.periode)) : '0';
    kleur();
  };
  W.wijsOpKaart = function (code) {
    var vorige = vlakken[gekozen], nu = vlakken[code];
    if (vorige) { vorige.classList.remove('hier'); }
    gekozen = code;
    if (!nu) { return; }
    nu.classList.add('hier');
    laag.appendChild(nu);  // drawn last, so that its edge is whole
    naarVorm(nu, punten ? 6 : 5);
  };
  W.naarGemeente = function (gemeente) {
    var eerste = null, doos = null;
    gemeente.wijken.forEach(function (wijk) {
      var vorm = vlakken[wijk.code];
      if (!vorm) { return; }
      eerste = vorm.getBBox();
      doos = doos ? [Math.min(doos[0], eerste.x), Math.min(doos[1], eerste.y), Math.max(doos[2], eerste.x + eerste.width), Math.max(doos[3], eerste.y + eerste.height)]
        : [eerste.x, eerste.y, eerste.x + eerste.width, eerste.y + eerste.height];
    });
    if (!doos) { return; }
    naarVorm({ getBBox: function () { return { x: doos[0], y: doos[1], width: doos[2] - doos[0], height: doos[3] - doos[1] }; } }, 1.25);
  };
  W.heleKaart = function () { kijk(heel); };
  kijk(heel);
})();
