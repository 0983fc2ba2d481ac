# The publication in a browser: pages and data, and the documents that they offer.


rule maak_website:
    input:
        **tabellen("wijken", "panel", "context", "codeboek", "marge", "wijkgrenzen"),
        **tabellen("wijkanalyses", "onder_de_loep", "stijgers_dalers"),
        analyses=rules.lees_wijkanalyses.output.samenvattingen,
        verhalen=rules.lees_wijkanalyses.output.analyses,
        hoofdrapport=f"{UIT}/rapport/hoofdrapport.qmd",
        portretten=expand(f"{UIT}/rapport/{{deel}}.pdf", deel=PORTRETTEN),
        sjabloon=str(bij_ons("reports/website/index.html.j2")),
        bladen=bestanden("reports/website/*", "reports/website/code/*"),
        code=code("maak_website"),
    output:
        index=f"{UIT}/website/index.html",
        wijken=f"{UIT}/website/wijken.html",
        stijl=f"{UIT}/website/stijl.css",
        kleuren=f"{UIT}/website/kleuren.css",
        code=directory(f"{UIT}/website/code"),
        gegevens=directory(f"{UIT}/website/gegevens"),
    log:
        f"{UIT}/logs/maak_website.log",
    benchmark:
        f"{UIT}/benchmarks/maak_website.tsv"
    conda:
        OMGEVING
    threads: 1
    resources:
        mem_mb=geheugen(1000, "panel", 100),
        runtime=10,
    params:
        gebied=GEBIED,
        instelling=uit_editie(instellingen.Portretinstellingen),
        documenten=[f"{document}.pdf" for document in ALLE_DOCUMENTEN],
        themas=EDITIE["wijkanalyses"]["themas"],
        stijgers=EDITIE["stijgers_dalers"],
        licenties=LICENTIES,
    message:
        "Maakt de website"
    script:
        "../scripts/maak_website.py"


rule leg_bij_website:
    input:
        pdf=expand(f"{UIT}/rapport/{{document}}.pdf", document=ALLE_DOCUMENTEN),
        wijken=f"{UIT}/{TABELLEN['wijken'].pad}",
        code=code("leg_bij_website"),
    output:
        directory(f"{UIT}/website/downloads"),
    log:
        f"{UIT}/logs/leg_bij_website.log",
    benchmark:
        f"{UIT}/benchmarks/leg_bij_website.tsv"
    localrule: True
    conda:
        OMGEVING
    threads: 1
    resources:
        mem_mb=500,
        runtime=10,
    params:
        gebied=GEBIED,
    message:
        "Legt de documenten bij de website"
    script:
        "../scripts/leg_bij_website.py"
