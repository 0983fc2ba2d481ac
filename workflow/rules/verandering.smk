# What changed since the edition before this one; only there when the config names it.


rule vergelijk_edities:
    input:
        **tabellen("wijken", "marge", "regressie", "robuustheid_eindoordeel"),
        vorige=VORIGE_BESTANDEN,
        cijfers=rules.verzamel_cijfers.output[0],
        hoofdrapport=f"{UIT}/rapport/hoofdrapport.qmd",
        bronnen=RUWE_BRONNEN,
        wijkanalyses=TEKSTBRONNEN,
        project=_paden(projectbestanden(BASIS)),
        pyproject=str(bij_ons("pyproject.toml")),
        code=code("vergelijk_edities"),
    output:
        **uitvoer("vergelijk_edities"),
    log:
        f"{UIT}/logs/vergelijk_edities.log",
    benchmark:
        f"{UIT}/benchmarks/vergelijk_edities.tsv"
    priority: 20
    conda:
        OMGEVING
    threads: 1
    resources:
        mem_mb=geheugen(1000),
        runtime=10,
    params:
        gebied=GEBIED,
        vorige=lambda wildcards: str(VORIGE),
        editie=EDITIE,
        engine=ENGINE.versie,
    message:
        "Vergelijkt met de vorige editie"
    script:
        "../scripts/vergelijk_edities.py"
