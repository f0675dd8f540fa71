# make run    the program, on the example sessions; without a terminal a replay of one of them
# make test   everything that a change has to pass
# make soak   faults injected by the hundred: kills, two programs at once, bad files (a quarter of an hour)
# make exhaustive  each hostile text alone on each screen (ten minutes)
# make check-exports  the exports of a sample opened by the programs they are meant for, where those are installed
# make words  the catalogues of the screens' languages in step with the sources, and compiled
# make bench  medians, and ratios to floors measured in the same run

PYTHON ?= python3
BIN := .venv/bin
SAMPLE := sessions/2026-11-03-hartley-foods.toml
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

# Whatever goes into the package: when any of it changes, or goes, the program is installed anew.
SOURCES := $(shell find pyproject.toml README.md LICENSE hatch_build.py translating src question_banks sessions -type f ! -name '*.pyc' ! -name '*.mo' -exec cksum {} + | LC_ALL=C sort | cksum | tr ' ' -)
INSTALLED := .venv/installed-$(SOURCES)
READY := .venv/ready-$(SOURCES)

.PHONY: run test words exhaustive soak check-exports bench

run: $(INSTALLED)
	@if [ -t 0 ] && [ -t 1 ]; then \
		if [ ! -d .workspace ]; then \
			$(BIN)/brasstacks init .workspace >/dev/null && cp sessions/*.toml .workspace/sessions/ && chmod -R go-rwx .workspace; \
		fi && \
		exec $(BIN)/brasstacks --workspace .workspace; \
	else \
		exec $(BIN)/brasstacks replay --plain $(SAMPLE); \
	fi

test: $(READY)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n 2

words: $(READY)
	$(BIN)/python translating/catalogues.py

exhaustive: $(READY)
	$(BIN)/pytest -n 2 -m exhaustive

check-exports: $(READY)
	$(BIN)/python tests/foreign_programs.py .exports-checked

bench: $(INSTALLED)
	$(BIN)/python bench/bench.py

soak: $(READY)
	cd tests && ../$(BIN)/python -m soak

# Installed as people install it, byte code and all: started from its sources it is three times slower.
$(INSTALLED): | $(BIN)/python
	@$(PIP) .
	@rm -f .venv/installed-* && touch $@

$(READY): | $(BIN)/python
	@$(PIP) '.[dev]'
	@rm -f .venv/installed-* .venv/ready-* && touch $@ $(INSTALLED)

$(BIN)/python:
	@echo "Setting up in .venv: a minute or two, this once." >&2
	@$(PYTHON) -m venv .venv
