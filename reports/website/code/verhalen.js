// What the study and the wijkanalyses say, in their own words.
(function () {
  'use strict';
  const W = window.WIJKEN;
  const KERN = window.KERN;
  const { maak, alinea, kop, lijst, link } = W;

  W.bladen.studie = async () => {
    await W.laad('studie.js');
    const { kerncijfers, conclusies } = window.STUDIE;
    return {
      titel: 'Wat zegt de studie?',
      delen: [
        alinea({ class: 'onderkop' }, 'De woorden en getallen van het hoofdrapport.'),
        maak('dl', { class: 'kerncijfers' }, kerncijfers.map((deel) =>
          maak('div', {}, maak('dt', {}, deel.getal), maak('dd', {}, deel.tekst)))),
        maak('h3', { class: 'groot' }, 'Conclusies'),
        conclusies.map((deel) => maak('section', { class: 'conclusie' }, maak('h4', {}, deel.vraag),
          deel.alineas.map((tekst) => alinea({}, tekst)))),
        kop('Rapport en bijlagen'),
        lijst(KERN.downloads.map((d) => link(d.bestand, d.naam)), { class: 'luchtig' })
      ]
    };
  };

  const analyselink = (plek) => link('#/wijkanalyse/' + plek, window.ANALYSES[plek].titel);
  function overWijken(analyse) {
    return analyse.wijken.map((code, i) => {
      const wijk = W.bijCode.get(code);
      return [i ? '; ' : '', wijk ? W.wijklink(wijk, true) : code];
    });
  }
  function perThema(analyses) {
    const themas = new Map();
    analyses.forEach((analyse, plek) => analyse.themas.forEach((thema) => {
      themas.set(thema, [...(themas.get(thema) || []), plek]);
    }));
    return [...themas].sort(([a], [b]) => a.localeCompare(b, 'nl'));
  }
  W.bladen.wijkanalyses = async () => {
    await W.laad('analyses.js');
    const analyses = window.ANALYSES;
    if (!analyses.length) {
      return { titel: 'Wijkanalyses', delen: [alinea({ class: 'lead' }, 'Deze editie heeft geen wijkanalyses.')] };
    }
    return {
      titel: 'Wijkanalyses',
      delen: [
        alinea({ class: 'lead' }, 'Een wijkanalyse vertelt hoe gemeente, professionals, en bewoners en ondernemers een [[gebied]] zien.'),
        maak('ul', { class: 'kaarten' }, analyses.map((analyse, plek) => maak('li', {},
          maak('h3', {}, analyselink(plek)),
          alinea({ class: 'klein' }, overWijken(analyse)),
          alinea({}, analyse.samenvatting[0]),
          alinea({ class: 'klein' }, analyse.themas.join(' · '))))),
        maak('h3', { class: 'groot' }, 'Per thema'),
        maak('div', { class: 'themas' }, perThema(analyses).map(([thema, plekken]) =>
          maak('section', {}, maak('h4', {}, thema), lijst(plekken.map(analyselink)))))
      ]
    };
  };

  // A paragraph that only says who is speaking belongs to the words before it.
  function alineas(teksten) {
    const uit = [];
    teksten.forEach((tekst, i) => {
      const volgende = teksten[i + 1] || '';
      if (tekst.startsWith('— ')) return;
      uit.push(volgende.startsWith('— ')
        ? maak('blockquote', {}, alinea({}, tekst), alinea({ class: 'wie' }, volgende))
        : alinea({}, tekst));
    });
    return uit;
  }
  W.bladen.wijkanalyse = async (plek) => {
    await W.laad('analyses.js');
    const analyse = /^\d+$/.test(plek) ? window.ANALYSES[Number(plek)] : undefined;
    if (!analyse) return W.bladen.onbekend();
    return {
      titel: analyse.titel,
      delen: [
        alinea({ class: 'onderkop' }, 'Wijkanalyse van ', overWijken(analyse), ` · ${analyse.studie}, ${analyse.datum}`),
        analyse.samenvatting.map((tekst) => alinea({ class: 'lead' }, tekst)),
        maak('dl', { class: 'kern' },
          maak('div', {}, maak('dt', {}, 'Oordeel van de schrijvers'), maak('dd', {}, W.hoofdletter(analyse.oordeel))),
          maak('div', {}, maak('dt', {}, 'Thema’s'), maak('dd', {}, analyse.themas.join(', ')))),
        maak('div', { class: 'perspectieven' }, analyse.perspectieven.map((deel) =>
          maak('section', {}, kop(deel.naam), alineas(deel.alineas)))),
        analyse.aanpak.length ? [
          kop('Opgaven en aanpak'),
          W.tabel({ id: 'aanpaktabel', class: 'lezen' }, 'Wat er gebeurt, en wat gesprekspartners daarvan zagen',
            ['Opgave', 'Aanpak', 'Opbrengst'],
            analyse.aanpak.map((rij) => [rij.opgave, rij.aanpak, rij.opbrengst || 'Niet genoemd.'])),
          alinea({ class: 'klein' }, 'De opbrengst is wat de schrijvers optekenden. Of de aanpak die opbrengst gaf, is niet onderzocht.')
        ] : null,
        alinea({}, link('#/wijkanalyses', 'Alle wijkanalyses'))
      ]
    };
  };
})();
