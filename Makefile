# `make demo` and `make test` are all that a newcomer needs; `make help` lists the rest.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
SHARED ?= ../shared

.DEFAULT_GOAL := help

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

$(STAMP): pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Dateline needs Python 3.11 or newer; $$($(PYTHON) --version) was found. Try: make PYTHON=python3.12 demo" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[dev]'
	$(BIN)/python -m dateline.gazetteer.build
	touch $@

install: $(STAMP) ## make the environment, install Dateline and build its gazetteer

demo: $(STAMP) ## read a report and print its events
	$(BIN)/dateline read examples/kessara.txt

test: $(STAMP) ## run the tests
	$(BIN)/pytest -q

lint: $(STAMP) ## style, types, import rule
	$(BIN)/ruff check src tests evaluation benchmarks
	$(BIN)/ruff format --check src tests evaluation benchmarks
	$(BIN)/mypy
	$(BIN)/lint-imports

docs: $(STAMP) ## make the generated parts of the documentation again
	$(BIN)/python -m evaluation.docs write

docs-check: $(STAMP) ## fail where a generated part of the documentation is stale
	$(BIN)/python -m evaluation.docs check

score: $(STAMP) ## annotate the development sets and print the scores
	$(BIN)/python -m evaluation.score --shared $(SHARED)

floors: $(STAMP) ## fail where a score fell below its floor
	$(BIN)/python -m evaluation.score --shared $(SHARED) --floors

corpus: $(STAMP) ## check the corpus, compile its release and figures, count what it holds
	$(BIN)/python -m evaluation.corpus check first
	$(BIN)/python -m evaluation.corpus release
	$(BIN)/python -m evaluation.corpus figures
	$(BIN)/python -m evaluation.corpus coverage

corpus-pages: $(STAMP) ## HTML pages of the corpus, in build/corpus
	$(BIN)/python -m evaluation.corpus show build/corpus

golden: $(STAMP) ## write the golden reports again, for review
	$(BIN)/python -m evaluation.golden

bench: $(STAMP) ## time a report against the parser alone
	$(BIN)/python benchmarks/speed.py

package: $(STAMP) ## build sdist and wheel, install the wheel elsewhere and read a report with it
	rm -rf dist build
	$(BIN)/python -m build --quiet --outdir dist
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --target build/installed dist/*.whl
	cd build && PYTHONPATH=installed ../$(BIN)/python -c 'import dateline; assert "installed" in dateline.__file__, dateline.__file__'
	cd build && PYTHONPATH=installed ../$(BIN)/python -m dateline read ../examples/kessara.txt --format csv > report.csv
	test $$(wc -l < build/report.csv) -gt 3

all: lint test docs-check package floors ## what CI runs

clean: ## remove the environment and what was built
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache

.PHONY: help install demo test lint docs docs-check score floors corpus corpus-pages golden bench package all clean
