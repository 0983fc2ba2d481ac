// The two figures: scores over the years on fixed axes with the classes, and the five dimensions.
(function () {
  'use strict';
  const W = window.WIJKEN;
  const KERN = window.KERN;
  const SMAL = 560; // below this there is no room for words beside the lines
  const BOVEN = 10;
  const ONDER = 26;
  // A line has a dash (in the style sheet) and a mark of its own: colour is never the only difference.
  W.TEKENS = ['cirkel', 'vierkant', 'driehoek', 'ruit'];

  const p = (getal) => Number(getal.toFixed(1));
  const tekst = (x, y, woorden, kenmerken) => W.svg('text', { x: p(x), y: p(y), ...kenmerken }, woorden);

  // A figure draws itself to the width it gets, so that its letters stay readable on a telephone.
  W.tekening = (id, teken) => {
    const vak = W.maak('div', { id, class: 'tekening' });
    vak.teken = teken;
    return vak;
  };
  // maat: breed (what there is) and hoog (on paper, where a figure must be low)
  W.teken = (vak, { breed, hoog = 0 }) => {
    const breedte = Math.max(Math.round(breed || 640), 240);
    if (vak.breedte === breedte && vak.hoog === hoog) return;
    Object.assign(vak, { breedte, hoog });
    vak.replaceChildren(...vak.teken(breedte, hoog));
  };
  const VORMEN = {
    cirkel: (x, y) => ['circle', { cx: p(x), cy: p(y), r: 4.5 }],
    vierkant: (x, y) => ['rect', { x: p(x - 4.2), y: p(y - 4.2), width: 8.4, height: 8.4 }],
    driehoek: (x, y) => ['path', { d: `M${p(x)} ${p(y - 5.8)}l5.6 9.6h-11.2z` }],
    ruit: (x, y) => ['path', { d: `M${p(x)} ${p(y - 6.2)}l6.2 6.2l-6.2 6.2l-6.2 -6.2z` }]
  };
  function merk(soort, x, y, stijl) {
    const [naam, maten] = VORMEN[soort](x, y);
    return W.svg(naam, { ...maten, class: 'teken ' + stijl });
  }
  function sleutel(reeks, x, y) {
    return [
      W.svg('path', { d: `M${p(x)} ${p(y)}h28`, class: 'reeks ' + reeks.stijl }),
      reeks.teken ? merk(reeks.teken, x + 14, y, reeks.stijl) : null
    ];
  }

  W.sleutel = (reeks) =>
    W.svg('svg', { viewBox: '0 0 32 14', 'aria-hidden': 'true' }, sleutel(reeks, 2, 7));

  // ---- scores over the years
  function maten(breedte, hoogte, langst) {
    const smal = breedte < SMAL;
    const m = { smal, breedte, hoogte: hoogte || (smal ? 300 : 370), links: 36, strook: 8 };
    m.eerste = m.links + m.strook + (smal ? 24 : 128); // names of classes stand before the first year
    m.laatste = breedte - (smal ? 14 : 62 + 7.5 * langst);
    m.rechts = smal ? breedte : m.laatste + 12;
    const jaren = KERN.jaren;
    const duur = jaren[jaren.length - 1] - jaren[0] || 1;
    m.x = (jaar) => m.eerste + ((jaar - jaren[0]) / duur) * (m.laatste - m.eerste);
    const { laag, hoog } = KERN.assen;
    m.y = (waarde) => BOVEN + ((hoog - waarde) / (hoog - laag)) * (m.hoogte - BOVEN - ONDER);
    return m;
  }
  function banden(m) {
    const { laag, hoog } = KERN.assen;
    const randen = [laag, ...KERN.grenzen.filter((grens) => grens > laag && grens < hoog), hoog];
    return randen.slice(0, -1).map((onder, i) => {
      const klasse = W.klasse(onder);
      const y = p(m.y(randen[i + 1]));
      const dik = p(m.y(onder) - m.y(randen[i + 1]));
      const naam = m.smal ? String(klasse + 1) : klasse + 1 + ' ' + KERN.klassen[klasse];
      return [
        W.svg('rect', { x: m.links + m.strook, y, width: p(m.rechts - m.links - m.strook), height: dik,
          class: klasse % 2 ? 'band' : 'band ander' }),
        W.svg('rect', { x: m.links, y, width: m.strook, height: dik, class: 'strook k' + (klasse + 1) }),
        dik > 12 ? tekst(m.links + m.strook + 6, y + dik / 2 + 4, naam, { class: 'bandnaam' }) : null
      ];
    });
  }
  function assen(m) {
    const uit = [];
    const stap = KERN.assen.hoog - KERN.assen.laag > 1000 ? 200 : 100;
    const laagste = Math.ceil(KERN.assen.laag / stap) * stap;
    for (let waarde = laagste; waarde <= KERN.assen.hoog; waarde += stap) {
      uit.push(tekst(m.links - 5, m.y(waarde) + 4, W.tiende(waarde), { 'text-anchor': 'end' }));
    }
    let vorige = Infinity; // from the last year back: the years that fit
    for (const jaar of [...KERN.jaren].reverse()) {
      const x = m.x(jaar);
      const past = vorige - x > 34;
      uit.push(W.svg('path', { d: `M${p(x)} ${m.hoogte - ONDER}v${past ? 6 : 4}`, class: 'streepje' }));
      if (!past) continue;
      uit.push(tekst(x, m.hoogte - 6, String(jaar), { 'text-anchor': 'middle' }));
      vorige = x;
    }
    return uit;
  }
  function lijn(m, reeks) {
    let pad = '';
    let door = false; // a year without a score breaks the line
    const tekens = [];
    reeks.scores.forEach((waarde, i) => {
      if (waarde !== null) {
        const [x, y] = [m.x(KERN.jaren[i]), m.y(waarde)];
        pad += `${door ? 'L' : 'M'}${p(x)} ${p(y)}`;
        if (reeks.teken) tekens.push(merk(reeks.teken, x, y, reeks.stijl));
      }
      door = waarde !== null;
    });
    return pad ? [W.svg('path', { d: pad, class: 'reeks ' + reeks.stijl }), tekens] : [];
  }
  const inkort = (naam) => (naam.length > 20 ? naam.slice(0, 19) + '…' : naam);
  // Names at the ends of the lines, pushed apart where they would meet.
  function einden(m, reeksen) {
    const bekend = reeksen
      .map((reeks) => ({ reeks, y: reeks.scores.filter((v) => v !== null).pop() }))
      .filter((eind) => eind.y !== undefined)
      .map((eind) => ({ reeks: eind.reeks, y: m.y(eind.y) }))
      .sort((a, b) => a.y - b.y);
    const laagste = m.hoogte - ONDER - 18 * (bekend.length - 1);
    let vorige = -99;
    return bekend.map(({ reeks, y }, i) => {
      vorige = Math.max(Math.min(y, laagste + 18 * i), vorige + 18);
      return [sleutel(reeks, m.rechts + 8, vorige), tekst(m.rechts + 42, vorige + 4, inkort(reeks.kort))];
    });
  }
  // How much on this axis may be error of measurement.
  function margestaaf(m) {
    const hoog = (KERN.editie.marge_score / (KERN.assen.hoog - KERN.assen.laag)) * (m.hoogte - BOVEN - ONDER);
    const x = m.rechts - 12;
    const y = m.hoogte - ONDER - 12;
    return [
      W.svg('path', { d: `M${p(x - 4)} ${p(y)}h8M${p(x)} ${p(y)}v${p(-hoog)}m-4 0h8`, class: 'marge' }),
      tekst(x - 9, y - hoog / 2 + 4, 'marge ' + KERN.editie.marge, { 'text-anchor': 'end', class: 'bandnaam' })
    ];
  }
  function onderschrift(reeksen) {
    return W.maak('ul', { class: 'sleutels', 'aria-hidden': 'true' },
      reeksen.map((reeks) => W.maak('li', {}, W.sleutel(reeks), reeks.naam)));
  }
  // reeksen: {naam, kort, scores, stijl (class of the line), teken (one of TEKENS, or '')}
  W.lijnfiguur = (reeksen, alt) => (breedte, hoogte) => {
    const kort = reeksen.map((reeks) => inkort(reeks.kort));
    const m = maten(breedte, hoogte, Math.max(...kort.map((naam) => naam.length)));
    const achter = [...reeksen].reverse(); // the first is drawn over the others
    const figuur = W.svg('svg',
      { viewBox: `0 0 ${breedte} ${m.hoogte}`, role: 'img', 'aria-label': alt, class: 'figuur' },
      banden(m), assen(m), margestaaf(m), achter.map((reeks) => lijn(m, reeks)),
      m.smal ? null : einden(m, reeksen));
    return m.smal ? [figuur, onderschrift(reeksen)] : [figuur];
  };

  // ---- dimensions: from the first year (open) to the last (filled), on the axis of all wijken
  W.dimensiefiguur = (dimensies, alt) => (breedte, laag) => {
    const d = KERN.dimensies;
    const smal = breedte < SMAL;
    const [links, rechts, rij, boven] = smal ? [12, 62, 48, 26] : [196, 76, laag ? 27 : 34, 26];
    const hoogte = boven + rij * d.namen.length + 6;
    const x = (waarde) => links + ((waarde - d.laag) / (d.hoog - d.laag)) * (breedte - links - rechts);
    const delen = [];
    for (let streep = Math.ceil(d.laag / 100) * 100; streep <= d.hoog; streep += 100) {
      delen.push(W.svg('path', { d: `M${p(x(streep))} ${boven - 4}V${hoogte - 4}`,
        class: streep ? 'hulplijn' : 'hulplijn nul' }));
      if (streep % 200 === 0) {
        delen.push(tekst(x(streep), boven - 10, W.tiende(streep), { 'text-anchor': 'middle' }));
      }
    }
    if (d.jaren.length > 1) {
      delen.push(tekst(breedte, boven - 10, 'verschil', { 'text-anchor': 'end', class: 'bandnaam' }));
    }
    d.namen.forEach((naam, i) => {
      const midden = boven + rij * i + (smal ? 34 : rij / 2);
      const [waarden, teksten] = dimensies[i] || [[], []];
      delen.push(tekst(0, smal ? midden - 16 : midden + 4, naam, { class: 'naam' }));
      if (waarden.length > 1 && !waarden.includes(null)) {
        delen.push(W.svg('path', { d: `M${p(x(waarden[0]))} ${midden}H${p(x(waarden[1]))}`, class: 'verbinding' }));
      }
      waarden.forEach((waarde, k) => {
        if (waarde === null) return;
        delen.push(W.svg('circle', { cx: p(x(waarde)), cy: midden, r: 6,
          class: k === waarden.length - 1 ? 'punt laatst' : 'punt eerst' }));
      });
      if (teksten.length > 2) delen.push(tekst(breedte, midden + 4, teksten[2], { 'text-anchor': 'end' }));
    });
    return [W.svg('svg',
      { viewBox: `0 0 ${breedte} ${hoogte}`, role: 'img', 'aria-label': alt, class: 'figuur' }, delen)];
  };
})();
