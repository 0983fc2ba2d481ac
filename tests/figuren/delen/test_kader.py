"""The source line always says that data are invented."""

from __future__ import annotations

from hulp.figuren import EDITIE, JAREN
from leefbaarheid.figuren.delen.kader import Kader


def test_bronregel_zegt_altijd_dat_data_fictief_zijn():
    kader = Kader.uit_editie(JAREN, 2008, 2014, EDITIE["klassen"], EDITIE["teksten"], True)
    assert kader.bronregel() == (
        "Fictieve voorbeelddata. Bron: Leefbaarometer 3.0; bewerking Onderzoeksteam."
    )
    teksten_ = EDITIE["teksten"] | {"bron_leefbaarometer": "Fictieve voorbeelddata"}
    kader = Kader.uit_editie(JAREN, 2008, 2014, EDITIE["klassen"], teksten_, True)
    assert kader.bronregel(context=True) == (
        "Bron: Fictieve voorbeelddata; CBS; bewerking Onderzoeksteam."
    )
    teksten_ = EDITIE["teksten"] | {"bron_grenzen": "grenzen CBS en Kadaster"}
    kader = Kader.uit_editie(JAREN, 2008, 2014, EDITIE["klassen"], teksten_, False)
    assert kader.bronregel(grenzen=True) == (
        "Bron: Leefbaarometer 3.0; grenzen CBS en Kadaster; bewerking Onderzoeksteam."
    )
    echt = Kader.uit_editie(JAREN, 2008, 2014, EDITIE["klassen"], EDITIE["teksten"], False)
    assert "ictie" not in echt.bronregel()
