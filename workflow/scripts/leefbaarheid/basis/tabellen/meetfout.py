"""Contracts of the check on measurement error."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from leefbaarheid.basis.contract import (
    Controle,
    Kolom,
    Tabel,
    aandeel,
    geheel,
    getal,
    janee,
    mag_leeg,
    reden,
    registreer,
    tekst,
)
from leefbaarheid.basis.tabellen.kolommen import (
    CLUSTER,
    EENSGEZIND,
    N_GEMEENTEN,
    PUNT,
    PUNT_PER_SD,
    SIGNIFICANTIE_VERSCHILT,
    STEEKPROEF,
    TEKEN_VERSCHILT,
    TERMLABEL,
    TOT,
    UITKOMST,
    VAN,
    WK_CODE,
    N,
)
from leefbaarheid.basis.tabelwaarden import INDELINGEN, RICHTINGEN

CONTROLE = Controle(
    "meetfout", "Meetfout per jaar, verkeerd ingedeelde [[gebieden]], en modellen met die fout."
)
_VanTrajecten = partial(Tabel, regel="toets_trajecten", controle=CONTROLE)
_VanModellen = partial(Tabel, regel="toets_modellen", controle=CONTROLE)
PUNT_KWADRAAT = "scorepunt in het kwadraat"

MEETFOUT = _VanTrajecten(
    naam="robuustheid_meetfout",
    betekenis="Een rij per meetjaar, en een voor alle jaren: hoe groot de meetfout van een score "
    "is.",
    sleutel=("meting",),
    kolommen=(
        tekst("meting", "het jaar, of `alle jaren`: het gemiddelde van de jaren ertussenin"),
        geheel("jaar", "meetjaar", "jaar", leeg=True),
        tekst("drietal", "de drie metingen waaruit de fout van het jaar volgt", leeg=True),
        *mag_leeg(
            getal("fout_var", "variantie van de meetfout; kan onder nul liggen", PUNT_KWADRAAT),
            getal("var_laag", "ondergrens van het 95%-interval van `fout_var`", PUNT_KWADRAAT),
            getal("var_hoog", "bovengrens van het 95%-interval van `fout_var`", PUNT_KWADRAAT),
            getal("fout_sd", "standaarddeviatie van de meetfout waarmee gerekend is", PUNT),
            getal("ci_laag", "ondergrens van het 95%-interval van `fout_sd`", PUNT),
            getal("ci_hoog", "bovengrens van het 95%-interval van `fout_sd`", PUNT),
        ),
        janee("geleend", "het jaar heeft geen eigen schatting boven nul en leent het gemiddelde"),
        *mag_leeg(
            getal("betrouwbaarheid", "betrouwbaarheid, [[gebieden]] die in aanmerking kwamen"),
            getal("betrouwbaarheid_laag", "ondergrens van het 95%-interval"),
            getal("betrouwbaarheid_hoog", "bovengrens van het 95%-interval"),
            getal(
                "betrouwbaarheid_selectie", "betrouwbaarheid binnen de geselecteerde [[gebieden]]"
            ),
        ),
        geheel("n_drietallen", "aantal drietallen metingen met het jaar in het midden"),
        *mag_leeg(
            getal("drietal_min", "kleinste `fout_var` van die drietallen", PUNT_KWADRAAT),
            getal("drietal_max", "grootste `fout_var` van die drietallen", PUNT_KWADRAAT),
            janee("botsing", "de buurjaren geven aantoonbaar een andere fout dan de rest"),
            janee("afwijkend", "de fout verschilt aantoonbaar van die van de andere jaren"),
            getal("fout_sd_land", "`fout_sd` uit alle [[gebieden]] in het land", PUNT),
        ),
        geheel("n", "aantal [[gebieden]]"),
        geheel("n_gemeenten", "aantal gemeenten"),
        reden("reden", "waarom er geen schatting is"),
    ),
)
_INDELING = tekst(
    "indeling", "het cluster, of de richting sinds het crisisjaar", waarden=INDELINGEN
)
MISCLASSIFICATIE = _VanTrajecten(
    naam="robuustheid_misclassificatie",
    betekenis="Een rij per cluster en per richting van de geselecteerde [[gebieden]]: hoe vast "
    "dat label staat, gegeven de meetfout.",
    sleutel=("indeling", "groep"),
    kolommen=(
        _INDELING,
        tekst("groep", "het cluster of de richting; `alle`: alle samen"),
        geheel("n", "aantal [[gebieden]] met dat label"),
        *mag_leeg(
            aandeel("kans_waar", "gemiddelde kans dat het label bij de ware scores past"),
            aandeel("kans_herhaling", "gemiddelde kans dat een nieuwe meting het weer geeft"),
        ),
        geheel("n_onzeker", "aantal [[gebieden]] waarvan het label eerder niet dan wel past"),
        *mag_leeg(
            getal("n_waar", "verwacht aantal [[gebieden]] dat er met de ware scores hoort"),
            getal("n_waar_laag", "ondergrens van het 95%-interval van dat aantal"),
            getal("n_waar_hoog", "bovengrens van het 95%-interval van dat aantal"),
        ),
        reden("reden", "waarom er geen uitkomst is"),
    ),
)


def _kansen(indeling: str, naam: str) -> tuple[Kolom, ...]:
    """Return both probabilities of one label of a wijk."""
    return (
        aandeel(f"kans_{indeling}_waar", f"kans dat {naam} bij de ware scores past"),
        aandeel(f"kans_{indeling}_herhaling", f"kans dat een nieuwe meting {naam} weer geeft"),
    )


MISCLASSIFICATIE_WIJKEN = _VanTrajecten(
    naam="robuustheid_misclassificatie_wijken",
    betekenis="Een rij per geselecteerde [[gebied]]: hoe vast haar cluster en richting staan.",
    sleutel=("wk_code",),
    kolommen=(
        WK_CODE,
        CLUSTER,
        *_kansen("cluster", "dat cluster"),
        tekst("richting", "richting sinds het crisisjaar", waarden=RICHTINGEN),
        *_kansen("richting", "die richting"),
        reden("reden", "waarom er geen uitkomst is"),
    ),
    alleen_figuur=True,
)


def _schatting(naam: str, van: str) -> tuple[Kolom, ...]:
    """Return estimate, interval and p of one of two estimates that are side by side."""
    return mag_leeg(
        getal(f"coef_sd_{naam}", f"coëfficiënt per standaarddeviatie {van}", PUNT_PER_SD),
        getal(f"ci_sd_laag_{naam}", f"ondergrens van het 95%-interval {van}", PUNT_PER_SD),
        getal(f"ci_sd_hoog_{naam}", f"bovengrens van het 95%-interval {van}", PUNT_PER_SD),
        aandeel(f"p_{naam}", f"p-waarde {van}"),
    )


MEETFOUT_MODEL = _VanModellen(
    naam="robuustheid_meetfout_model",
    betekenis="Een rij per venster, steekproef en term van het model *eindscore gegeven "
    "beginscore*: de schatting zonder en met correctie voor de meetfout van de beginscore.",
    sleutel=("uitkomst", "steekproef", "term"),
    kolommen=(
        UITKOMST,
        VAN,
        TOT,
        STEEKPROEF,
        tekst("term", "een factor, of `beginscore` (daarvan is alles per scorepunt)"),
        TERMLABEL,
        *mag_leeg(
            getal("fout_sd", "standaarddeviatie van de meetfout van de beginscore", PUNT),
            getal(
                "betrouwbaarheid", "deel van de beginscore, gegeven de factoren, dat geen fout is"
            ),
        ),
        *_schatting("ols", "zonder correctie"),
        *_schatting("moment", "met correctie (momentenmethode)"),
        *mag_leeg(
            getal("coef_sd_simex", "coëfficiënt met correctie volgens SIMEX", PUNT_PER_SD),
            getal("coef_sd_fout_laag", "met de ondergrens van de meetfout", PUNT_PER_SD),
            getal("coef_sd_fout_hoog", "met de bovengrens van de meetfout", PUNT_PER_SD),
            replace(TEKEN_VERSCHILT, betekenis="de correctie verandert het teken"),
            replace(SIGNIFICANTIE_VERSCHILT, betekenis="de correctie verandert de aantoonbaarheid"),
            EENSGEZIND,
            N,
            N_GEMEENTEN,
        ),
        reden("reden", "waarom er geen schatting is"),
    ),
)

TABELLEN = registreer(MEETFOUT, MISCLASSIFICATIE, MISCLASSIFICATIE_WIJKEN, MEETFOUT_MODEL)
