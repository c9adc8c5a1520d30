# make demo    sets up .venv and reads the examples        make test    sets up and runs every test
# make lint    style, types and the doors between rooms    make floors  quality on gold, none below its floor
# make gold    quality on gold, every miss by its cause    make bench   speed and memory beside peers
# make corpus  every report of the corpus, spans checked   make docs    the documentation as HTML
# make clean   removes what these made
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt
SHARED ?= ../shared
JOBS ?= 1

.PHONY: demo test lint gold floors corpus bench docs clean

demo: $(VENV)/.core
	$(BIN)/readout read examples/*.txt
	@echo
	@echo "Next: $(BIN)/readout read YOUR-REPORT.txt --format html --output page.html"
	@echo "      $(BIN)/readout why ID examples/*.txt   (an ID stands beside each fact above)"
	@echo "      docs/tutorial/first-reading.md walks through one report."

test: $(VENV)/.test
	$(BIN)/python -m pytest

lint: $(VENV)/.lint
	$(BIN)/ruff check src models tests training benches
	$(BIN)/mypy
	$(BIN)/lint-imports

gold: $(VENV)/.core
	$(BIN)/python -m benches.causes $(SHARED)/gold/score.py $(SHARED)/gold/dev.json --misses

floors: $(VENV)/readings.jsonl
	$(BIN)/python $(SHARED)/gold/score.py $(SHARED)/gold/dev.json $< --floors benches/floors.json

# Every report of the corpus is read and each span checked; EVERY=40 takes one in forty.
EVERY ?= 1
corpus: $(VENV)/.core
	$(BIN)/python benches/corpus.py $(SHARED)/corpus/reports.jsonl.gz $(EVERY) $(JOBS)

bench: $(VENV)/.bench
	$(BIN)/python benches/speed.py $(SHARED)/corpus/reports.jsonl.gz
	$(BIN)/python -m benches.ledger $(SHARED)/corpus/reports.jsonl.gz

docs: $(VENV)/.docs
	$(BIN)/sphinx-build -W -q -b html docs docs/_build/html
	@echo "docs/_build/html/index.html"

# Read anew each time: whatever changed may change a reading.
.PHONY: $(VENV)/readings.jsonl
$(VENV)/readings.jsonl: $(VENV)/.core
	$(BIN)/readout read $(SHARED)/gold/dev.inputs.jsonl --format json --output $@

$(BIN)/python:
	@echo "Setting up $(VENV), once: a minute or two."
	@$(PYTHON) -m venv $(VENV)

# What is set up leaves a stamp, so that it is not set up again until the versions change.
# Its code is compiled and its data read once here, as pip does with what it installs: a short command need not do it again.
$(VENV)/.core: pyproject.toml constraints.txt | $(BIN)/python
	$(INSTALL) -e .
	@PYTHONDONTWRITEBYTECODE= $(BIN)/python -m compileall -q src models/en/src
	@PYTHONDONTWRITEBYTECODE= $(BIN)/python -c "from readout.model.yaml_file import read_all; read_all()"
	@touch $@

$(VENV)/.test $(VENV)/.lint $(VENV)/.docs $(VENV)/.bench: $(VENV)/.%: $(VENV)/.core
	$(INSTALL) -e '.[$*]'
	@touch $@

clean:
	rm -rf $(VENV) build dist docs/_build
