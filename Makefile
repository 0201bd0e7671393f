# Two commands do everything: `make run` serves the site, `make test` proves it.
SHELL := /bin/bash
PYTHON ?= python3
PORT ?= 8000
HOST ?= 127.0.0.1
export PORT HOST

BIN := .venv/bin
TEST := DJANGO_SETTINGS_MODULE=alliance_cms.settings.test DATA_DIR=$(CURDIR)/var/test
PIP := $(BIN)/pip install --quiet --disable-pip-version-check --no-input

.PHONY: run dev test lint journeys lock messages bench bench-search setup setup-dev

run: setup ## serve the site like in production, on SQLite, with demo content
	@$(BIN)/python manage.py prepare --host "$(HOST)" --port "$(PORT)"
	@exec $(BIN)/gunicorn --config alliance_cms/gunicorn.conf.py

dev: setup-dev ## serve it with automatic reloading and errors in the browser
	@DJANGO_SETTINGS_MODULE=alliance_cms.settings.dev $(BIN)/python manage.py prepare --host "$(HOST)" --port "$(PORT)"
	@DJANGO_SETTINGS_MODULE=alliance_cms.settings.dev $(BIN)/python manage.py runserver --nostatic "$(HOST):$(PORT)"

test: lint ## lint, checks, missing migrations, tests, and the journeys where Chromium is found
	@$(TEST) $(BIN)/python manage.py check --fail-level WARNING
	@$(TEST) $(BIN)/python manage.py makemigrations --check --dry-run
	@$(TEST) $(BIN)/python -m pytest --create-db
	@if [ "$(JOURNEYS)" = later ]; then :; \
	elif command -v chromium > /dev/null; then $(MAKE) --no-print-directory journeys; \
	else echo "Chromium was not found: the browser journeys did not run."; fi

lint: setup-dev ## style, floors of the house, templates
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet .
	@$(TEST) $(BIN)/lint-imports --no-logo
	@$(BIN)/djlint --lint --quiet .

journeys: setup-dev ## the browser journeys alone
	@$(BIN)/python -m pytest -n0 -m journey tests/journeys || { echo "Once more, what failed:"; \
	$(BIN)/python -m pytest -n0 -m journey tests/journeys --last-failed --last-failed-no-failures none; }

lock: setup-dev ## compile requirements.in and requirements-dev.in with hashes
	@for name in requirements requirements-dev; do $(BIN)/uv pip compile --quiet --universal --generate-hashes \
	--python-version 3.11 --no-emit-index-url --custom-compile-command "make lock" $$name.in -o $$name.txt; done

messages: setup-dev ## collect the interface words and compile the catalogues
	@$(BIN)/python manage.py messages

bench: setup-dev ## what 100,000 stories cost beside 1,000, and 5,000 members beside 130; DATABASE_URL names a PostgreSQL server, else it is SQLite
	@$(BIN)/python -m bench
	@$(BIN)/python -m bench members

bench-search: setup-dev ## how well and how fast the search answers at 20,000 pages; with DATABASE_URL on SQLite and on that database
	@$(BIN)/python -m bench.search

setup: .venv/installed

setup-dev: .venv/installed-dev

.venv/installed: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2> /dev/null \
	|| { echo "Python 3.11 or newer is needed (PYTHON=... names another one)."; exit 1; }
	@echo "Installing packages …"
	@$(PYTHON) -m venv .venv > .venv.log 2>&1 \
	|| { echo "The environment could not be made: $$(tail -n 1 .venv.log)"; exit 1; }
	@$(PIP) -r requirements.txt > .venv.log 2>&1 \
	|| { echo "The packages could not be installed; .venv.log says why: $$(grep -m1 ERROR .venv.log)"; exit 1; }
	@touch $@

.venv/installed-dev: requirements-dev.txt .venv/installed
	@$(PIP) -r requirements-dev.txt > .venv.log 2>&1 \
	|| { echo "The packages could not be installed; .venv.log says why: $$(grep -m1 ERROR .venv.log)"; exit 1; }
	@touch $@
