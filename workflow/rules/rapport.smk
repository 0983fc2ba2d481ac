# From numbers to pages: fill the templates, render, publish. The check of the tables waits for what
# the texts wait for (priority): only the publication needs it.


rule verzamel_cijfers:
    input:
        **uitvoer("koppel_wijkanalyses"),
        ontwikkeling=rules.bereken_cijfers.output[0],
        analyses=rules.lees_wijkanalyses.output.analyses,
        code=code("verzamel_cijfers"),
    output:
        f"{UIT}/cijfers.json",
    log:
        f"{UIT}/logs/verzamel_cijfers.log",
    benchmark:
        f"{UIT}/benchmarks/verzamel_cijfers.tsv"
    priority: 5
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
        "Voegt de cijfers van beide helften samen"
    script:
        "../scripts/verzamel_cijfers.py"


rule vul_sjabloon:
    input:
        unpack(materiaal),
        sjabloon=str(bij_ons("reports/{document}/document.qmd.j2")),
        hoofdstukken=hoofdstukken,
        delen=DELEN,
        code=code_tekst,
    output:
        f"{UIT}/rapport/{{document}}.qmd",
    log:
        f"{UIT}/logs/vul_sjabloon-{{document}}.log",
    benchmark:
        f"{UIT}/benchmarks/vul_sjabloon-{{document}}.tsv"
    wildcard_constraints:
        document="|".join(DOCUMENTEN),
    priority: 20
    localrule: True
    conda:
        OMGEVING
    threads: 1
    resources:
        mem_mb=1000,
        runtime=10,
    params:
        gebied=GEBIED,
        editie=tekstblokken,
        engine=ENGINE.versie,
    message:
        "Schrijft de tekst van {wildcards.document}"
    script:
        "../scripts/vul_sjabloon.py"


rule maak_pdf:
    input:
        qmd=f"{UIT}/rapport/{{document}}.qmd",
        figuren=figuurmappen,
        huisstijl=HUISSTIJL,
        literatuur=str(bij_ons("reports/literatuur.bib")),
        beelden=beeldenmap,
        logo=LOGOBESTAND,
        code=code("maak_pdf"),
    output:
        f"{UIT}/rapport/{{document}}.pdf",
    log:
        f"{UIT}/logs/maak_pdf-{{document}}.log",
    benchmark:
        f"{UIT}/benchmarks/maak_pdf-{{document}}.tsv"
    wildcard_constraints:
        document="|".join(DOCUMENTEN),
    priority: 10
    conda:
        OMGEVING
    threads: 1
    resources:
        mem_mb=geheugen(2000),
        runtime=10,
    params:
        gebied=GEBIED,
        engine=EDITIE["rapport"]["engine"],
        versie=ENGINE.versie,
        datum=EDITIE["teksten"]["datum"],
    message:
        "Maakt {wildcards.document}.pdf"
    script:
        "../scripts/maak_pdf.py"


rule controleer_tabellen:
    input:
        tabellen=TE_PUBLICEREN,
        code=code("controleer_tabellen"),
    output:
        **uitvoer("controleer_tabellen"),
    log:
        f"{UIT}/logs/controleer_tabellen.log",
    benchmark:
        f"{UIT}/benchmarks/controleer_tabellen.tsv"
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
        "Toetst de tabellen aan hun contract"
    script:
        "../scripts/controleer_tabellen.py"


# Not a part of maak_publicatie: Snakemake looks at all that a rule reads once for every output, and
# the publication reads the whole project.
rule leg_bij_de_qmd:
    input:
        figuren=FIGUURMAPPEN,
        beelden=BEELDEN,
        logo=LOGOBESTAND,
        huisstijl=HUISSTIJL,
        literatuur=str(bij_ons("reports/literatuur.bib")),
        code=code("leg_bij_de_qmd"),
    output:
        **({"logo": f"{UIT}/rapport/{LOGO}"} if LOGO else {}),
        extensie=directory(f"{UIT}/rapport/_extensions"),
        lettertypen=directory(f"{UIT}/rapport/fonts"),
        figuren=directory(f"{UIT}/rapport/figuren"),
        beelden=directory(f"{UIT}/rapport/wijkanalyses-beelden"),
        literatuur=f"{UIT}/rapport/literatuur.bib",
    log:
        f"{UIT}/logs/leg_bij_de_qmd.log",
    benchmark:
        f"{UIT}/benchmarks/leg_bij_de_qmd.tsv"
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
        "Legt bij de .qmd wat Quarto nodig heeft"
    script:
        "../scripts/leg_bij_de_qmd.py"


WEBSITE = [
    f"{UIT}/website/{deel}"
    for deel in (
        *("index.html", "wijken.html", "stijl.css", "kleuren.css"),
        *("code", "gegevens", "downloads"),
    )
]


rule maak_publicatie:
    input:
        pdf=expand(f"{UIT}/rapport/{{document}}.pdf", document=ALLE_DOCUMENTEN),
        qmd=expand(f"{UIT}/rapport/{{document}}.qmd", document=DOCUMENTEN),
        cijfers=f"{UIT}/cijfers.json",
        tabellen=[*TE_PUBLICEREN, rules.controleer_tabellen.output.codeboek_tabellen],
        bronnen=RUWE_BRONNEN,
        wijkanalyses=TEKSTBRONNEN,
        vorige=VORIGE_BESTANDEN,
        # the whole project: the manifest names every file that can change a number or a page
        code=_paden(projectbestanden(BASIS)),
        project=str(bij_ons("pyproject.toml")),
        licenties=[str(bij_ons("LICENSE")), str(bij_ons("LICENSE-teksten"))],
        logo=LOGOBESTAND,
        website=WEBSITE,
    output:
        zip=f"{UIT}/publicatie.zip",
        zip_som=f"{UIT}/publicatie.zip.sha256",
        manifest=f"{UIT}/manifest.json",
    log:
        f"{UIT}/logs/maak_publicatie.log",
    benchmark:
        f"{UIT}/benchmarks/maak_publicatie.tsv"
    localrule: True
    conda:
        OMGEVING
    threads: 1
    resources:
        mem_mb=500,
        runtime=10,
    params:
        gebied=GEBIED,
        editie=EDITIE,
        engine=ENGINE.versie,
        bronnen=REGISTERBRONNEN,
    message:
        "Bundelt de publicatie en schrijft het manifest"
    script:
        "../scripts/maak_publicatie.py"
