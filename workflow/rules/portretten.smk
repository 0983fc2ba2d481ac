# A page per wijk: what the pages rest on, and the pages themselves.


rule maak_wijkportretten:
    input:
        **tabellen("wijken", "panel", "context", "codeboek", "marge", "wijkgrenzen"),
        **tabellen("wijkanalyses", "onder_de_loep"),
        analyses=rules.lees_wijkanalyses.output.samenvattingen,
        sjabloon=str(bij_ons("reports/bijlage-wijkportretten/portretten.typ")),
        stijl=bestanden("reports/_extensions/wijkrapport/typst-template.typ"),
        lettertypen=LETTERTYPEN,
        logo=LOGOBESTAND,
        code=code("maak_wijkportretten"),
    output:
        **uitvoer("maak_wijkportretten"),
        gegevens=f"{UIT}/data/wijkportretten.json",
        pdf=expand(f"{UIT}/rapport/{{deel}}.pdf", deel=PORTRETTEN),
    log:
        f"{UIT}/logs/maak_wijkportretten.log",
    benchmark:
        f"{UIT}/benchmarks/maak_wijkportretten.tsv"
    priority: 5
    conda:
        OMGEVING
    threads: 1
    resources:
        mem_mb=geheugen(1500, "wijken", 2000),
        runtime=10,
        cpus_per_task=min(PORTRETDELEN, 2),
        # parts are laid out side by side; one part takes one core
        processen=min(PORTRETDELEN, 2, workflow.cores or 1),
    params:
        gebied=GEBIED,
        instelling=uit_editie(instellingen.Portretinstellingen),
        register=REGISTERBRONNEN,
        licenties=LICENTIES,
        # other parts, other pages in each of them
        delen=PORTRETDELEN,
    message:
        "Maakt de wijkportretten"
    script:
        "../scripts/maak_wijkportretten.py"
