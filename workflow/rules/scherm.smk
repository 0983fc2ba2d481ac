# What the screen shows and when the edition is locked; no rules.
import atexit
import os
import re

from snakemake.logging import logger

from leefbaarheid.basis import voorregistratie
from leefbaarheid.basis.slot import neem_slot


def kort_in(record):
    """Shorten the reason of a job to its first file, and end a run without work as another run."""
    reden = getattr(record, "reason", None)
    if isinstance(reden, str):
        eerste, *rest = re.split("[,;] ", reden)
        record.reason = f"{eerste} (en nog {len(rest)})" if rest else eerste
    if str(record.msg).startswith("Nothing to be done") and not workflow.dryrun:
        atexit.register(sluit_af)
    return True


WERKMAP = Path.cwd()


def sluit_af():
    """Say where the PDFs are and what asks for attention; after all that Snakemake says."""
    from leefbaarheid.tekst.slotwoord import slotwoord

    # by now Snakemake is back in the folder where it started
    map_ = Path(UIT) if Path.cwd() == WERKMAP else WERKMAP / UIT
    print(slotwoord(map_, ALLE_DOCUMENTEN), file=sys.stderr)


logger.addFilter(kort_in)


onsuccess:
    # a run that got the sources made no results to point at
    if not HAALT_BRONNEN:
        atexit.register(sluit_af)


onstart:
    os.environ.update(met_melding(neem_slot, UIT))
    for let_op in (ENGINE.let_op, voorregistratie.let_op(EDITIE)):
        if let_op:
            print(let_op, file=sys.stderr)
