# The qualitative half: read the analyses, join them by CBS code, draw a profile for each.


rule lees_wijkanalyses:
    input:
        **tabellen("bronwijken"),
        bestanden=BRON.get("wijkanalyses", []),
        adviezen=BRON.get("adviezen", []),
        lettertypen=LETTERTYPEN,
        code=code("lees_wijkanalyses"),
    output:
        analyses=f"{UIT}/data/wijkanalyses.json",
        samenvattingen=f"{UIT}/data/wijkanalyses-samengevat.json",
        adviezen=f"{UIT}/data/adviezen.json",
        beelden=directory(f"{UIT}/data/wijkanalyses-beelden"),
    log:
        f"{UIT}/logs/lees_wijkanalyses.log",
    benchmark:
        f"{UIT}/benchmarks/lees_wijkanalyses.tsv"
    priority: 100
    conda:
        OMGEVING
    # The first step of a run after an edit: nothing else is there to take the second core.
    threads: 1
    resources:
        mem_mb=geheugen(1000),
        runtime=10,
        cpus_per_task=2,
        draden=min(2, workflow.cores or 1),
    params:
        gebied=GEBIED,
        map=lambda wildcards: BRON.get("wijkanalyses_map", ""),
        adviezen_map=lambda wildcards: BRON.get("adviezen_map", ""),
        themas=EDITIE["wijkanalyses"]["themas"],
        wijzigingen=EDITIE["wijkanalyses"].get("wijzigingen", "weiger"),
    message:
        "Leest en controleert de wijkanalyses"
    script:
        "../scripts/lees_wijkanalyses.py"


rule koppel_wijkanalyses:
    input:
        **tabellen("wijken", "panel", "bronwijken"),
        analyses=rules.lees_wijkanalyses.output.analyses,
        adviezen=rules.lees_wijkanalyses.output.adviezen,
        code=code("koppel_wijkanalyses"),
    output:
        **uitvoer("koppel_wijkanalyses"),
    log:
        f"{UIT}/logs/koppel_wijkanalyses.log",
    benchmark:
        f"{UIT}/benchmarks/koppel_wijkanalyses.tsv"
    localrule: True
    conda:
        OMGEVING
    threads: 1
    resources:
        mem_mb=1000,
        runtime=10,
    params:
        gebied=GEBIED,
        themas=EDITIE["wijkanalyses"]["themas"],
        eindjaar=EDITIE["eindjaar"],
    message:
        "Koppelt de wijkanalyses aan de cijfers"
    script:
        "../scripts/koppel_wijkanalyses.py"


rule teken_wijkprofielen:
    input:
        **tabellen("wijkprofielen", "wijkanalyses", "themas", "gemiddelden"),
        lettertypen=LETTERTYPEN,
        code=code("teken_wijkprofielen"),
    output:
        directory(f"{UIT}/figuren/wijkprofielen"),
    log:
        f"{UIT}/logs/teken_wijkprofielen.log",
    benchmark:
        f"{UIT}/benchmarks/teken_wijkprofielen.tsv"
    priority: 5
    conda:
        OMGEVING
    # With two threads it would wait until both cores are free, and every document would wait for it;
    # it draws with two processes all the same, because after one edit nothing else runs.
    threads: 1
    resources:
        mem_mb=geheugen(2000),
        runtime=10,
        cpus_per_task=2,
        processen=min(2, workflow.cores or 1),
    params:
        gebied=GEBIED,
        instelling=uit_editie(instellingen.Kaderinstellingen),
    message:
        "Tekent de profielen bij de wijkanalyses"
    script:
        "../scripts/teken_wijkprofielen.py"
