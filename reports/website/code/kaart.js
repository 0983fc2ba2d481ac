// The map: areas (or points) coloured by class, cluster or change; its legend is its table.
(function () {
  'use strict';
  const W = window.WIJKEN;
  const KERN = window.KERN;
  const KAART = window.KAART;
  const STAP = 0.6;
  const LETTER = 38; // letters of a name are this part of the width; as in the style sheet
  const MEEST_IN = 60; // times: beyond this the simplified borders are only straight lines
  const BEURT = 100; // milliseconds of work on shapes before the page answers someone who types
  const [keuze, jaarkeuze, periodekeuze] = ['kaartkeuze', 'jaar', 'periode'].map(W.id);
  const EINDE = KERN.jaren.length - 1;
  const SOORTEN = ['klasse', 'cluster', 'verandering'];
  const heel = [0, 0, KAART.b, KAART.h];
  const vlakken = new Map();
  let zicht = heel;
  let rond = null; // the gemeente whose page is open
  let kruis = null; // where the keyboard points, while it does

  // ---- drawing
  const water = W.svg('rect', { class: 'water', width: KAART.b, height: KAART.h }); // can be grabbed
  const laag = W.svg('g', { class: 'vlakken' });
  const rand = W.svg('g', { class: 'rand' }); // the edge of the chosen wijk, over all others
  const namen = W.svg('g', { class: 'stadnamen' });
  // of a thousand to the width in view; open in the middle, so that it hides nothing
  const arm = 'M-40 0h28M12 0h28M0-40v28M0 12v28';
  const kruisteken = [W.svg('path', { class: 'licht', d: arm }), W.svg('path', { class: 'donker', d: arm })];
  const svg = W.svg('svg', {
    viewBox: heel.join(' '), tabindex: '0', role: 'application', 'aria-roledescription': 'kaart',
    'aria-label': 'Kaart van de [[gebieden]]. Pijltjes verplaatsen het kruis, met Shift in kleine stappen, ' +
      'plus en min zoomen, nul toont alles, Enter kiest de [[gebied]] onder het kruis. Onder de kaart ' +
      'staat een tabel met dezelfde aantallen.'
  }, W.svg('g', { 'aria-hidden': 'true' }, water, laag, rand, namen,
    W.svg('g', { class: 'rand kruis' }, kruisteken)));

  function vorm(code, kenmerken) {
    const d = KAART.paden[code];
    if (d) return W.vorm('path', { d, ...kenmerken });
    const [cx, cy] = KAART.punten[code] || [];
    return cx === undefined ? null : W.vorm('circle', { cx, cy, ...kenmerken });
  }
  function klasseVan(deel, wijk) {
    const groep = deel.van(wijk);
    return (groep < 0 ? 'geen' : deel.groepen[groep].klasse) + (wijk.gemeente === rond ? ' erbij' : '');
  }
  // Shapes enter the page with their colour: each of them is styled and painted once.
  function maakVlakken(wijken) {
    const deel = indeling();
    const tot = performance.now() + BEURT;
    const nieuw = [];
    while (wijken.length && performance.now() < tot) {
      const wijk = wijken.pop();
      const vlak = vorm(wijk.code, { 'data-code': wijk.code, class: klasseVan(deel, wijk) });
      if (!vlak) continue;
      vlakken.set(wijk.code, vlak);
      nieuw.push(vlak);
    }
    laag.append(...nieuw);
  }
  // The shapes come when the page itself was drawn; most computers need one turn for all of them.
  W.tekenKaart = async () => {
    const wijken = [...W.wijken].reverse();
    await new Promise((door) => { window.requestAnimationFrame(door); });
    while (wijken.length) {
      await new Promise((door) => { window.setTimeout(door); }); // after what was drawn or typed
      maakVlakken(wijken);
    }
  };
  for (const [naam, x, y] of KAART.steden) {
    const deel = x / KAART.b; // a name near the edge stays within the map
    const anker = deel < 0.12 ? 'start' : deel > 0.88 ? 'end' : 'middle';
    namen.append(W.svg('text', { x, y, 'text-anchor': anker }, naam));
  }
  W.id('kaart').append(svg);

  // ---- looking: the view box moves, names and points keep their size on the screen
  const MET_MAAT = Object.keys(KAART.punten).length ? [laag, rand, namen] : [namen];
  let gevraagd = false;
  function teken() {
    gevraagd = false;
    svg.setAttribute('viewBox', zicht.join(' '));
    // on the parts that use it only: on the whole map, every move would style every shape again
    for (const deel of MET_MAAT) deel.style.setProperty('--maat', zicht[2] + 'px');
    svg.classList.toggle('ingezoomd', zicht[2] < KAART.b * 0.99);
    kiesNamen(zicht[2] / LETTER);
    tekenKruis();
  }
  function vraagTekening() {
    if (gevraagd) return;
    gevraagd = true;
    window.requestAnimationFrame(teken); // many moves of a finger are one drawing
  }
  // A name that would run through that of a larger city is left out, as are all names from close by.
  function kiesNamen(letter) {
    const dichtbij = zicht[2] < KAART.b / 8;
    const bezet = [];
    KAART.steden.forEach(([naam, x, y], i) => {
      const half = naam.length * letter * 0.32;
      const vrij = !dichtbij &&
        bezet.every((b) => Math.abs(b.y - y) > letter * 1.2 || Math.abs(b.x - x) > b.half + half);
      if (vrij) bezet.push({ x, y, half });
      namen.children[i].setAttribute('class', vrij ? '' : 'weg');
    });
  }
  function kijk([x, y, breed]) {
    const b = Math.min(Math.max(breed, KAART.b / MEEST_IN), KAART.b);
    const h = (b / KAART.b) * KAART.h;
    const binnen = (waarde, meest) => Math.min(Math.max(waarde, 0), meest);
    zicht = [binnen(x, KAART.b - b), binnen(y, KAART.h - h), b, h];
    vraagTekening();
  }
  function zoom(maat, [fx, fy] = [0.5, 0.5]) {
    const [x, y, b, h] = zicht;
    const nieuw = Math.min(Math.max(b * maat, KAART.b / MEEST_IN), KAART.b);
    kijk([x + (b - nieuw) * fx, y + (h - (nieuw / KAART.b) * KAART.h) * fy, nieuw]);
  }
  function schuif(dx, dy) {
    const [x, y, b, h] = zicht;
    kijk([x + dx * b, y + dy * h, b]);
  }
  // The corners of each ring, from the data: asking the browser would have it lay out the page first.
  const bekend = new Map();
  function ringen(code) {
    if (!bekend.has(code)) bekend.set(code, leesRingen(KAART.paden[code] || ''));
    return bekend.get(code);
  }
  function leesRingen(pad) {
    return pad.split('M').slice(1).map((ring) => {
      const stappen = ring.match(/-?\d+/g).map(Number); // where it begins, then every step
      const uit = [];
      let [x, y] = [0, 0];
      for (let i = 0; i < stappen.length; i += 2) {
        [x, y] = [x + stappen[i], y + stappen[i + 1]];
        uit.push([x, y]);
      }
      return uit;
    });
  }
  // Bring these wijken in view, with as much around them as `ruimte` times their size.
  function naar(wijken, ruimte, minstens) {
    const plekken = wijken.flatMap(({ code }) =>
      (KAART.punten[code] ? [KAART.punten[code]] : ringen(code).flat()));
    if (!plekken.length) { kijk(heel); return; }
    const uiterst = (welk, as) => plekken.reduce((tot, plek) => welk(tot, plek[as]), plekken[0][as]);
    const [x0, y0] = [0, 1].map((as) => uiterst(Math.min, as));
    const breed = uiterst(Math.max, 0) - x0;
    const hoog = uiterst(Math.max, 1) - y0;
    const b = Math.max(Math.max(breed, (hoog * KAART.b) / KAART.h) * ruimte, KAART.b * minstens);
    kijk([x0 + breed / 2 - b / 2, y0 + hoog / 2 - ((b / KAART.b) * KAART.h) / 2, b]);
  }
  W.id('zoom-in').addEventListener('click', () => zoom(STAP));
  W.id('zoom-uit').addEventListener('click', () => zoom(1 / STAP));
  W.id('zoom-heel').addEventListener('click', () => kijk(heel));

  // ---- the keyboard: a cross in the middle of the view, which goes on to the edges where the view ends
  const midden = () => [zicht[0] + zicht[2] / 2, zicht[1] + zicht[3] / 2];
  // Whether a line to the right of a point crosses the edges of a shape an odd number of times.
  function bevat(code, [px, py]) {
    let binnen = false;
    for (const ring of ringen(code)) {
      ring.forEach(([x, y], i) => {
        const [vx, vy] = ring[(i || ring.length) - 1];
        if (y > py !== vy > py && px < ((vx - x) * (py - y)) / (vy - y) + x) binnen = !binnen;
      });
    }
    return binnen;
  }
  function opPlek(plek) {
    const ver = (wijk) => Math.hypot(KAART.punten[wijk.code][0] - plek[0], KAART.punten[wijk.code][1] - plek[1]);
    const [eerst] = W.wijken.filter((wijk) => KAART.punten[wijk.code]).sort((a, b) => ver(a) - ver(b));
    if (eerst && ver(eerst) < zicht[2] / 15) return eerst; // near enough to a point
    return W.wijken.find((wijk) => KAART.paden[wijk.code] && bevat(wijk.code, plek));
  }
  function benoem(wijk) { return wijk ? W.volledig(wijk) + ': ' + indeling().woord(wijk) : ''; }
  function tekenKruis() {
    svg.classList.toggle('met-kruis', kruis !== null);
    if (!kruis) return;
    for (const deel of kruisteken) {
      deel.setAttribute('transform', `translate(${kruis.join(' ')}) scale(${zicht[2] / 1000})`);
    }
    const tekst = benoem(opPlek(kruis));
    W.id('kaartnaam').textContent = tekst;
    const stem = W.id('kaartstem');
    if (stem.textContent !== (tekst || 'Geen [[gebied]]')) stem.textContent = tekst || 'Geen [[gebied]]';
  }
  function zetKruis(plek) {
    kruis = plek && plek.map((waarde, as) => Math.min(Math.max(waarde, 0), heel[as + 2]));
    if (!kruis) W.id('kaartnaam').textContent = W.id('kaartstem').textContent = '';
    vraagTekening();
  }
  function loop(dx, dy, klein) {
    const stap = zicht[2] * (klein ? 0.03 : 0.15);
    const [x, y] = kruis || midden();
    zetKruis([x + dx * stap, y + dy * stap]);
    kijk([kruis[0] - zicht[2] / 2, kruis[1] - zicht[3] / 2, zicht[2]]);
  }
  function kruiszoom(maat) {
    const [x, y] = kruis || midden();
    zoom(maat, [(x - zicht[0]) / zicht[2], (y - zicht[1]) / zicht[3]]);
    zetKruis([x, y]);
  }
  const TOETSEN = {
    ArrowLeft: (klein) => loop(-1, 0, klein), ArrowRight: (klein) => loop(1, 0, klein),
    ArrowUp: (klein) => loop(0, -1, klein), ArrowDown: (klein) => loop(0, 1, klein),
    '+': () => kruiszoom(STAP), '=': () => kruiszoom(STAP), '-': () => kruiszoom(1 / STAP),
    0: () => { kijk(heel); zetKruis(midden()); },
    Enter: () => {
      const wijk = kruis && opPlek(kruis);
      if (wijk) W.gekozen(W.wijkadres(wijk));
    }
  };
  svg.addEventListener('keydown', (toets) => {
    if (toets.ctrlKey || toets.metaKey || toets.altKey) return; // those belong to the browser
    if (!Object.hasOwn(TOETSEN, toets.key)) return;
    toets.preventDefault();
    TOETSEN[toets.key](toets.shiftKey);
  });
  svg.addEventListener('focus', () => { if (svg.matches(':focus-visible')) zetKruis(midden()); });
  svg.addEventListener('blur', () => zetKruis(null));
  // Where the map itself is drawn: on a low screen there is water on both sides of it.
  function raam() {
    const doos = svg.getBoundingClientRect();
    const schaal = Math.min(doos.width / zicht[2], doos.height / zicht[3]);
    const [breed, hoog] = [zicht[2] * schaal, zicht[3] * schaal];
    return { breed, hoog, links: doos.left + (doos.width - breed) / 2, boven: doos.top + (doos.height - hoog) / 2 };
  }
  function plekVan(wijzer) {
    const { links, boven, breed, hoog } = raam();
    return [(wijzer.clientX - links) / breed, (wijzer.clientY - boven) / hoog];
  }
  svg.addEventListener('wheel', (wiel) => {
    // someone who scrolls the page past the map did not ask the map to zoom
    if (!wiel.ctrlKey && document.activeElement !== svg) return;
    wiel.preventDefault();
    zoom(wiel.deltaY < 0 ? STAP : 1 / STAP, plekVan(wiel));
  }, { passive: false });

  // ---- fingers and mouse: one drags, two pinch, a press that did not move chooses
  const wijzers = new Map();
  let bewogen = false;
  function spreiding() {
    const [a, b] = [...wijzers.values()];
    return { afstand: Math.hypot(a[0] - b[0], a[1] - b[1]), midden: [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2] };
  }
  function trek(wijzer) {
    const vorige = wijzers.get(wijzer.pointerId);
    if (!vorige) return;
    const nu = plekVan(wijzer);
    const { breed, hoog } = raam();
    const stap = Math.hypot((nu[0] - vorige[0]) * breed, (nu[1] - vorige[1]) * hoog);
    if (!bewogen && stap < 5) return; // a hand is never quite still
    bewogen = true;
    if (wijzers.size === 2) {
      const voor = spreiding();
      wijzers.set(wijzer.pointerId, nu);
      const na = spreiding();
      zoom(voor.afstand / Math.max(na.afstand, 0.01), na.midden);
    } else {
      wijzers.set(wijzer.pointerId, nu);
      schuif(vorige[0] - nu[0], vorige[1] - nu[1]);
    }
  }
  function los(wijzer) { wijzers.delete(wijzer.pointerId); }
  svg.addEventListener('pointerdown', (wijzer) => {
    if (!wijzers.size) bewogen = false;
    if (kruis) zetKruis(null); // the hand points now
    wijzers.set(wijzer.pointerId, plekVan(wijzer));
  });
  svg.addEventListener('pointermove', trek);
  for (const soort of ['pointerup', 'pointercancel', 'pointerleave']) svg.addEventListener(soort, los);
  function wijkVan(gebeurtenis) {
    return W.bijCode.get(gebeurtenis.target.getAttribute('data-code'));
  }
  svg.addEventListener('click', (klik) => {
    const wijk = wijkVan(klik);
    if (wijk && !bewogen) W.gekozen(W.wijkadres(wijk));
  });
  svg.addEventListener('pointerover', (wijzer) => {
    const wijk = wijkVan(wijzer);
    W.id('kaartnaam').textContent = benoem(wijk);
  });
  svg.addEventListener('pointerleave', () => { W.id('kaartnaam').textContent = ''; });

  // ---- what the colours say: groups, the group of a wijk (-1 when unknown), and its word
  const INDELINGEN = {
    klasse() {
      const jaar = Number(jaarkeuze.value);
      const van = (wijk) => (wijk.scores[jaar] === null ? -1 : W.klasse(wijk.scores[jaar]));
      return {
        kop: 'Klasse', titel: 'Klasse in ' + KERN.jaren[jaar], van,
        groepen: KERN.klassen.map((naam, i) => ({ naam: i + 1 + ' ' + naam, klasse: 'k' + (i + 1) })),
        uitleg: 'Van laag naar hoog: klasse 1 tot en met 9. De score is een schatting met een meetfout.',
        woord: (wijk) => (van(wijk) < 0 ? 'geen score' : W.klassenaam(wijk.scores[jaar]))
      };
    },
    cluster() {
      return {
        kop: 'Cluster', titel: 'Cluster van de [[gebieden]]', van: (wijk) => wijk.cluster,
        groepen: KERN.clusters.map((cluster, i) => ({ naam: cluster.naam, klasse: 'c' + i })),
        uitleg: 'Alle [[gebieden]] zijn volgens dezelfde regel ingedeeld; de studie gaat over de ' +
          'geselecteerde [[gebieden]]. Met een andere marge of grens vallen sommige [[gebieden]] anders uit.',
        woord: (wijk) => KERN.clusters[wijk.cluster].naam
      };
    },
    verandering() {
      const plek = Number(periodekeuze.value);
      const marge = KERN.editie.marge;
      return {
        kop: 'Verandering', titel: 'Verandering van de score, ' + W.periode(plek),
        groepen: W.RICHTINGEN.map((r) =>
          ({ naam: W.hoofdletter(r.naam) + (r.waarde ? '' : ' van ' + marge), klasse: r.klasse })),
        van: (wijk) => W.RICHTINGEN.findIndex((r) => r.waarde === wijk.richtingen[plek]),
        uitleg: 'Gestegen en gedaald: meer dan de marge van ' + marge +
          ' punt. Een kleinere verandering heet binnen de marge.',
        woord: (wijk) => W.richting(wijk.richtingen[plek]).naam
      };
    }
  };
  function indeling() { return INDELINGEN[keuze.value](); }

  function verf(wijken, deel) {
    for (const wijk of wijken) {
      const vlak = vlakken.get(wijk.code);
      if (vlak) vlak.setAttribute('class', klasseVan(deel, wijk));
    }
  }
  function tel(deel) {
    const aantallen = new Map();
    for (const wijk of W.wijken) {
      const groep = deel.van(wijk);
      aantallen.set(groep, (aantallen.get(groep) || 0) + 1);
    }
    return aantallen;
  }
  function balk(aantal, meest, klasse) {
    return W.svg('svg', { class: 'balk', viewBox: '0 0 100 10', 'aria-hidden': 'true',
      preserveAspectRatio: 'none' }, W.svg('rect', {
      class: klasse, width: ((aantal / meest) * 100).toFixed(1), height: 10 }));
  }
  function kleur() {
    const deel = indeling();
    const aantallen = tel(deel);
    verf(W.wijken, deel);
    const meest = Math.max(...aantallen.values(), 1);
    const groepen = deel.groepen.map((groep, i) => [groep, aantallen.get(i) || 0]);
    if (aantallen.has(-1)) groepen.push([{ naam: 'Niet bekend', klasse: 'geen' }, aantallen.get(-1)]);
    const rijen = groepen.map(([groep, aantal]) =>
      [[W.blokje(groep.klasse), groep.naam], [balk(aantal, meest, groep.klasse), W.maak('span', { class: 'aantal' }, String(aantal))]]);
    W.id('legenda').replaceChildren(
      W.tabel({ id: 'kaarttabel' }, deel.titel, [deel.kop, 'Aantal [[gebieden]]'], rijen, [1]));
    W.id('kaartuitleg').textContent = deel.uitleg;
    W.id('jaarvak').hidden = keuze.value !== 'klasse';
    W.id('periodevak').hidden = keuze.value !== 'verandering';
  }

  // ---- choices, and the state of the map as it stands in an address
  jaarkeuze.append(...KERN.jaren.map((jaar, i) => W.maak('option', { value: i }, String(jaar))));
  periodekeuze.append(...KERN.perioden.map((_, i) => W.maak('option', { value: i }, W.periode(i))));
  jaarkeuze.value = String(EINDE);
  for (const veld of [keuze, jaarkeuze, periodekeuze]) {
    veld.addEventListener('change', () => { kleur(); W.bewaarKaart(); });
  }
  W.kaartstand = () => {
    if (keuze.value === 'cluster') return '?kaart=cluster';
    if (keuze.value === 'verandering') return '?kaart=verandering&periode=' + periodekeuze.value;
    const jaar = Number(jaarkeuze.value);
    return jaar === EINDE ? '' : '?kaart=klasse&jaar=' + KERN.jaren[jaar];
  };
  W.zetKaart = (stand) => {
    const jaar = KERN.jaren.indexOf(Number(stand.get('jaar')));
    const periode = Number(stand.get('periode'));
    keuze.value = SOORTEN.includes(stand.get('kaart')) ? stand.get('kaart') : 'klasse';
    jaarkeuze.value = String(jaar < 0 ? EINDE : jaar);
    periodekeuze.value = String(KERN.perioden[periode] ? periode : 0);
    kleur();
  };

  // ---- where the open page is: a wijk has an edge, a gemeente stands out
  function omlijn(wijk) {
    const lijnen = wijk ? ['licht', 'donker'].map((soort) => vorm(wijk.code, { class: soort })) : [];
    rand.replaceChildren(...lijnen.filter(Boolean));
  }
  W.opKaart = (wijk, gemeente) => {
    const anders = rond === gemeente ? [] : [rond, gemeente].filter(Boolean);
    rond = gemeente;
    laag.classList.toggle('gedimd', rond !== null);
    verf(anders.flatMap((g) => g.wijken), indeling());
    omlijn(wijk);
    if (wijk) naar([wijk], 5, 0.09);
    else if (gemeente) naar(gemeente.wijken, 1.25, 0.05);
    else kijk(heel);
  };
  teken();
})();
