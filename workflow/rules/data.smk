# Raw data in, tidy tables out. Nothing after this stage reads the raw files.


rule lees_bronnen:
    input:
        **{naam: pad for naam, pad in BRON.items() if naam in BRONTABELLEN},
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
        mem_mb=400,
        runtime=10,
    params:
        bronnen={
            naam: EDITIE["bronnen"][naam]
            for naam in EDITIE["bronnen"]
            if naam in BRONTABELLEN
        },
        jaren=EDITIE["jaren"],
        factoren=EDITIE["factoren"],
        kenmerken=EDITIE["kenmerken"],
        labels=EDITIE["selectie"].get("labels", []),
    message:
        "Leest en controleert de bronbestanden"
    script:
        "../scripts/lees_bronnen.py"
