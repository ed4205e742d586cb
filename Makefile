# The one door to building, checking and testing this project. `make` alone lists what it can do.

PYTHON = python3
VENV = .venv
BIN = $(VENV)/bin
PIP = $(BIN)/python -m pip --quiet --disable-pip-version-check
MKDOCS = $(BIN)/python -m mkdocs
# What npm leaves behind when it has fetched the tools of a folder.
NU = tests/html/node_modules/.package-lock.json
ESLINT = tests/scripts/node_modules/.package-lock.json
LIGHTHOUSE = tests/lighthouse/node_modules/.package-lock.json
SCRIPTS = plugins/cx_stories/assets/scripts
# Who checks and publishes a fresh site.
RECIPES = plugins/cx_stories/starters/workflows
CHECKED_SITE = .cache/site
LOCALE = plugins/cx_stories/locale
# What babel would write about clocks, programs and people at the top of a catalogue.
UNWANTED = Project-Id-Version|Report-Msgid|POT-Creation|PO-Revision|Last-Translator|Language-Team|Generated-By

# How many stories `make bench` makes up and `make fuzz` spoils, how often `make bench` does everything, what it times (build, check,
# related or search), what `make test`, `make bench` and `make fuzz` hand on, and 1 to let `make lock` upgrade.
N = 1000
RUNS = 3
OF = build
BENCHMARK_OF_check = check.py
BENCHMARK_OF_related = related.py
BENCHMARK_OF_search = search/first_query.py
ARGS =
UPGRADE =

# Material for MkDocs tells of its end of life at every build. We know, and pin it; no need to repeat it.
export NO_MKDOCS_2_WARNING = 1

.NOTPARALLEL:
.PHONY: help site serve test suite scripts check lint strict fix messages reference bench edits relevance fuzz unplugged soak \
	html html-tools lighthouse lock clean

help: ## List what make can do
	@echo "Usage: make TARGET"
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  %-10s %s\n", $$1, $$2 }' Makefile

site: $(VENV)/.site ## Build the site into site/, strictly (the first run installs what it needs)
	@$(MKDOCS) build --strict
	@echo "The site is in site/. To read it in a browser, type: make serve"

serve: $(VENV)/.site ## Show the site in a browser and rebuild it while you write
	@$(MKDOCS) serve --livereload

test: $(if $(ARGS),,scripts) suite ## Run all tests, those in the browser too (ARGS="-k lessons" for some)

# As many files of tests at a time as there are processors: what the tests of a file share is made once. In their order:
# those in the browser, which take longest, begin early, and nobody waits for one of them at the end.
suite: $(VENV)/.test
	@CHROMIUM=$$($(BIN)/python tests/browser/find_chromium.py --fetch) && export CHROMIUM && \
		$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder $(ARGS)

scripts: ## Run only the tests of the scripts that need no browser
	@command -v node >/dev/null || { \
		echo "The scripts of the pages are tested with Node.js: install version 18 or newer." >&2; exit 1; }
	@mkdir -p .cache
	@node --test --test-reporter=spec tests/scripts/*.test.js >.cache/scripts.txt || { cat .cache/scripts.txt; exit 1; }
	@awk '$$2 == "pass" { print $$3 " tests of the scripts passed" }' .cache/scripts.txt

check: lint strict test ## Run everything a change must pass: lint, a strict build and all tests

lint: $(VENV)/.test $(ESLINT) ## Check style, types, layers and workflows, without running anything
	@echo "ruff: style"
	@$(BIN)/ruff check
	@echo "ruff: format"
	@$(BIN)/ruff format --check
	@echo "mypy: types"
	@$(BIN)/mypy
	@$(BIN)/mypy tests/browser/find_chromium.py tests/html/nu.py docs/reference.py
	@$(BIN)/mypy benchmarks/*.py benchmarks/relevance/*.py benchmarks/search/*.py benchmarks/dependable/*.py
	@echo "eslint: scripts"
	@tests/scripts/node_modules/.bin/eslint --config tests/scripts/eslint.config.js --max-warnings 0 \
		$(SCRIPTS) plugins/cx_stories/assets/form/*.js tests/scripts tests/lighthouse benchmarks/peers/eleventy
	@echo "import-linter: layers"
	@$(BIN)/lint-imports
	@echo "actionlint: workflows"
	@$(BIN)/actionlint -shellcheck=$(BIN)/shellcheck -pyflakes= .github/workflows/*.yml \
		$(RECIPES)/github/check.yml $(RECIPES)/github/extra.yml $(RECIPES)/github/publish.yml
	@echo "zizmor: safety of the workflows"
	@$(BIN)/zizmor --offline --no-progress .github $(RECIPES)/github/*.yml
	@echo "shellcheck: recipes for servers"
	@$(BIN)/shellcheck $(RECIPES)/anywhere/publish.sh
	@echo "check-jsonschema: settings of build servers and bots"
	@$(BIN)/check-jsonschema --quiet --builtin-schema vendor.gitlab-ci $(RECIPES)/gitlab/gitlab-ci.yml
	@$(BIN)/check-jsonschema --quiet --builtin-schema vendor.dependabot \
		.github/dependabot.yml $(RECIPES)/github/dependabot.yml
	@$(BIN)/check-jsonschema --quiet --builtin-schema vendor.renovate $(RECIPES)/github/renovate.json

strict: $(VENV)/.site
	@$(MKDOCS) build --strict --site-dir $(CHECKED_SITE)

fix: $(VENV)/.test ## Repair what ruff can repair: style and format
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format

messages: $(VENV)/.site ## Bring the translations in step with the words in templates and code
	@mkdir -p .cache
	@$(BIN)/pybabel --quiet extract --mapping-file pyproject.toml --omit-header --no-location --sort-output \
		--output-file .cache/cx_stories.pot plugins/cx_stories
	@$(BIN)/pybabel --quiet update --domain cx_stories --input-file .cache/cx_stories.pot \
		--output-dir $(LOCALE) --no-wrap --no-fuzzy-matching --ignore-obsolete
	@for file in $(LOCALE)/*/LC_MESSAGES/cx_stories.po; do \
		grep -vE '^"($(UNWANTED))' $$file >.cache/cx_stories.po && cp .cache/cx_stories.po $$file || exit 1; \
		echo "In step: $$file"; \
	done

reference: $(VENV)/.site ## Write the list of settings into the guide for owners, as the program knows them
	@$(BIN)/python docs/reference.py

bench: $(VENV)/.test ## Time builds of N made-up stories beside those of other programs (make bench N=1000 RUNS=3), a check of them (OF=check), their relations (OF=related) or a search (OF=search)
	@$(BIN)/python benchmarks/$(or $(BENCHMARK_OF_$(OF)),run.py) --stories $(N) --runs $(RUNS) $(ARGS)

edits: $(VENV)/.test ## Edit a site in every way: does a build that remembers make the same as one from nothing?
	@$(BIN)/python benchmarks/edits.py $(ARGS)

relevance: $(VENV)/.test ## Judge the related stories and the search of the demonstration beside those that others would give
	@$(BIN)/python benchmarks/relevance/compare.py
	@$(BIN)/python benchmarks/search/right_story.py

fuzz: $(VENV)/.test ## Spoil stories in N ways and see that checks cope (make fuzz N=1000, ARGS="--seed 7" for others)
	@$(BIN)/python -m tests.fuzz.mutate --count $(N) $(ARGS)

unplugged: $(VENV)/.test ## End 200 builds at random moments, and 20 for want of room (as root): is a site ever damaged?
	@$(BIN)/python benchmarks/dependable/unplugged.py $(ARGS)

soak: $(VENV)/.test ## Change a collection 500 times under a preview: does it forget, or grow?
	@$(BIN)/python benchmarks/dependable/soak.py $(ARGS)

html: html-tools $(NU) strict ## Check the HTML of every page with the Nu HTML checker (needs Java and Node)
	@$(BIN)/python tests/html/nu.py $(CHECKED_SITE)

html-tools:
	@command -v java >/dev/null || { \
		echo "The HTML check runs on Java 17 or newer: install a JRE (on Debian: default-jre-headless)." >&2; exit 1; }

lighthouse: $(LIGHTHOUSE) $(VENV)/.test strict ## Have Lighthouse look at a page of every kind, as on a phone (needs nginx and Node)
	@CHROMIUM=$$($(BIN)/python tests/browser/find_chromium.py --fetch) && export CHROMIUM && \
		$(BIN)/python -m tests.lighthouse.measure $(CHECKED_SITE)

lock: $(VENV)/.test ## Remake the requirements files from pyproject.toml (UPGRADE=1 for the newest versions)
	@for file in requirements.txt requirements-test.txt; do \
		case $$file in \
			requirements.txt) extras="--extra build" ;; \
			*) extras="--extra build --extra test --extra lint --constraint requirements.txt" ;; \
		esac; \
		echo "Locking $$file"; \
		$(BIN)/uv --no-config --quiet pip compile --universal --python-version 3.11 --generate-hashes \
			--no-emit-index-url --custom-compile-command "make lock" $(UPGRADE:1=--upgrade) \
			$$extras --output-file $$file pyproject.toml || exit 1; \
	done
	@echo "Locking benchmarks/peers/requirements.txt"
	@$(BIN)/uv --no-config --quiet pip compile --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --custom-compile-command "make lock" $(UPGRADE:1=--upgrade) \
		--output-file benchmarks/peers/requirements.txt benchmarks/peers/requirements.in

clean: ## Remove everything that make has made
	@rm -rf site .cache $(VENV) tests/html/node_modules tests/scripts/node_modules tests/lighthouse/node_modules
	@rm -rf benchmarks/peers/eleventy/node_modules
	@rm -rf .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis

$(VENV)/.created:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "Python 3.11 or newer is needed, and $(PYTHON) is not; to use another, type: make PYTHON=python3.13 site" >&2; \
		exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "This Python cannot make virtual environments: install its venv package (on Debian: python3-venv)." >&2; \
		exit 1; }
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.site: $(VENV)/.created requirements.txt pyproject.toml
	@echo "Installing what the site needs into $(VENV) (the first time takes about a minute)"
	@$(PIP) install --require-hashes -r requirements.txt
	@$(PIP) install --no-index --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.test: $(VENV)/.created requirements-test.txt requirements.txt pyproject.toml
	@echo "Installing what the tests need into $(VENV) (the first time takes about a minute)"
	@$(PIP) install --require-hashes -r requirements-test.txt
	@$(PIP) install --no-index --no-deps --no-build-isolation -e .
	@touch $(VENV)/.site $@

%/node_modules/.package-lock.json: %/package-lock.json
	@command -v npm >/dev/null || { \
		echo "Some tools are fetched with npm: install Node.js 18 or newer, with npm." >&2; exit 1; }
	@echo "Fetching what $* needs"
	@cd $* && npm ci --no-audit --no-fund --loglevel=error >/dev/null
	@touch $@
