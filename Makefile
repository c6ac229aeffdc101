# make demo   everything on a fresh machine with Python 3.11 to 3.13: installs, builds the graph, asks the question
# make test   lint, types, import rules, and all tests on the built wheel

PYTHON ?= python3
VENV ?= .venv
RUN := $(VENV)/bin
REPORTS := $(or $(ACUERDO_SOURCES),$(wildcard ../shared/sources))
export ACUERDO_HOME ?= $(CURDIR)/.acuerdo

.PHONY: help demo test lint types tests quick dev install install-test generate lock clean

help:  ## list what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

demo: install  ## install, build the graph into the embedded store, and ask who must act for the HLED to be restored
	ACUERDO_SOURCES=$(REPORTS) $(RUN)/acuerdo build
	ACUERDO_SOURCES=$(REPORTS) $(RUN)/acuerdo ask who-must-act hled --as-of 2021-06-01

test: install-test lint types tests  ## install what the tests need and run them all

lint:  ## style and import rules
	$(RUN)/ruff check .
	$(RUN)/ruff format --check .
	cd $(VENV) && bin/lint-imports --config ../pyproject.toml

types:  ## mypy --strict, over the installed wheel
	cd $(VENV) && bin/mypy --config-file ../pyproject.toml -p acuerdo

tests:  ## the tests, and the examples in docstrings and docs
	$(RUN)/pytest --doctest-modules --doctest-glob='*.md' --pyargs acuerdo README.md docs tests

quick: install-test  ## the tests that need no server and take no time
	$(RUN)/pytest -m 'not neo4j and not slow'

generate:  ## files made from the ontology and the catalogue; tests fail where they are stale
	$(RUN)/python -P -m acuerdo.ontology.shapes > ontology/shapes-relations.ttl
	$(RUN)/python -P -m acuerdo.ontology.json_schema > ontology/registry.schema.json
	$(RUN)/python -P -m acuerdo.ontology.reference > docs/ontology.md
	$(RUN)/python -P -m acuerdo.queries.page > docs/questions.md

lock:  ## pin everything again, with hashes (needs uv)
	uv pip compile pyproject.toml --universal --generate-hashes --no-emit-index-url -o requirements.lock
	uv pip compile pyproject.toml --universal --generate-hashes --no-emit-index-url --extra test -o requirements-test.lock

install: $(VENV)/.installed  ## the virtual environment, with acuerdo in it

install-test: $(VENV)/.installed-test

dev: install-test  ## the same, with acuerdo editable
	$(RUN)/pip install --quiet --no-deps --editable .

SOURCES := $(shell git ls-files acuerdo extract ontology graph queries pyproject.toml)

$(VENV)/.installed: requirements.lock $(SOURCES)
	test -x $(RUN)/python || $(PYTHON) -m venv $(VENV)
	$(RUN)/pip install --quiet --require-hashes -r requirements.lock
	$(RUN)/pip install --quiet --no-deps --no-build-isolation --force-reinstall .
	touch $@

$(VENV)/.installed-test: requirements-test.lock $(SOURCES)
	test -x $(RUN)/python || $(PYTHON) -m venv $(VENV)
	$(RUN)/pip install --quiet --require-hashes -r requirements-test.lock
	$(RUN)/pip install --quiet --no-deps --no-build-isolation --force-reinstall .
	touch $@

clean:  ## remove what was made
	rm -rf $(VENV) .acuerdo build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis
