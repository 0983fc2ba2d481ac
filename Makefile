# Kwetsbare wijken in beeld. `make help` toont wat er kan.
SHELL := /bin/sh
.DEFAULT_GOAL := help

EDITIE ?=
BRONNEN ?=
CORES ?= all
PROCESSEN ?= 2
ARGS ?=
BASIS ?=
OUD ?=
NIEUW ?=
VAN ?=
NAAR ?=
SPIEGEL ?=
MANIFEST ?=
ZIP ?=
ZIN ?=
GETAL ?=
PAGINA ?=
WIJK ?=
GEMEENTE ?=
DOEL ?=
AANVAARD ?=
QUARTO_CLI := quarto-cli==1.10.19
PEERS := pyfixest==0.60.0 wildboottest==0.3.2

BIN := .venv/bin
KLAAR := .venv/.klaar
SNAKEMAKE := $(BIN)/snakemake --cores $(CORES) \
	$(if $(EDITIE),--configfile "$(EDITIE)") \
	$(if $(BRONNEN),--config bronnen_map="$(BRONNEN)")

# The first Python that runs and is 3.11, 3.12 or 3.13.
ZOEK_PYTHON = for p in "$(PYTHON)" python3 python3.13 python3.12 python3.11 python; do \
	"$$p" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null \
	&& echo "$$p" && break; done

# Says something when the environment is not that of this lock and this folder.
CONTROLEER = { pwd -P; cat requirements.lock; } | cmp -s - $(KLAAR) && $(BIN)/python -c '' || echo opnieuw

# The name of an edition, from its config.
NAAM_VAN_EDITIE = $$(sed -n 's/^editie: *//p' "$(or $(EDITIE),config/config.yaml)")

# A heading between the parts of a test run.
kop = printf '\n── %s ──\n' "$(1)"

.PHONY: help website bronnen verifieer herleid wijkportret praktijklab kijkblad rapport test test-snel lint stijl typen toets toets-snel omgeving omgeving-opnieuw kijk-website browser slurm slurm-toets quarto benchmark vergelijk vergelijk-code nieuwe-editie voorregistratie clean lock docs voorbeelddata landelijk schaal validatie afbreken

help: ## toont deze hulp
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-16s %s\n", $$1, $$2 }' Makefile
	@echo
	@echo "Instellingen:"
	@echo "  EDITIE=<bestand>   configuratie van een editie (standaard: config/config.yaml)"
	@echo "  BRONNEN=<map>      map met de bronbestanden"
	@echo "  SPIEGEL=<map>      map of adres in plaats van de uitgevers (make bronnen)"
	@echo "  CORES=<n>          aantal rekenkernen (standaard: all)"
	@echo "  PROCESSEN=<n>      aantal processen waarin de toetsen draaien (standaard: 2)"
	@echo "  ARGS=\"...\"         gaat door naar snakemake, bijvoorbeeld ARGS=\"--dry-run\""
	@echo
	@echo "Zonder make, in de omgeving (. .venv/bin/activate): snakemake"

rapport: $(KLAAR) ## de PDF's van de voorbeeldeditie (of van EDITIE=config/edities/<naam>.yaml)
	@[ -z "$(EDITIE)" ] || [ -f "$(EDITIE)" ] || { \
	  echo "FOUT: de configuratie '$(EDITIE)' is er niet."; \
	  echo "  Wat te doen: kies een bestand uit config/edities/ of maak er een."; exit 1; }
	@$(SNAKEMAKE) $(ARGS)

website: $(KLAAR) ## alleen de website van een editie (opent in een browser: results/<editie>/website/index.html)
	@$(SNAKEMAKE) $(ARGS) -- "results/$(NAAM_VAN_EDITIE)/website/index.html" "results/$(NAAM_VAN_EDITIE)/website/downloads"

bronnen: $(KLAAR) ## haalt de bestanden van de uitgevers op voor EDITIE (SPIEGEL=<map of adres>, AANVAARD=1)
	@$(BIN)/python workflow/scripts/haal_bronnen.py $(if $(EDITIE),"$(EDITIE)") \
	  $(if $(BRONNEN),--bronnen "$(BRONNEN)") $(if $(SPIEGEL),--spiegel "$(SPIEGEL)") \
	  $(if $(AANVAARD),--aanvaard) $(ARGS)

verifieer: $(KLAAR) ## gaat een publicatie na (MANIFEST=<manifest.json> of ZIP=<publicatie.zip>)
	@$(BIN)/python workflow/scripts/verifieer.py $(if $(EDITIE),--editie "$(EDITIE)") \
	  $(if $(BRONNEN),--bronnen "$(BRONNEN)") $(ARGS) \
	  "$(or $(ZIP),$(MANIFEST),results/$(NAAM_VAN_EDITIE)/manifest.json)"

herleid: $(KLAAR) ## van woorden naar ruwe regels (ZIN="...", GETAL=<naam> of PAGINA=<document>:<n>)
	@$(BIN)/python workflow/scripts/herleid.py "results/$(NAAM_VAN_EDITIE)" $(ARGS) \
	  $(if $(BRONNEN),--bronnen "$(BRONNEN)") $(if $(ZIN),--zin "$(ZIN)") \
	  $(if $(GETAL),--getal "$(GETAL)") $(if $(PAGINA),--pagina "$(PAGINA)")

wijkportret: $(KLAAR) ## de bladzijde van één wijk of gemeente als PDF (WIJK=<code of naam> of GEMEENTE=<naam>, DOEL=<bestand>)
	@$(BIN)/python workflow/scripts/wijkportret.py "results/$(NAAM_VAN_EDITIE)" $(ARGS) \
	  $(if $(WIJK),--wijk "$(WIJK)") $(if $(GEMEENTE),--gemeente "$(GEMEENTE)") \
	  $(if $(DOEL),--doel "$(DOEL)")

praktijklab: $(KLAAR) ## hand-out van twee bladzijden per thema als PDF (THEMA=<sleutel of naam>, anders alle; DOEL=<bestand>)
	@$(BIN)/python workflow/scripts/praktijklab.py "results/$(NAAM_VAN_EDITIE)" $(ARGS) \
	  $(if $(THEMA),--thema "$(THEMA)") $(if $(DOEL),--doel "$(DOEL)")

kijkblad: $(KLAAR) ## een beeld per PDF met alle bladzijden, gemeten op vulling, kantlijn en lettergrootte (ARGS=--help)
	@$(BIN)/python workflow/scripts/kijkblad.py "results/$(NAAM_VAN_EDITIE)" $(ARGS)

omgeving: $(KLAAR)

# The environment is made again when the lock says something else, when it was interrupted, and when
# the folder moved: richt_in.py looks, also where the times of the files say that all is well.
$(KLAAR): $(if $(shell $(CONTROLEER)),omgeving-opnieuw)
	@py=$$($(ZOEK_PYTHON)); \
	if [ -z "$$py" ]; then \
	  echo "FOUT: geen Python 3.11, 3.12 of 3.13 gevonden."; \
	  echo "  Wat te doen: installeer Python 3.11 of nieuwer, of geef hem op met PYTHON=<pad>."; \
	  exit 1; fi; \
	"$$py" workflow/scripts/richt_in.py

omgeving-opnieuw:

test: lint toets ## stijl, typen en alle toetsen, van snel naar traag

test-snel: stijl toets-snel ## stijl en de snelle toetsen, in een minuut

lint: stijl typen ## stijl en typen alleen

stijl: $(KLAAR)
	@$(call kop,Stijl)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/python -m snakefmt --check Snakefile workflow/rules
	$(BIN)/python -m snakemake --lint

typen: $(KLAAR)
	@$(call kop,Typen)
	$(BIN)/python -m mypy

# One file of tests stays in one process, with what it made; the fast files go first.
PYTEST = $(BIN)/python -m pytest -n $(PROCESSEN) --dist loadfile --no-loadscope-reorder

toets: $(KLAAR)
	@$(PYTEST) $(ARGS)

toets-snel: $(KLAAR)
	@$(PYTEST) -m "not traag and not hele_run and not website" $(ARGS)

kijk-website: $(KLAAR) ## beelden van zes bladen van de website van een editie, om te bekijken
	@$(BIN)/python tests/kijk_website.py "results/$(NAAM_VAN_EDITIE)"

browser: $(KLAAR) ## zet Chromium en Firefox klaar voor de toetsen van de website, of zegt wat te doen
	@$(BIN)/python tests/browser.py

slurm: $(KLAAR) ## voegt de stekker toe waarmee Snakemake taken aan Slurm geeft (docs/cluster.md)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes \
	  -r requirements-slurm.lock > .venv/slurm.log 2>&1 && \
	  echo "De stekker staat klaar: snakemake --profile profiles/slurm (zie docs/cluster.md)." || { \
	  echo "FOUT: de stekker voor Slurm is niet te installeren (de melding staat in .venv/slurm.log)."; \
	  echo "  Wat te doen: ga na of pakketten van PyPI in bereik zijn."; exit 1; }

slurm-toets: $(KLAAR) ## zet een Slurm van één knoop klaar voor de toets ermee, of zegt wat te doen
	@$(BIN)/python tests/slurm_klaar.py

quarto: $(KLAAR) ## voegt Quarto toe aan de omgeving (nodig: GitHub in bereik)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check "$(QUARTO_CLI)" \
	  > .venv/quarto.log 2>&1 && $(BIN)/quarto --version > /dev/null 2>> .venv/quarto.log && \
	  echo "Quarto $$($(BIN)/quarto --version) staat klaar; rapport.engine auto neemt het nu vanzelf." || { \
	  echo "FOUT: Quarto is niet te installeren. Het pakket quarto-cli haalt Quarto bij GitHub op,"; \
	  echo "  en dat is hier niet in bereik (de melding staat in .venv/quarto.log)."; \
	  echo "  Wat te doen: installeer Quarto 1.10 of nieuwer vanaf https://quarto.org/docs/download/,"; \
	  echo "  of werk zonder: rapport.engine auto neemt dan pandoc met Typst en maakt dezelfde PDF's."; \
	  exit 1; }

benchmark: $(KLAAR) .venv-peers/.klaar ## meet tijd en geheugen; schrijft results/benchmark.json
	@$(BIN)/python tests/benchmark.py $(ARGS)

schaal: $(KLAAR) ## meet wat een editie van elke grootte kost; schrijft docs/schaal.md (een kwartier)
	@$(BIN)/python tests/schaal.py $(ARGS)

vergelijk: $(KLAAR) ## zegt wat er tussen twee edities veranderde (OUD=results/<a> NIEUW=results/<b>, of hun publicatie.zip)
	@$(BIN)/python workflow/scripts/vergelijk.py --oud "$(OUD)" --nieuw "$(NIEUW)" $(ARGS)

vergelijk-code: $(KLAAR) ## vergelijkt de uitkomsten met een andere versie (BASIS=<commit of tag>)
	@[ -n "$(BASIS)" ] || { echo "FOUT: welke versie? Wat te doen: make vergelijk-code BASIS=<commit of tag>."; exit 1; }
	@$(BIN)/python tests/vergelijk_code.py --basis "$(BASIS)" \
	  $(if $(EDITIE),--editie "$(EDITIE)") $(if $(BRONNEN),--bronnen "$(BRONNEN)") $(ARGS)

validatie: $(KLAAR) ## toetst de toetsen op nagebootste edities; schrijft docs/validatie.md
	@$(BIN)/python tests/validatie.py $(ARGS)

# Wat de bootstrap ter vergelijking meet; geen onderdeel van de omgeving. Zonder kan ook.
.venv-peers/.klaar:
	@echo "Zet de vergelijkingspakketten klaar in .venv-peers (eenmalig) ..."
	@py=$$($(ZOEK_PYTHON)); "$$py" -m venv --clear .venv-peers && .venv-peers/bin/python -m pip \
	  install --quiet --disable-pip-version-check $(PEERS) || \
	  echo "De vergelijkingspakketten zijn niet te installeren; de meting gaat zonder verder."
	@mkdir -p .venv-peers && touch $@

afbreken: $(KLAAR) ## breekt honderd runs hard af en start ze opnieuw: steeds dezelfde bytes?
	@$(BIN)/python tests/afbreken.py $(ARGS)

nieuwe-editie: $(KLAAR) ## schrijft een voorstel voor een nieuwe editie (VAN=<editie> NAAR=<nieuwe editie>)
	@$(BIN)/python workflow/scripts/nieuwe_editie.py "$(VAN)" "$(NAAR)" $(if $(BRONNEN),--bronnen "$(BRONNEN)") $(ARGS)

voorregistratie: $(KLAAR) ## toont het blok voorregistratie van een editie, om in de configuratie te plakken
	@$(BIN)/python workflow/scripts/toon_voorregistratie.py "$(or $(EDITIE),config/config.yaml)"

clean: $(KLAAR) ## verwijdert de resultaten van een editie, nooit de bronbestanden
	@$(BIN)/python workflow/scripts/ruim_op.py $(if $(EDITIE),"$(EDITIE)",config/config.yaml)

docs: $(KLAAR) ## schrijft de documentatie die uit code, schema en register komt opnieuw, en het Word-sjabloon
	@$(BIN)/python workflow/scripts/schrijf_docs.py

landelijk: $(KLAAR) ## maakt de fictieve landelijke gegevens van config/edities/buurten.yaml
	@$(BIN)/python workflow/scripts/maak_landelijk.py $(ARGS)

voorbeelddata: $(KLAAR) ## maakt de voorbeelddata opnieuw, byte voor byte gelijk
	@$(BIN)/python workflow/scripts/maak_voorbeeld.py

lock: ## vernieuwt requirements.lock na een wijziging van requirements.in
	@py=$$($(ZOEK_PYTHON)); "$$py" -m venv .venv-lock && .venv-lock/bin/pip install -q uv && \
	.venv-lock/bin/uv pip compile --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url -o requirements.lock requirements.in && \
	.venv-lock/bin/uv pip compile --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url -c requirements.lock -o requirements-slurm.lock requirements-slurm.in && \
	rm -rf .venv-lock
