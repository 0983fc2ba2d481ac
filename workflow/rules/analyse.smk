# From tidy tables to trajectories, models and figures.


rule bepaal_trajecten:
    input:
        **tabellen("panel", "bronwijken"),
        code=code("bepaal_trajecten"),
    output:
        **uitvoer("bepaal_trajecten"),
    log:
        f"{UIT}/logs/bepaal_trajecten.log",
    benchmark:
        f"{UIT}/benchmarks/bepaal_trajecten.tsv"
    conda:
        OMGEVING
    threads: 1
    resources:
        mem_mb=geheugen(1000),
        runtime=10,
    params:
        gebied=GEBIED,
        instelling=uit_editie(instellingen.Trajectinstellingen),
    message:
        "Bepaalt selectie, klassen, clusters en ontwikkeling"
    script:
        "../scripts/bepaal_trajecten.py"


rule schat_modellen:
    input:
        **tabellen("wijken", "context", "codeboek"),
        code=code("schat_modellen"),
    output:
        **uitvoer("schat_modellen"),
    log:
        f"{UIT}/logs/schat_modellen.log",
    benchmark:
        f"{UIT}/benchmarks/schat_modellen.tsv"
    # Priorities follow the longest way to a PDF: what lies on it never waits for what does not.
    priority: 90
    conda:
        OMGEVING
    threads: 1
    resources:
        mem_mb=geheugen(1000),
        runtime=10,
    params:
        gebied=GEBIED,
        instelling=uit_editie(instellingen.Modelinstellingen),
    message:
        "Schat de modellen"
    script:
        "../scripts/schat_modellen.py"


rule teken_figuren:
    input:
        **tabellen("wijken", "clusters", "gemiddelden", "ontwikkeling", "gevoeligheid"),
        **tabellen("marge", "decompositie", "stijgers_dalers", "kandidaatparen"),
        **tabellen("regressie", "grenzen", "wijkgrenzen"),
        lettertypen=LETTERTYPEN,
        code=code("teken_figuren"),
    output:
        figuren_in_verslag(f"{UIT}/figuren/hoofdrapport", "Ontwikkeling"),
    log:
        f"{UIT}/logs/teken_figuren.log",
    benchmark:
        f"{UIT}/benchmarks/teken_figuren.tsv"
    conda:
        OMGEVING
    threads: 1
    resources:
        mem_mb=geheugen(1000),
        runtime=10,
    params:
        gebied=GEBIED,
        instelling=uit_editie(instellingen.Figuurinstellingen),
        tijdlijn=TIJDLIJN,
    message:
        "Tekent de figuren"
    script:
        "../scripts/teken_figuren.py"


rule bereken_cijfers:
    input:
        **uitvoer("bepaal_trajecten"),
        **uitvoer("schat_modellen"),
        **tabellen("datakwaliteit", "codeboek"),
        code=code("bereken_cijfers"),
    output:
        f"{UIT}/data/cijfers-ontwikkeling.json",
    log:
        f"{UIT}/logs/bereken_cijfers.log",
    benchmark:
        f"{UIT}/benchmarks/bereken_cijfers.tsv"
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
        "Verzamelt de cijfers voor de lopende tekst"
    script:
        "../scripts/bereken_cijfers.py"
