// From an address to a page, and back: every state has an address of its own.
(function () {
  'use strict';
  const W = window.WIJKEN;
  const KERN = window.KERN;
  const INGEBED = new URLSearchParams(window.location.search).has('ingebed');
  const MENU = { wijkanalyse: 'wijkanalyses', wijk: 'begin', gemeente: 'begin' };
  const PAPIER = { breed: 800, hoog: 240 }; // letters of eight points, and two pages for a wijk
  const blad = W.id('blad');
  let eerste = true;
  let huidig = null;

  // #/wijk/WK036106?kaart=cluster -> {pad, soort, deel, vraag}; vraag is null without a ?
  function lees() {
    const [pad, vraag = null] = window.location.hash.replace(/^#\/*/, '').split('?');
    const [soort, deel = ''] = pad.split('/');
    return { pad, soort: soort || 'begin', deel, vraag };
  }
  const PAGINAS = ['begin', 'wijk', 'gemeente', 'vergelijk', 'studie', 'wijkanalyses', 'wijkanalyse', 'uitleg', 'toegankelijkheid'];
  async function maakBlad(adres) {
    try {
      return await W.bladen[PAGINAS.includes(adres.soort) ? adres.soort : 'onbekend'](adres.deel);
    } catch (fout) {
      if (!/^gegevens\//.test(fout.message)) throw fout;
      return W.bladen.ontbreekt(fout.message);
    }
  }

  // All widths first: to ask one after a figure was drawn would lay out the page again.
  function tekenAlles(papier) {
    const vakken = [...blad.querySelectorAll('.tekening')]
      .map((vak) => [vak, papier || { breed: vak.clientWidth }]);
    for (const [vak, maat] of vakken) W.teken(vak, maat);
  }
  // Within a frame of another site every way out opens beside it.
  function wijsNaarBuiten() {
    const thuis = window.location.href.split(/[?#]/)[0];
    W.id('hele-site').href = thuis + window.location.hash;
    for (const link of document.querySelectorAll('#blad a, footer a')) {
      const adres = link.getAttribute('href');
      if (adres.startsWith('#')) link.href = thuis + adres;
      link.target = '_blank';
    }
  }
  function zetMenu(soort) {
    for (const link of document.querySelectorAll('#menu a')) {
      if (link.dataset.blad === (MENU[soort] || soort)) link.setAttribute('aria-current', soort === link.dataset.blad ? 'page' : 'true');
      else link.removeAttribute('aria-current');
    }
    W.id('zoeklabel').textContent = soort === 'vergelijk'
      ? 'Voeg een [[gebied]] toe aan de vergelijking' : '[[Gebied, gemeente]] of [[CBS-code]]';
  }
  function plaats(adres, inhoud) {
    const kop = W.maak('h2', { id: 'blad-titel', tabindex: '-1' }, inhoud.kop || inhoud.titel);
    blad.replaceChildren();
    for (const deel of [kop, ...inhoud.delen.flat(Infinity)]) {
      // a sentence that the data do not have leaves no empty paragraph
      if (deel && (deel.id || deel.hasChildNodes())) blad.append(deel);
    }
    document.body.dataset.blad = inhoud.wijk || inhoud.gemeente || inhoud.heel ? adres.soort : 'tekst';
    document.title = `${inhoud.documenttitel || inhoud.titel} · ${KERN.editie.titel}`;
    if (inhoud.wijk) blad.dataset.code = inhoud.wijk.code;
    else delete blad.dataset.code;
    zetMenu(adres.soort);
    // says the new page, and is where reading goes on; before the figures, which need the same layout
    if (!eerste) kop.focus();
    eerste = false;
    tekenAlles();
    if (document.body.dataset.blad !== 'tekst') W.opKaart(inhoud.wijk || null, inhoud.gemeente || null);
    if (INGEBED) wijsNaarBuiten();
  }
  async function toon() {
    const adres = lees();
    // an address that says nothing of the map leaves it as it is
    if (adres.vraag !== null || eerste) W.zetKaart(new URLSearchParams(adres.vraag || ''));
    else W.bewaarKaart();
    if (huidig === adres.pad) return;
    huidig = adres.pad;
    const inhoud = await maakBlad(adres);
    if (huidig === adres.pad) plaats(adres, inhoud); // else the reader has gone on meanwhile
  }

  // A choice on the map changes the address and is no step back.
  W.bewaarKaart = () => {
    window.history.replaceState(null, '', '#/' + lees().pad + W.kaartstand());
  };
  W.ga = (adres) => { window.location.hash = adres; };
  // What was found or pressed: on the page that compares, a wijk joins the others.
  W.gekozen = (adres) => {
    const wijk = lees().soort === 'vergelijk' && W.bijCode.get(adres.replace('#/wijk/', ''));
    if (wijk) W.voegToe(wijk);
    else W.ga(adres);
  };

  // ---- the window: width, paper, frames
  let wacht = 0;
  window.addEventListener('resize', () => {
    window.cancelAnimationFrame(wacht);
    wacht = window.requestAnimationFrame(() => tekenAlles());
  });
  let dicht = [];
  window.addEventListener('beforeprint', () => {
    dicht = [...blad.querySelectorAll('details:not([open])')];
    for (const vouw of dicht) vouw.open = true;
    tekenAlles(PAPIER);
  });
  window.addEventListener('afterprint', () => {
    for (const vouw of dicht) vouw.open = false;
    tekenAlles();
  });
  document.querySelector('.sla-over').addEventListener('click', (klik) => {
    klik.preventDefault(); // the address is that of a page
    W.id('blad-titel').focus();
  });
  document.documentElement.classList.toggle('ingebed', INGEBED);
  W.id('menu').hidden = INGEBED;
  for (const deel of ['zoekformulier', 'kaartvak']) W.id(deel).hidden = false; // they work now
  W.id('menu-analyses').parentNode.hidden = !Object.keys(KERN.met_analyse).length;
  window.addEventListener('hashchange', toon);
  // klaar: the page stands, and the whole map
  toon().then(() => INGEBED || W.tekenKaart()).then(() => { W.klaar = true; });
})();
