# Everything a person or a machine does here, one target each. `make` alone lists them.
# Needs: python3.11 or later with venv, make, and a package index. Nothing else is installed by hand.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-builtin-rules

PYTHON  ?= $(shell command -v python3.11 || command -v python3.12 || command -v python3.13 || command -v python3.14 || command -v python3)
MISSION ?= missions/iraq-2018
SITE    ?= cadre-site
PORT    ?= 8000
OUT     ?= out/$(notdir $(patsubst %/,%,$(MISSION)))
# Two workers fill the smallest machine that we test on; ARGS goes to pytest, e.g. make unit ARGS="-k programme".
WORKERS ?= 2
ARGS    ?=
# make lock UPGRADE=--upgrade takes the newest versions; without it the pins that still fit are kept.
UPGRADE ?=

export NUMBA_CACHE_DIR := $(CURDIR)/.cache/numba
unexport VIRTUAL_ENV
unexport PYTHONPATH
# Compiled modules are kept: tests and benchmarks start hundreds of processes.
unexport PYTHONDONTWRITEBYTECODE

BIN  := .venv/bin
UV   := .uv/bin/uv
CODE := $(wildcard src tests tests_browser benchmarks)

.PHONY: help
help: ## List the targets
	@awk 'BEGIN {FS = ":.*## "} /^[a-z.]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# ---- the commands

.PHONY: brief
brief: .venv/.installed ## Plan MISSION (missions/iraq-2018) and write its brief to OUT (out/iraq-2018)
	$(BIN)/cadre brief $(MISSION) --out $(OUT)

.PHONY: serve
serve: .venv/.installed ## Open the site at 127.0.0.1:PORT (8000), kept in SITE (cadre-site), with MISSION
	$(BIN)/cadre serve --data $(SITE) --port $(PORT) --mission $(MISSION)

.PHONY: test
test: lint types contracts unit ## Check everything: lint, types, contracts, tests

# ---- the parts of make test

.PHONY: lint
lint: .venv/.installed ## Style and formatting (ruff)
	$(BIN)/ruff check $(CODE)
	$(BIN)/ruff format --check $(CODE)

.PHONY: format
format: .venv/.installed ## Repair style and formatting where ruff can
	$(BIN)/ruff check --fix $(CODE)
	$(BIN)/ruff format $(CODE)

.PHONY: types
types: .venv/.installed ## Types (mypy --strict)
	$(BIN)/mypy $(CODE)

.PHONY: contracts
contracts: .venv/.installed ## Who may import whom (import-linter)
	$(BIN)/lint-imports --no-logo --cache-dir .cache/import_linter

.PHONY: unit
unit: .venv/.installed ## Tests (pytest); ARGS="..." goes to pytest
	$(BIN)/pytest -n $(WORKERS) --dist loadscope $(ARGS)

# ---- the rest

.PHONY: picture
picture: .venv/.installed ## Draw the rooms in docs/architecture.md from the imports
	$(BIN)/python -m tests.picture

.PHONY: browser
browser: .venv/.installed ## Tests in a real browser (needs chromium on the path)
	@if compgen -G 'tests_browser/test_*.py' > /dev/null; then \
	    $(BIN)/pytest tests_browser $(ARGS); \
	else \
	    echo 'no browser tests yet'; \
	fi

.PHONY: bench
bench: .venv/.bench ## Benchmarks; ARGS="..." goes to them
	$(BIN)/python -m benchmarks $(ARGS)

.PHONY: backtest
backtest: .venv/.installed ## Play published missions from their start and score what was told (docs/backtests.md)
	$(BIN)/python -m benchmarks.backtests $(ARGS)

.PHONY: schema
schema: .venv/.installed ## Write the JSON Schema of a mission folder, for editors
	$(BIN)/cadre schema src/cadre/mission_files/mission.schema.json

.PHONY: lock
lock: .uv/.made ## Pin every dependency again, with hashes (UPGRADE=--upgrade for the newest)
	$(LOCK) --group dev --extra site --output-file requirements/dev.txt
	$(LOCK) --constraints requirements/dev.txt --output-file requirements/run.txt
	$(LOCK) --constraints requirements/dev.txt --extra site --output-file requirements/site.txt
	$(LOCK) --constraints requirements/dev.txt --group bench --output-file requirements/bench.txt
	echo uv | $(COMPILE) - --output-file requirements/uv.txt

.PHONY: clean
clean: ## Remove everything that make can make again
	rm -rf .venv .uv .cache out dist

# ---- the environment, made once and again only when its inputs change

.PHONY: .venv
.venv: .venv/.installed ## Make the environment alone

# --quiet and a fixed command in the header keep hosts and paths of the machine out of the files.
COMPILE = $(UV) pip compile --quiet $(UPGRADE) --universal --python-version 3.11 --generate-hashes \
	--custom-compile-command 'make lock'
LOCK = $(COMPILE) pyproject.toml

.uv/.made: requirements/uv.txt
	$(PYTHON) -m venv --clear .uv
	.uv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt
	touch $@

.venv/.synced: .uv/.made requirements/dev.txt
	$(UV) venv --quiet --allow-existing --python $(PYTHON) .venv
	$(UV) pip sync --quiet --require-hashes requirements/dev.txt
	touch $@

.venv/.installed: .venv/.synced pyproject.toml src/cadre/__init__.py
	$(UV) pip install --quiet --no-deps --no-build-isolation -e .
	touch $@

.venv/.bench: .venv/.installed requirements/bench.txt
	$(UV) pip install --quiet --require-hashes -r requirements/bench.txt
	touch $@
