# Two commands do everything on a machine with Python 3.11, pip and make:
#   make demo   sets up, builds the specimens into an embedded store, asks a question, draws a picture
#   make test   sets up with the development tools and runs all tests
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
UV := $(BIN)/uv

.PHONY: published sssom install demo test lint types docs generated clean

$(UV):
	$(PYTHON) -m venv .venv || { $(PYTHON) -m pip install --quiet --user virtualenv && $(PYTHON) -m virtualenv --quiet .venv; }
	$(BIN)/pip install --quiet --disable-pip-version-check 'uv>=0.13,<0.14'

.venv/.installed: pyproject.toml uv.lock | $(UV)
	$(UV) sync --quiet --frozen --inexact --no-dev --extra pandas --extra web
	@touch $@

.venv/.tested: pyproject.toml uv.lock | $(UV)
	$(UV) sync --quiet --frozen --inexact --extra pandas --extra web --extra mcp
	@touch $@ .venv/.installed

install: .venv/.installed

demo: install
	$(BIN)/compendium build examples --store out/demo.db
	$(BIN)/compendium ask "which guidance depends on the 2003 Buenos Aires decision" --store out/demo.db
	$(BIN)/compendium view --question guidance-depending-on-decision -p decision="Buenos Aires 2003" --store out/demo.db -o out/buenos-aires.html
	@echo
	@echo "Open out/buenos-aires.html in a browser (it needs no network). Ask more:"
	@echo "  $(BIN)/compendium questions"
	@echo "  $(BIN)/compendium ask \"which documents are cited and not held\" --store out/demo.db"

test: .venv/.tested
	$(BIN)/python -m pytest -n auto

lint: .venv/.tested
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/deptry .

types: .venv/.tested
	$(BIN)/mypy

# The links as others read them. The library that validates them has an environment of its own (see pyproject.toml).
sssom: .venv/.tested
	rm -rf out/links.db
	$(BIN)/compendium build examples --store out/links.db > /dev/null
	$(BIN)/compendium link --store out/links.db -o out/compendium.sssom.tsv
	$(UV) run --quiet --isolated --frozen --only-group sssom sssom validate out/compendium.sssom.tsv

docs: .venv/.tested
	$(BIN)/python -m ontology.generate --check
	$(BIN)/python -m ontology.pages --check
	$(BIN)/compendium evaluate --check docs/quality.md

# Writes what is generated anew: terms, their page, and the scores (which need ../shared for the seed).
generated: .venv/.tested
	$(BIN)/python -m ontology.generate
	$(BIN)/python -m ontology.pages
	$(BIN)/python -m tests.notebooks
	$(BIN)/compendium evaluate examples/gold/*.yaml tests/gold/*/gold/*.yaml tests/gold/plaintext/*.yaml ../shared/gold/*.yaml --document ../shared/frus/plaintext_cables --json tests/gold/scores.json --write docs/quality.md

# Figures on published volumes (../shared/frus; a few minutes); `make generated` puts them on the page.
published: .venv/.tested
	$(BIN)/compendium evaluate ../shared/frus --json tests/gold/frus.json --floor found=0.95 --floor right=0.97 --floor links=0.99

clean:
	rm -rf .venv out
