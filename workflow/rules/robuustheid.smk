# The checks a scientific committee asks for: on the models, on the trajectories, and what they mean.


rule toets_modellen:
    input:
        **tabellen("wijken", "context", "codeboek", "panel", "regressie"),
        code=code("toets_modellen"),
    output:
        **uitvoer("toets_modellen"),
    log:
        f"{UIT}/logs/toets_modellen.log",
    benchmark:
        f"{UIT}/benchmarks/toets_modellen.tsv"
    priority: 80
    conda:
        OMGEVING
    threads: 1
    resources:
        mem_mb=geheugen(1000),
        runtime=60,
    params:
        gebied=GEBIED,
        instelling=uit_editie(instellingen.Modelcontroleinstellingen),
    message:
        "Controleert de modellen"
    script:
        "../scripts/toets_modellen.py"


rule toets_trajecten:
    input:
        **tabellen("wijken", "marge", "bronwijken", "panel"),
        code=code("toets_trajecten"),
    output:
        **uitvoer("toets_trajecten"),
    log:
        f"{UIT}/logs/toets_trajecten.log",
    benchmark:
        f"{UIT}/benchmarks/toets_trajecten.tsv"
    priority: 60
    conda:
        OMGEVING
    threads: 1
    resources:
        mem_mb=geheugen(1000),
        runtime=60,
    params:
        gebied=GEBIED,
        instelling=uit_editie(instellingen.Trajectcontroleinstellingen),
    message:
        "Controleert de trajecten"
    script:
        "../scripts/toets_trajecten.py"


rule bereken_specificatiecurve:
    input:
        **tabellen("wijken", "context", "codeboek"),
        code=code("bereken_specificatiecurve"),
    output:
        **uitvoer("bereken_specificatiecurve"),
    log:
        f"{UIT}/logs/bereken_specificatiecurve.log",
    benchmark:
        f"{UIT}/benchmarks/bereken_specificatiecurve.tsv"
    priority: 70
    conda:
        OMGEVING
    threads: 1
    resources:
        mem_mb=geheugen(2000),
        runtime=60,
    params:
        gebied=GEBIED,
        instelling=uit_editie(instellingen.Specificatieinstellingen),
    message:
        "Berekent de specificatiecurve"
    script:
        "../scripts/bereken_specificatiecurve.py"


rule weeg_robuustheid:
    input:
        **uitvoer("toets_modellen"),
        **tabellen("robuustheid_specificatietoets", "regressie", "codeboek"),
        code=code("weeg_robuustheid"),
    output:
        **uitvoer("weeg_robuustheid"),
    log:
        f"{UIT}/logs/weeg_robuustheid.log",
    benchmark:
        f"{UIT}/benchmarks/weeg_robuustheid.tsv"
    priority: 60
    localrule: True
    conda:
        OMGEVING
    threads: 1
    resources:
        mem_mb=1000,
        runtime=10,
    params:
        gebied=GEBIED,
        instelling=uit_editie(instellingen.Oordeelinstellingen),
    message:
        "Weegt wat de controles aan het antwoord veranderen"
    script:
        "../scripts/weeg_robuustheid.py"


rule teken_robuustheid:
    input:
        **uitvoer("bereken_specificatiecurve"),
        **tabellen(
            "robuustheid_partieel",
            "robuustheid_punten",
            "robuustheid_circulariteit",
            "robuustheid_jaren",
            "robuustheid_jaren_grenzen",
            "robuustheid_trajectlijnen",
            "robuustheid_trajectmaten",
            "robuustheid_trajectindeling",
            "robuustheid_simulatie",
            "wijken",
            "codeboek",
        ),
        lettertypen=LETTERTYPEN,
        code=code("teken_robuustheid"),
    output:
        figuren_in_verslag(f"{UIT}/figuren/robuustheid", "Robuustheid"),
    log:
        f"{UIT}/logs/teken_robuustheid.log",
    benchmark:
        f"{UIT}/benchmarks/teken_robuustheid.tsv"
    priority: 50
    conda:
        OMGEVING
    threads: 1
    resources:
        mem_mb=geheugen(1000),
        runtime=10,
    params:
        gebied=GEBIED,
        instelling=uit_editie(instellingen.Controlefiguurinstellingen),
    message:
        "Tekent de figuren bij de controles"
    script:
        "../scripts/teken_robuustheid.py"
