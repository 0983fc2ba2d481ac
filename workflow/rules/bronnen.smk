# From the publishers, or a mirror, into the folder of the sources. Only on request: no other rule
# asks for it, because a run must not depend on the internet.
localrules:
    haal_bronnen,


rule haal_bronnen:
    log:
        f"{UIT}/logs/haal_bronnen.log",
    conda:
        OMGEVING
    params:
        python=sys.executable,
        script=str(SCRIPTS / "haal_bronnen.py"),
        editie=[str(pad) for pad in configbestanden()],
        opties=workflow.config_settings.config_args or [],
        bronnen=EDITIE["bronnen_map"],
    message:
        "Haalt de bestanden van de uitgevers op"
    shell:
        "{params.python:q} {params.script:q} {params.editie:q} "
        "--bronnen {params.bronnen:q} --config {params.opties:q} 2>&1 | tee {log:q}"
