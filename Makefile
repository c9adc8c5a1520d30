# make demo   sets up .venv and reads the examples       make test   sets up and runs every test
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SHARED ?= ../shared

.PHONY: demo test lint gold floors bench clean

demo: $(VENV)/.core
	$(BIN)/readout read examples/*.txt
	@echo
	@echo "Next: $(BIN)/readout read YOUR-REPORT.txt --format html --output page.html"
	@echo "      $(BIN)/readout why ID examples/*.txt   (an ID stands beside each fact above)"
	@echo "      docs/tutorial/first-reading.md walks through one report."

test: $(VENV)/.test
	$(BIN)/python -m pytest

lint: $(VENV)/.lint
	$(BIN)/ruff check src models tests
	$(BIN)/lint-imports

gold: $(VENV)/.core
	$(BIN)/python benches/gold.py $(SHARED)/gold --misses

floors: $(VENV)/.core
	$(BIN)/python benches/gold.py $(SHARED)/gold --floors benches/floors.json

bench: $(VENV)/.core
	$(BIN)/pip install --quiet -c constraints.txt -e '.[bench]'
	$(BIN)/python benches/speed.py $(SHARED)/corpus/reports.jsonl.gz

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.core: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(BIN)/pip install --quiet -c constraints.txt -e .
	@touch $@

$(VENV)/.test: $(VENV)/.core
	$(BIN)/pip install --quiet -c constraints.txt -e '.[test]'
	@touch $@

$(VENV)/.lint: $(VENV)/.core
	$(BIN)/pip install --quiet -c constraints.txt -e '.[lint]'
	@touch $@

clean:
	rm -rf $(VENV) build dist docs/_build
