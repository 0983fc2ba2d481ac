// Search for a wijk or gemeente by name or code: the combobox pattern of the WAI-ARIA practices.
(function () {
  'use strict';
  const W = window.WIJKEN;
  const MEEST = 12;
  // What people call a gemeente, beside its official name.
  const BIJNAMEN = { 's gravenhage': 'den haag', 's hertogenbosch': 'den bosch' };

  // Small letters and digits only: no accents, and an apostrophe is no mark between words.
  function kaal(tekst) {
    return tekst.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f’‘'`´]/g, '')
      .replace(/[^a-z0-9]+/g, ' ').trim();
  }
  function maakDoel(tekst, adres, code, naam, plaats, gewicht) {
    const zoeknaam = kaal(naam);
    const bijnaam = BIJNAMEN[plaats || zoeknaam] || '';
    return {
      tekst, adres, code: code.toLowerCase(), gewicht, naam: zoeknaam,
      plat: zoeknaam.replace(/ /g, ''),
      woorden: [zoeknaam, plaats, bijnaam].join(' ').trim().split(/ +/)
    };
  }
  function maakDoelen() {
    const gemeenten = W.gemeenten.map((g) =>
      maakDoel('Gemeente ' + g.naam, '#/gemeente/' + g.code, g.code, g.naam, '', 0));
    // among equals, a wijk of the study comes first
    const wijken = W.gemeenten.flatMap((g, i) => g.wijken.map((w) => maakDoel(W.volledig(w),
      W.wijkadres(w), w.code, w.naam, gemeenten[i].naam, w.gekozen ? 0.1 : 0.2)));
    return [...gemeenten, ...wijken];
  }
  let doelen = null; // made when someone searches: most readers of a link never do

  // Edits that make `getikt` the beginning of `woord` (Damerau-Levenshtein); stops beyond `hoogst`.
  function afstand(getikt, woord, hoogst) {
    const n = getikt.length;
    const m = Math.min(woord.length, n + hoogst);
    let eerder = [];
    let vorige = Array.from({ length: m + 1 }, (_, j) => j);
    for (let i = 1; i <= n; i += 1) {
      const rij = [i];
      for (let j = 1; j <= m; j += 1) {
        const anders = getikt[i - 1] === woord[j - 1] ? 0 : 1;
        rij[j] = Math.min(vorige[j] + 1, rij[j - 1] + 1, vorige[j - 1] + anders);
        if (i > 1 && j > 1 && getikt[i - 1] === woord[j - 2] && getikt[i - 2] === woord[j - 1]) {
          rij[j] = Math.min(rij[j], eerder[j - 2] + 1);
        }
      }
      if (Math.min(...rij) > hoogst) return hoogst + 1;
      eerder = vorige;
      vorige = rij;
    }
    // a mistake at the very end is one of the typed word, not of the rest of the name
    return Math.min(...vorige);
  }

  // How badly one typed word fits: 0 begins the name, above 3 with mistakes, null not at all.
  function past(woord, doel, ruim) {
    if (doel.naam.startsWith(woord)) return 0;
    if (doel.woorden.some((deel) => deel.startsWith(woord))) return 1;
    if (doel.naam.includes(woord)) return 2;
    if (!ruim || woord.length < 4) return null;
    const hoogst = woord.length < 8 ? 1 : 2;
    let beste = hoogst + 1;
    for (const deel of [...doel.woorden, doel.plat]) {
      if (deel.length > 2) beste = Math.min(beste, afstand(woord, deel, hoogst));
    }
    return beste > hoogst ? null : 3 + beste;
  }
  function weeg(doel, woorden, ruim) {
    const plat = woorden.join('');
    if (plat.length > 3 && (doel.code.startsWith(plat) || doel.code.slice(2).startsWith(plat))) {
      return doel.code === plat ? -2 : -1;
    }
    if (doel.naam === woorden.join(' ')) return doel.gewicht - 1;
    let som = doel.gewicht;
    for (const woord of woorden) {
      const hoe = past(woord, doel, ruim);
      if (hoe === null) return doel.plat.startsWith(plat) ? 1 : null;
      som += hoe;
    }
    return som;
  }
  function zoek(woorden, ruim) {
    const uit = [];
    doelen = doelen || maakDoelen();
    for (const doel of doelen) {
      const som = weeg(doel, woorden, ruim);
      if (som !== null) uit.push({ doel, som });
    }
    return uit.sort((a, b) => a.som - b.som).map((deel) => deel.doel);
  }
  // Mistakes are looked for only where nothing fits as it is typed.
  W.zoek = (vraag) => {
    const woorden = kaal(vraag).split(' ').filter(Boolean).slice(0, 8);
    if (!woorden.length) return [];
    const precies = zoek(woorden, false);
    return precies.length ? precies : zoek(woorden, true);
  };

  // ---- the field and its list
  const veld = W.id('zoek');
  const lijst = W.id('treffers');
  let keuzes = [];
  let plek = -1;

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
    W.gekozen(doel.adres);
  }
  function melding(aantal) {
    if (!kaal(veld.value)) return '';
    if (!aantal) {
      return 'Niets gevonden. Typ een deel van de naam, of zoek op de gemeente: ' +
        'haar blad noemt al haar [[gebieden]].';
    }
    if (aantal === 1) return 'Eén gevonden.';
    return aantal + ' gevonden' +
      (aantal > MEEST ? '; de eerste ' + MEEST + ' staan in de lijst.' : '.');
  }
  function optie(doel, i) {
    return W.maak('li', {
      role: 'option', id: 'treffer-' + i, 'aria-selected': 'false',
      // the field keeps the focus, so that the list is still there when the press ends
      mousedown: (gebeurtenis) => gebeurtenis.preventDefault(),
      click: () => ga(doel)
    }, doel.tekst);
  }
  function toon() {
    const alle = W.zoek(veld.value);
    keuzes = alle.slice(0, MEEST);
    sluit();
    lijst.replaceChildren(...keuzes.map(optie));
    lijst.hidden = !keuzes.length;
    veld.setAttribute('aria-expanded', String(keuzes.length > 0));
    W.meld(melding(alle.length));
  }
  function wijs(nieuw) {
    if (!keuzes.length) return;
    plek = (nieuw + keuzes.length) % keuzes.length;
    [...lijst.children].forEach((li, i) => li.setAttribute('aria-selected', String(i === plek)));
    veld.setAttribute('aria-activedescendant', 'treffer-' + plek);
    lijst.children[plek].scrollIntoView({ block: 'nearest' });
  }
  const TOETSEN = {
    ArrowDown: () => { if (lijst.hidden) toon(); wijs(plek + 1); },
    ArrowUp: () => { if (lijst.hidden) toon(); wijs(plek < 0 ? keuzes.length - 1 : plek - 1); },
    Enter: () => { if (lijst.hidden) toon(); if (keuzes.length) ga(keuzes[Math.max(plek, 0)]); },
    Escape: () => { if (lijst.hidden) { veld.value = ''; W.meld(''); } sluit(); }
  };
  veld.addEventListener('input', toon);
  veld.addEventListener('blur', sluit);
  veld.addEventListener('keydown', (toets) => {
    if (!Object.hasOwn(TOETSEN, toets.key) || toets.isComposing) return;
    toets.preventDefault();
    TOETSEN[toets.key]();
  });
  W.id('zoekformulier').addEventListener('submit', (gebeurtenis) => gebeurtenis.preventDefault());
})();
