// From an address to a view, and back: every state has an address of its own.
(function () {
  'use strict';
  var W = window.WIJKEN, KERN = window.KERN;
  var blad = W.id('blad'), eerste = true, huidig = '';

  function lees() {
    var delen = window.location.hash.replace(/^#\/?/, '').split('?');
    var pad = delen[0].split('/'), stand = {};
    (delen[1] || '').split('&').forEach(function (paar) {
      var naam = paar.split('=');
      if (naam[0]) { stand[naam[0]] = naam[1]; }
    });
    return { soort: pad[0] || 'begin', deel: pad[1] || '', stand: stand, pad: delen[0] };
  }
  function kies(adres) {
    if (adres.soort === 'wijk') { return [W.bijCode[adres.deel] ? 'wijk' : 'onbekend', W.bijCode[adres.deel]]; }
    if (adres.soort === 'gemeente') { return [W.bijGemeente[adres.deel] ? 'gemeente' : 'onbekend', W.bijGemeente[adres.deel]]; }
    if (adres.soort === 'vergelijk') { return ['vergelijk', adres.deel.split(',').filter(Boolean)]; }
    return [Object.prototype.hasOwnProperty.call(W.bladen, adres.soort) ? adres.soort : 'onbekend', adres.deel];
  }
  function opKaart(soort, wat) {
    if (soort === 'wijk') { W.wijsOpKaart(wat.code); }
    else {
      W.wijsOpKaart(null);
      if (soort === 'gemeente') { W.naarGemeente(wat); } else { W.heleKaart(); }
    }
  }
  function toon() {
    var adres = lees();
    // an address that says nothing of the map leaves it as it is
    if (eerste || adres.stand.kaart) { W.zetKaart(adres.stand); }
    if (adres.pad === huidig && !eerste) { return; }
    huidig = adres.pad;
    W.bewaarKaart();
    var keuze = kies(adres);
    W.bladen[keuze[0]](keuze[1], function (titel, delen) {
      if (lees().pad !== adres.pad) { return; }  // the reader has gone on meanwhile
      W.leeg(blad);
      var kop = W.maak('h2', { id: 'blad-titel', tabindex: '-1' }, titel);
      blad.appendChild(kop);
      delen.forEach(function plak(deel) {
        if (Array.isArray(deel)) { deel.forEach(plak); } else if (deel) { blad.appendChild(deel); }
      });
      document.title = titel + ' · ' + KERN.editie.titel;
      opKaart(keuze[0], keuze[1]);
      if (!eerste) { kop.focus(); }
      eerste = false;
      W.klaar = true;
    });
  }
  // A choice on the map changes the address and makes no step back.
  W.bewaarKaart = function () {
    var stand = W.kaartstand();
    window.history.replaceState(null, '', '#/' + huidig.replace(/^#?\/?/, '') + (stand ? '?' + stand : ''));
  };

  if (/[?&]ingebed\b/.test(window.location.search)) {
    document.documentElement.classList.add('ingebed');
    W.id('hele-site').href = window.location.href.split(/[?#]/)[0] + window.location.hash;
    W.id('hele-site').target = '_blank';
  }
  W.id('zoekformulier').addEventListener('submit', function (gebeurtenis) { gebeurtenis.preventDefault(); });
  window.addEventListener('hashchange', toon);
  toon();
})();
