# Chronotope: `make site` builds the site, `make test` runs all checks. Each sets up what it needs, once.

PYTHON ?= $(shell for each in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$each -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$each && break; done)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet install --require-hashes
VENDOR := timeline/site/vendor/hashes.json
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-annotate --no-header

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help site test lint lock vendor browser screenshots region-maps bench bench-page bench-times bench-places bench-events bench-gazetteer clean

help: ## list what can be made
	@sed -n 's/^\([a-z-]*\):.*## /make \1	/p' Makefile

site: $(VENV)/runtime vendor ## build site/ from articles/ and say where to open it
	@$(BIN)/python build_site.py

test: lint browser vendor ## set up everything and run all tests, those in a browser included
	@$(BIN)/python -m pytest

lint: $(VENV)/dev ## check style, form and types
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy

browser: $(VENV)/dev
	@$(BIN)/python tests/chromium.py
	@$(BIN)/python tests/firefox.py

vendor: $(VENDOR)

screenshots: $(VENV)/dev browser site ## make the README's picture and others, in screenshots/, from the built site
	@$(BIN)/python -m timeline.site.screenshots site screenshots
	@mkdir -p docs && cp screenshots/desk-event.png docs/screenshot.png

region-maps: $(VENV)/dev browser ## draw what each region's folder knows, in docs/
	@for each in caucasus sudan; do $(BIN)/python -m tests.region_map $$each docs/region-$$each.png; done

bench: $(VENV)/dev vendor ## measure what a user waits for
	@$(BIN)/python tests/bench/waiting.py

bench-page: $(VENV)/dev browser vendor ## time the page at 300 to 1,000,000 events, beside Folium's layers: make bench-page [NPM=node_modules with leaflet.markercluster] [SIZES=[300,10000]]
	@PYTHONPATH=. $(BIN)/python tests/bench/page.py $(if $(NPM),--npm "$(NPM)") $(if $(SIZES),--sizes "$(SIZES)")

bench-times: $(VENV)/dev ## score time tagging on public corpora: make bench-times CORPORA=folder [ONLY=name] [HEIDELTIME=folder]
	@test -n "$(CORPORA)" || { echo "Name the folder of corpora (docs/times.md says what it holds): make bench-times CORPORA=folder" >&2; exit 1; }
	@PYTHONPATH=. $(BIN)/python tests/bench/times_corpora.py "$(CORPORA)" --only "$(ONLY)" \
		$(if $(HEIDELTIME),--heideltime "$(HEIDELTIME)")

bench-places: $(VENV)/dev ## score the geoparser on public corpora: make bench-places CORPORA=folder [ONLY=name]
	@test -n "$(CORPORA)" || { echo "Name the folder of corpora (docs/places.md says what it holds): make bench-places CORPORA=folder" >&2; exit 1; }
	@PYTHONPATH=. $(BIN)/python tests/bench/places_corpora.py "$(CORPORA)" --only "$(ONLY)"

bench-events: $(VENV)/dev browser ## score events, merging, scores and speed on our own gold, and draw what a score means
	@PYTHONPATH=. $(BIN)/python tests/bench/events.py --plot docs/events-score.png

bench-gazetteer: $(VENV)/dev ## compile a made-up dump of GeoNames' size and read with it: make bench-gazetteer [SIZE=0.1] [TEXT=folder] [KEEP=folder] [USE=folder]
	@nice $(BIN)/python tests/bench/gazetteer.py --size $(or $(SIZE),1) $(if $(TEXT),--text "$(TEXT)") \
		$(if $(KEEP),--keep "$(KEEP)") $(if $(USE),--use "$(USE)")

lock: $(VENV)/dev ## pin all packages anew, with hashes
	@$(COMPILE) --upgrade pyproject.toml --output-file requirements.txt
	@$(COMPILE) --upgrade pyproject.toml --extra dev --extra online --extra sources --constraint requirements.txt \
		--output-file requirements-dev.txt
	@$(COMPILE) --upgrade --group node --output-file requirements-node.txt
	@$(BIN)/python tests/test_locks.py

clean: ## remove what was built or fetched, the articles and corrections never
	rm -rf $(VENV) node_modules timeline/site/vendor build dist .cache .mypy_cache .ruff_cache .pytest_cache

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is needed. Install it (Debian: apt-get install python3 python3-venv)," \
		"or name it: make PYTHON=/path/to/python3.12" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "$(PYTHON) can't make an environment." \
		"Install its venv module (Debian: apt-get install python3-venv)" >&2; exit 1; }

$(VENV)/runtime: requirements.txt | $(VENV)/bin/python
	@echo "Installing packages into $(VENV) ..."
	@$(PIP) -r requirements.txt
	@touch $@

$(VENV)/dev: requirements-dev.txt | $(VENV)/bin/python
	@echo "Installing packages for tests into $(VENV) ..."
	@$(PIP) -r requirements-dev.txt
	@touch $@ $(VENV)/runtime

$(VENDOR): package-lock.json requirements-node.txt | $(VENV)/bin/python
	@command -v npm >/dev/null || $(PIP) -r requirements-node.txt
	@rm -rf node_modules
	@$(BIN)/python -m timeline.site.vendor
	@touch $@
