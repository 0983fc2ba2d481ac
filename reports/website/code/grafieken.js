// The two figures of a page: scores over the years on fixed axes, and the dimensions.
(function () {
  'use strict';
  var W = window.WIJKEN, KERN = window.KERN;
  var B = 680, H = 340, LINKS = 40, RECHTS = 172, BOVEN = 12, ONDER = 28;
  // A line has a dash and a sign of its own: colour is never the only difference.
  var TEKENS = ['cirkel', 'vierkant', 'driehoek', 'ruit'];

  function jaarX(jaar) {
    var jaren = KERN.jaren, breed = jaren[jaren.length - 1] - jaren[0] || 1;
    return LINKS + (jaar - jaren[0]) / breed * (B - LINKS - RECHTS);
  }
  function scoreY(waarde) {
    return BOVEN + (KERN.assen.hoog - waarde) / (KERN.assen.hoog - KERN.assen.laag) * (H - BOVEN - ONDER);
  }

  function banden() {
    var randen = [KERN.assen.laag].concat(KERN.grenzen.filter(function (grens) {
      return grens > KERN.assen.laag && grens < KERN.assen.hoog;
    }), [KERN.assen.hoog]), uit = [];
    for (var i = 0; i < randen.length - 1; i += 1) {
      var klasse = W.klasse(randen[i]), y = scoreY(randen[i + 1]), hoog = scoreY(randen[i]) - y;
      uit.push(W.svg('rect', { x: LINKS, y: y, width: B - LINKS - RECHTS, height: hoog, 'class': klasse % 2 ? 'band' : 'band ander' }));
      if (hoog > 13) {
        uit.push(W.svg('text', { x: LINKS + 5, y: y + hoog / 2 + 4, 'class': 'bandnaam' }, (klasse + 1) + ' ' + KERN.klassen[klasse]));
      }
    }
    return uit;
  }
  function assen() {
    var uit = [], waarde;
    for (waarde = KERN.assen.laag; waarde <= KERN.assen.hoog; waarde += 100) {
      uit.push(W.svg('text', { x: LINKS - 6, y: scoreY(waarde) + 4, 'text-anchor': 'end' }, W.tiende(waarde)));
    }
    KERN.jaren.forEach(function (jaar) {
      uit.push(W.svg('text', { x: jaarX(jaar), y: H - 8, 'text-anchor': 'middle' }, String(jaar)));
    });
    return uit;
  }
  function teken(soort, x, y, klasse) {
    var r = 4.5;
    if (soort === 'vierkant') { return W.svg('rect', { x: x - r, y: y - r, width: 2 * r, height: 2 * r, 'class': klasse }); }
    if (soort === 'driehoek') { return W.svg('path', { d: 'M' + x + ' ' + (y - r - 1) + 'l5.5 9.5h-11z', 'class': klasse }); }
    if (soort === 'ruit') { return W.svg('path', { d: 'M' + x + ' ' + (y - 6) + 'l6 6l-6 6l-6 -6z', 'class': klasse }); }
    return W.svg('circle', { cx: x, cy: y, r: r, 'class': klasse });
  }

  // reeksen: {naam, scores, stijl (class of the line), teken (or '')}
  W.lijn = function (reeksen, alt) {
    var delen = banden().concat(assen()), einden = [];
    reeksen.forEach(function (reeks) {
      var pad = '', door = false, laatste = null, tekens = [];
      reeks.scores.forEach(function (waarde, i) {
        if (waarde === null) { door = false; return; }
        var x = jaarX(KERN.jaren[i]), y = scoreY(waarde);
        pad += (door ? 'L' : 'M') + x.toFixed(1) + ' ' + y.toFixed(1);
        if (reeks.teken) { tekens.push(teken(reeks.teken, x, y, 'teken ' + reeks.stijl)); }
        door = true;
        laatste = y;
      });
      if (laatste === null) { return; }
      delen.push(W.svg('path', { d: pad, 'class': 'reeks ' + reeks.stijl }));
      delen = delen.concat(tekens);
      einden.push({ y: laatste, reeks: reeks });
    });
    einden.sort(function (a, b) { return a.y - b.y; });
    var vorige = -99;
    einden.forEach(function (eind) {
      var y = Math.max(eind.y, vorige + 17), x = B - RECHTS + 8;
      vorige = y;
      delen.push(W.svg('path', { d: 'M' + x + ' ' + y + 'h26', 'class': 'reeks ' + eind.reeks.stijl }));
      if (eind.reeks.teken) { delen.push(teken(eind.reeks.teken, x + 13, y, 'teken ' + eind.reeks.stijl)); }
      var naam = eind.reeks.naam;
      delen.push(W.svg('text', { x: x + 32, y: y + 4 }, naam.length > 19 ? naam.slice(0, 18) + '…' : naam));
    });
    return W.svg('svg', { viewBox: '0 0 ' + B + ' ' + H, role: 'img', 'aria-label': alt, 'class': 'figuur' }, delen);
  };
  W.teken = function (plek) { return TEKENS[plek % TEKENS.length]; };

  // Every dimension from the first year (open) to the last (filled), on the same axis for all wijken.
  W.dimensiefiguur = function (dimensies, alt) {
    var d = KERN.dimensies, links = 190, rechts = 20, rij = 34, boven = 26, h = boven + rij * d.namen.length + 8;
    var x = function (waarde) { return links + (waarde - d.laag) / (d.hoog - d.laag) * (B - links - rechts); };
    var delen = [], streep;
    for (streep = Math.ceil(d.laag / 100) * 100; streep <= d.hoog; streep += 100) {
      delen.push(W.svg('path', { d: 'M' + x(streep) + ' ' + boven + 'V' + (h - 6), 'class': streep ? 'hulplijn' : 'hulplijn nul' }));
      if (streep % 200 === 0 || streep === 0) {
        delen.push(W.svg('text', { x: x(streep), y: boven - 8, 'text-anchor': 'middle' }, W.tiende(streep)));
      }
    }
    d.namen.forEach(function (naam, i) {
      var y = boven + rij * i + rij / 2, waarden = dimensies[i] ? dimensies[i][0] : [];
      delen.push(W.svg('text', { x: 0, y: y + 4 }, naam));
      if (waarden.length > 1 && waarden[0] !== null && waarden[1] !== null) {
        delen.push(W.svg('path', { d: 'M' + x(waarden[0]) + ' ' + y + 'H' + x(waarden[1]), 'class': 'verbinding' }));
      }
      waarden.forEach(function (waarde, k) {
        if (waarde !== null) { delen.push(W.svg('circle', { cx: x(waarde), cy: y, r: 6, 'class': k === waarden.length - 1 ? 'punt laatst' : 'punt eerst' })); }
      });
    });
    return W.svg('svg', { viewBox: '0 0 ' + B + ' ' + h, role: 'img', 'aria-label': alt, 'class': 'figuur' }, delen);
  };
})();
