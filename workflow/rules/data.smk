# Raw data in, tidy tables out. Nothing after this stage reads the raw files.


rule lees_bronnen:
    input:
        **{naam: pad for naam, pad in BRON.items() if naam in instellingen.BRONTABELLEN},
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
        mem_mb=1000,
        runtime=10,
    params:
        instelling=uit_editie(instellingen.Broninstellingen),
        ongenoemd=lambda wildcards: BRON.get("wijkanalyses_ongenoemd", {}),
    message:
        "Leest en controleert de bronbestanden"
    script:
        "../scripts/lees_bronnen.py"
