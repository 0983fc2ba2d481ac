// Search for a wijk or gemeente by name or code: the combobox pattern of the WAI-ARIA practices.
(function () {
  'use strict';
  var W = window.WIJKEN;
  var MEEST = 12;

  // Without capitals, accents and apostrophes; everything else that is no letter or digit is a space.
  function kaal(tekst) {
    return tekst.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f’'`´]/g, '')
      .replace(/[^a-z0-9]+/g, ' ').trim();
  }

  var doelen = [];
  W.gemeenten.forEach(function (gemeente) {
    doelen.push({ tekst: 'Gemeente ' + gemeente.naam, adres: '#/gemeente/' + gemeente.code, kaal: kaal(gemeente.naam), code: gemeente.code.toLowerCase(), gewicht: 0 });
  });
  W.wijken.forEach(function (wijk) {
    doelen.push({ tekst: wijk.naam + ', ' + wijk.gemeente, adres: W.naarWijk(wijk.code), kaal: kaal(wijk.naam), code: wijk.code.toLowerCase(), gewicht: wijk.gekozen ? 0 : 0.2, erbij: kaal(wijk.gemeente) });
  });
  doelen.forEach(function (doel) {
    doel.woorden = (doel.kaal + ' ' + (doel.erbij || '')).trim().split(' ');
  });

  // Edits to make one word the beginning of another (Damerau-Levenshtein), or more than `hoogst`.
  function afstand(getikt, woord, hoogst) {
    var n = getikt.length, m = Math.min(woord.length, n + hoogst), vorige2 = [], vorige = [], rij = [], i, j;
    for (j = 0; j <= m; j += 1) { vorige[j] = j; }
    for (i = 1; i <= n; i += 1) {
      rij = [i];
      var laagst = i;
      for (j = 1; j <= m; j += 1) {
        var kosten = getikt[i - 1] === woord[j - 1] ? 0 : 1;
        rij[j] = Math.min(vorige[j] + 1, rij[j - 1] + 1, vorige[j - 1] + kosten);
        if (i > 1 && j > 1 && getikt[i - 1] === woord[j - 2] && getikt[i - 2] === woord[j - 1]) {
          rij[j] = Math.min(rij[j], vorige2[j - 2] + 1);
        }
        laagst = Math.min(laagst, rij[j]);
      }
      if (laagst > hoogst) { return hoogst + 1; }
      vorige2 = vorige; vorige = rij;
    }
    return Math.min.apply(null, rij);
  }

  // How badly one typed word fits: 0 begins a name, 3 and more has typing mistakes, null does not fit.
  function past(woord, doel, ruim) {
    if (doel.code === woord) { return -1; }
    if (doel.kaal.indexOf(woord) === 0) { return 0; }
    if (doel.woorden.some(function (deel) { return deel.indexOf(woord) === 0; })) { return 1; }
    if (doel.kaal.indexOf(woord) > 0) { return 2; }
    if (!ruim || woord.length < 4) { return null; }
    var hoogst = woord.length < 8 ? 1 : 2, beste = hoogst + 1;
    doel.woorden.concat(doel.kaal.replace(/ /g, '')).forEach(function (deel) {
      if (deel.length > 2) { beste = Math.min(beste, afstand(woord, deel, hoogst)); }
    });
    return beste > hoogst ? null : 3 + beste;
  }

  function zoek(vraag, ruim) {
    var woorden = kaal(vraag).split(' ').filter(Boolean), uit = [];
    if (!woorden.length) { return uit; }
    doelen.forEach(function (doel, plek) {
      var som = doel.gewicht;
      for (var i = 0; i < woorden.length; i += 1) {
        var hoe = past(woorden[i], doel, ruim);
        if (hoe === null) { return; }
        som += hoe;
      }
      uit.push({ doel: doel, som: som + (doel.kaal === woorden.join(' ') ? -1 : 0), plek: plek });
    });
    return uit.sort(function (a, b) { return a.som - b.som || a.plek - b.plek; });
  }
  // Typing mistakes are looked for only where nothing fits as it is typed.
  W.zoek = function (vraag) {
    var precies = zoek(vraag, false);
    var gevonden = precies.length ? precies : zoek(vraag, true);
    return gevonden.map(function (deel) { return deel.doel; });
  };

  var veld = W.id('zoek'), lijst = W.id('treffers'), keuzes = [], plek = -1;

  function sluit() {
    lijst.hidden = true;
    veld.setAttribute('aria-expanded', 'false');
    veld.removeAttribute('aria-activedescendant');
    plek = -1;
  }
  function ga(doel) {
    veld.value = '';
    sluit();
    W.meld('');
    window.location.hash = doel.adres;
  }
  function toon() {
    var alle = W.zoek(veld.value);
    keuzes = alle.slice(0, MEEST);
    W.leeg(lijst);
    plek = -1;
    keuzes.forEach(function (doel, i) {
      lijst.appendChild(W.maak('li', {
        role: 'option', id: 'treffer-' + i, 'aria-selected': 'false',
        // before the field loses its focus, and with it the list
        mousedown: function (gebeurtenis) { gebeurtenis.preventDefault(); ga(doel); }
      }, doel.tekst));
    });
    lijst.hidden = !keuzes.length;
    veld.setAttribute('aria-expanded', String(keuzes.length > 0));
    veld.removeAttribute('aria-activedescendant');
    if (!veld.value.trim()) { W.meld(''); }
    else if (!alle.length) { W.meld('Niets gevonden. Probeer een deel van de naam, of de naam van de gemeente.'); }
    else { W.meld(alle.length === 1 ? 'Eén gevonden.' : alle.length + ' gevonden' + (alle.length > MEEST ? '; de eerste ' + MEEST + ' staan in de lijst.' : '.')); }
  }
  function wijs(nieuw) {
    if (!keuzes.length) { return; }
    plek = (nieuw + keuzes.length) % keuzes.length;
    Array.prototype.forEach.call(lijst.children, function (li, i) { li.setAttribute('aria-selected', String(i === plek)); });
    veld.setAttribute('aria-activedescendant', 'treffer-' + plek);
    lijst.children[plek].scrollIntoView({ block: 'nearest' });
  }

  veld.addEventListener('input', toon);
  veld.addEventListener('blur', sluit);
  veld.addEventListener('keydown', function (toets) {
    if (toets.key === 'ArrowDown') { toets.preventDefault(); if (lijst.hidden) { toon(); } wijs(plek + 1); }
    else if (toets.key === 'ArrowUp') { toets.preventDefault(); wijs(plek < 0 ? keuzes.length - 1 : plek - 1); }
    else if (toets.key === 'Enter') { toets.preventDefault(); if (keuzes.length && !lijst.hidden) { ga(keuzes[Math.max(plek, 0)]); } }
    else if (toets.key === 'Escape') { if (lijst.hidden) { veld.value = ''; W.meld(''); } sluit(); }
  });
})();
