# From tidy tables to trajectories, models and figures.


rule bepaal_trajecten:
    message:
        "Bepaalt selectie, klassen, clusters en ontwikkeling"
    input:
        panel=rules.lees_bronnen.output.panel,
        wijken=rules.lees_bronnen.output.wijken,
        code=code("bepaal_trajecten"),
    output:
        **tabellen(TRAJECT_TABELLEN),
    params:
        **{
            sleutel: EDITIE[sleutel]
            for sleutel in [
                "jaren",
                "eindjaar",
                "vensters",
                "decompositie_vensters",
                "selectie",
                "klassen",
                "clusters",
                "stijgers_dalers",
            ]
        },
        regressievensters=EDITIE["regressie"]["vensters"],
    log:
        f"{UIT}/logs/bepaal_trajecten.log",
    benchmark:
        f"{UIT}/benchmarks/bepaal_trajecten.tsv"
    script:
        "../scripts/bepaal_trajecten.py"


rule schat_modellen:
    message:
        "Schat de modellen"
    input:
        wijken=rules.bepaal_trajecten.output.wijken,
        context=rules.lees_bronnen.output.context,
        codeboek=rules.lees_bronnen.output.codeboek,
        code=code("schat_modellen"),
    output:
        **tabellen(MODEL_TABELLEN),
    params:
        regressie=EDITIE["regressie"],
        factoren=EDITIE["factoren"],
        basisjaar=EDITIE["basisjaar"],
    log:
        f"{UIT}/logs/schat_modellen.log",
    benchmark:
        f"{UIT}/benchmarks/schat_modellen.tsv"
    script:
        "../scripts/schat_modellen.py"


rule teken_figuren:
    message:
        "Tekent de figuren"
    input:
        panel=rules.lees_bronnen.output.panel,
        **tabellen(["wijken", "clusters", "gemiddelden", "ontwikkeling", "gevoeligheid"]),
        **tabellen(["decompositie", "stijgers_dalers", "regressie", "regressie_diagnose"]),
        grenzen=BRON.get("grenzen", []),
        lettertypen=LETTERTYPEN,
        code=code("teken_figuren"),
    output:
        directory(f"{UIT}/figuren/hoofdrapport"),
    params:
        **{
            sleutel: EDITIE[sleutel]
            for sleutel in ["jaren", "eindjaar", "vensters", "klassen", "clusters", "teksten"]
        },
        stijgers_dalers=EDITIE["stijgers_dalers"],
        regressie=EDITIE["regressie"],
        fictief=EDITIE["fictief"],
    log:
        f"{UIT}/logs/teken_figuren.log",
    benchmark:
        f"{UIT}/benchmarks/teken_figuren.tsv"
    script:
        "../scripts/teken_figuren.py"


rule bereken_cijfers:
    message:
        "Verzamelt de cijfers voor de lopende tekst"
    input:
        **tabellen(TRAJECT_TABELLEN),
        **tabellen(MODEL_TABELLEN),
        datakwaliteit=rules.lees_bronnen.output.datakwaliteit,
        codeboek=rules.lees_bronnen.output.codeboek,
        code=code("bereken_cijfers"),
    output:
        f"{UIT}/data/cijfers-ontwikkeling.json",
    params:
        delta=EDITIE["clusters"]["delta"],
    log:
        f"{UIT}/logs/bereken_cijfers.log",
    benchmark:
        f"{UIT}/benchmarks/bereken_cijfers.tsv"
    script:
        "../scripts/bereken_cijfers.py"
