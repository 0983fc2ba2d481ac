# Raw data in, tidy tables out. Nothing after this stage reads the raw files.


if RECEPT:

    rule bouw_context:
        input:
            bronnen=BRON["recept"],
            code=code("bouw_context"),
        output:
            **uitvoer("bouw_context"),
        log:
            f"{UIT}/logs/bouw_context.log",
        benchmark:
            f"{UIT}/benchmarks/bouw_context.tsv"
        priority: 100
        conda:
            OMGEVING
        threads: 1
        resources:
            mem_mb=geheugen(1000),
            runtime=10,
        params:
            gebied=GEBIED,
            recept=RECEPT.gegevens(),
            namen=list(RECEPT.bronnen),
        message:
            "Bouwt de contexttabel uit de bestanden van de uitgevers"
        script:
            "../scripts/bouw_context.py"


rule lees_bronnen:
    input:
        **BRONTABELLEN,
        uitgaven=bestanden("config/uitgaven.yaml"),
        code=code("lees_bronnen"),
    output:
        **uitvoer("lees_bronnen"),
    log:
        f"{UIT}/logs/lees_bronnen.log",
    benchmark:
        f"{UIT}/benchmarks/lees_bronnen.tsv"
    priority: 100
    conda:
        OMGEVING
    threads: 1
    resources:
        mem_mb=geheugen(1000, "leefbaarometer", 50),
        runtime=10,
    params:
        gebied=GEBIED,
        instelling=uit_editie(instellingen.Broninstellingen),
        ongenoemd=lambda wildcards: BRON.get("wijkanalyses_ongenoemd", {}),
    message:
        "Leest en controleert de bronbestanden"
    script:
        "../scripts/lees_bronnen.py"


rule lees_logo:
    input:
        logo=LOGO_BRON,
        lettertypen=LETTERTYPEN,
        code=code("lees_logo"),
    output:
        f"{UIT}/data/{LOGO or 'logo.svg'}",
    log:
        f"{UIT}/logs/lees_logo.log",
    benchmark:
        f"{UIT}/benchmarks/lees_logo.tsv"
    priority: 100
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
        "Controleert het logo"
    script:
        "../scripts/lees_logo.py"
