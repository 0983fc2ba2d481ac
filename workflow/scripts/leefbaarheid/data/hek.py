"""The bound beyond which a value stands apart from all others of its column."""

from __future__ import annotations

import numpy as np

from leefbaarheid.data.cellen import Getallen

# AANNAME: een waarde staat los van de rest van haar kolom als zij meer dan tien keer de
#   kwartielafstand onder het eerste of boven het derde kwartiel ligt; is geen waarde negatief, dan
#   moet dat aan de bovenkant ook op de schaal van de logaritme zo zijn, met anderhalf keer. Onder
#   twintig waarden is er geen grens.
#   Waarom: veel kenmerken zijn scheef verdeeld; een krappere grens zou gewone wijken noemen.
#   Gevolg: een waarde erbuiten is genoemd en telt gewoon mee. Met een krappere grens worden er meer
#   genoemd; geen schatting verandert.
#   Onderwerp: gegevens. Zie: sec-kwaliteit; sec-rob-invloed.
KEER_KWARTIELAFSTAND = 10.0
KEER_OP_LOGSCHAAL = 1.5
MINSTE_WAARDEN = 20


def hek(waarden: Getallen) -> tuple[float, float]:
    """Return the lowest and highest value that does not stand apart; infinite without a bound.

    The quartiles do not move with the outliers themselves. Many columns (inhabitants, house values)
    are skewed to the right, so that a large value has to be large on the log scale as well.
    """
    bekend = waarden[np.isfinite(waarden)]
    if bekend.size < MINSTE_WAARDEN:
        return -np.inf, np.inf
    laag, hoog = _op_afstand(bekend, KEER_KWARTIELAFSTAND)
    if bekend.min() >= 0:
        log_hoog = _op_afstand(np.log1p(bekend), KEER_OP_LOGSCHAAL)[1]
        hoog = max(hoog, float(np.expm1(min(log_hoog, 700.0))))
    return laag, hoog


def _op_afstand(waarden: Getallen, keer: float) -> tuple[float, float]:
    """Return both ends of the middle half, moved outward by so many times its width."""
    for onder, boven in ((25, 75), (5, 95)):
        laag, hoog = np.percentile(waarden, [onder, boven])
        if hoog > laag:
            return float(laag - keer * (hoog - laag)), float(hoog + keer * (hoog - laag))
    return -np.inf, np.inf
