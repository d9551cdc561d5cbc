# Every target makes .venv when it is missing. PYTHON chooses the interpreter: make test PYTHON=python3.13
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
ifeq ($(OS),Windows_NT)
PYTHON := python
BIN    := $(VENV)/Scripts
endif

.PHONY: demo test lint golden bench simulate docs formats validate smoke sample-data sample-exports sample-squad pictures fuzz clean

CORPUS ?= ../shared/corpus

# Two stamps: `demo` and `sample-squad` need what a user needs, everything else the dev extras as well.
$(VENV)/installed: pyproject.toml
	@$(PYTHON) -c 'import sys; v = sys.version_info; v >= (3, 11) or sys.exit("footfall needs Python 3.11 or later; $(PYTHON) is %d.%d. Name another: make $(or $(MAKECMDGOALS),demo) PYTHON=python3.12" % v[:2])'
	@$(PYTHON) -c 'import os, sys; cfg = "$(VENV)/pyvenv.cfg"; sys.exit(os.path.exists(cfg) and ("version = %d.%d" % sys.version_info[:2]) not in open(cfg).read())' || rm -rf $(VENV)
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/installed-dev: pyproject.toml $(VENV)/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

demo: $(VENV)/installed ## the main job on the sample season: writes demo/report.html
	$(BIN)/python -m footfall demo -o demo/report.html --force

# Three workers on two processors: some tests wait for a browser, a batch or a cluster. Each begins with a third in one piece
# and takes over from the others at the end, so that what a folder's tests share is seldom made three times.
test: $(VENV)/installed-dev ## the whole test suite: make test WORKERS=8 where there are more processors
	$(BIN)/python -m pytest -n $(or $(WORKERS),3) --dist worksteal --benchmark-disable

lint: $(VENV)/installed-dev ## style, types, spelling and the layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/codespell

golden: $(VENV)/installed-dev ## write the golden files anew; read the difference before committing it
	$(BIN)/python -m pytest -n 0 --benchmark-disable --golden=write tests

bench: $(VENV)/installed-dev ## speeds as ratios to named peers, in one process
	$(BIN)/python -m pytest -n 0 tests/bench --benchmark-only --benchmark-columns=median,min,rounds -s

fuzz: export PYTHONPATH := tools
fuzz: $(VENV)/installed-dev ## mutants through everything that reads files: make fuzz MINUTES=10; docs/robustness.md
	$(BIN)/python -m tests.fuzz --both --minutes $(or $(MINUTES),10)

docs: $(VENV)/installed-dev ## the pages of docs/ that are made from the code
	$(BIN)/python tools/make_docs.py

pictures: export PYTHONPATH := tools
pictures: $(VENV)/installed-dev ## the pictures of README and docs, in a headless Chromium
	$(BIN)/python tools/pictures.py

formats: $(VENV)/installed-dev ## the table of devices in docs/formats.md, from a folder of real files: CORPUS=FOLDER
	$(BIN)/python tools/docs_formats.py $(CORPUS)

simulate: export PYTHONPATH := tools
simulate: export OPENBLAS_NUM_THREADS := 1
simulate: $(VENV)/installed-dev ## intervals and rules on simulated runners, into docs/simulation.md and docs/statistics.md: make simulate RUNNERS=2000
	$(BIN)/python -m simulate --runners $(or $(RUNNERS),2000) --processes $(or $(PROCESSES),2)
	$(BIN)/python -m trials --runners $(or $(RUNNERS),2000) --processes $(or $(PROCESSES),2)

validate: export PYTHONPATH := tools
validate: $(VENV)/installed-dev ## published numbers beside ours, into docs/validation.md; its corpus part from real files: CORPUS=FOLDER
	$(BIN)/python -m validate $(CORPUS)

smoke: $(VENV)/installed-dev ## build the wheel, install it alone, run the demo from it
	$(BIN)/python tools/smoke.py

sample-data: export PYTHONPATH := tools
sample-data: $(VENV)/installed-dev ## sample_data/, byte for byte
	$(BIN)/python -m sampledata sample_data

sample-exports: OUT ?= demo/exports
sample-exports: export PYTHONPATH := tools
sample-exports: $(VENV)/installed-dev ## account exports of 3,000 files with their known answer: make sample-exports OUT=folder
	$(BIN)/python -m sampledata exports $(OUT)

sample-squad: OUT ?= demo/squad
sample-squad: export PYTHONPATH := tools
sample-squad: $(VENV)/installed ## a squad for `footfall weekly`: make sample-squad OUT=folder, ATHLETES=50 RUNS=60 for a larger one
	$(BIN)/python -m sampledata squad $(OUT) $(if $(ATHLETES),--athletes $(ATHLETES)) $(if $(RUNS),--runs $(RUNS))

clean:
	rm -rf $(VENV) demo fuzz-failures build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .benchmarks
