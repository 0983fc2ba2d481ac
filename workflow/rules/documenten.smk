# What a document uses, from its reports/<document>/document.yaml; no rules.


def code_tekst(wildcards):
    """Return the code that writes a document: the script, and the sentences of that document.

    The templates name the modules they use; those of another document are of no concern.
    """
    tekst = SCRIPTS / "leefbaarheid" / "tekst"
    eigen = wildcards.document.removeprefix("bijlage-").replace("-", "_")
    modules = [*tekst.glob("gedeeld/*.py"), *tekst.glob(f"{eigen}/**/*.py")]
    zinnen = {pad for module in modules for pad in codebestanden(module, SCRIPTS)}
    return _paden(zinnen | set(codebestanden(SCRIPTS / "vul_sjabloon.py")))


def hoofdstukken(wildcards):
    """Return the templates of the chapters of a document."""
    alle = bestanden(f"reports/{wildcards.document}/*.qmd.j2")
    return [pad for pad in alle if Path(pad).name != "document.qmd.j2"]


def tekstblokken(wildcards):
    """Return the blocks of the config that the text of a document uses, as far as there are.

    With `register`, what the register knows of the sources of the edition, `licenties`, where each
    licence is, and `tijdlijn`, where the document has a chapter that tells it.
    """
    blokken = DOCUMENTEN[wildcards.document].editie
    eigen = {naam: EDITIE[naam] for naam in blokken if naam in EDITIE}
    tijdlijn = {"tijdlijn": TIJDLIJN} if DOCUMENTEN[wildcards.document].tijdlijn else {}
    return {**eigen, "register": REGISTERBRONNEN, "licenties": LICENTIES, **tijdlijn}


def figuurmappen(wildcards):
    """Return the folders with the figures of a document."""
    mappen = DOCUMENTEN[wildcards.document].figuren
    return [f"{UIT}/figuren/{map_}" for map_ in mappen]


def beeldenmap(wildcards):
    """Return the folder with the pictures of the wijkanalyses, for a document that shows them."""
    if not DOCUMENTEN[wildcards.document].wijkanalyses:
        return []
    return BEELDEN


def materiaal(wildcards):
    """Return what the template of a document is filled with, by name."""
    document = DOCUMENTEN[wildcards.document]
    cijfers = "cijfers" if document.alle_cijfers else "data/cijfers-ontwikkeling"
    stof = {**tabellen(*document.tabellen), "figuren": figuurmappen(wildcards)}
    stof["cijfers"] = f"{UIT}/{cijfers}.json"
    if document.wijkanalyses:
        stof["analyses"] = f"{UIT}/data/wijkanalyses.json"
    if document.aannames:
        stof["aannames"] = str(bij_ons("docs/aannames.md"))
    if document.logboek:
        stof["logboek"] = str(bij_ons("docs/besluiten.md"))
    return stof
