# Each target first makes what it needs; `make help` lists them. CI runs `make demo test check` (see .ci/run).

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
PIP_INSTALL := $(BIN)/python -m pip install -qq --disable-pip-version-check --retries 8 --timeout 60
DEMO := out/demo.db
DEVICE ?= cpu
THREADS ?= 2
WORKERS ?= 0
TRAINING = --device $(DEVICE) --threads $(THREADS) --workers $(WORKERS)
RASHOMON := $(BIN)/rashomon

.DEFAULT_GOAL := help
.PHONY: help env demo test check format lint types imports floors quality speed train lock clean distclean

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /\1|/p' Makefile | while IFS='|' read -r name words; do printf '  make %-10s %s\n' "$$name" "$$words"; done

env: $(INSTALLED) ## the virtual environment in .venv, with the versions of requirements.lock

$(INSTALLED): pyproject.toml requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Rashomon needs Python 3.11 or later, and '$(PYTHON)' is not that. Name another one: make PYTHON=python3.12" >&2; exit 1; }
	@test -x $(BIN)/python || { echo "Setting up $(VENV) (once, about a minute) ..."; $(PYTHON) -m venv $(VENV); }
	@for attempt in 1 2 3; do \
	  $(PIP_INSTALL) -c requirements.lock hatchling editables && \
	  $(PIP_INSTALL) -c requirements.lock --no-build-isolation -e '.[test]' && touch $@ && exit 0; \
	  echo "The installation failed (attempt $$attempt of 3)." >&2; sleep $$((attempt * 5)); \
	done; exit 1

demo: $(INSTALLED) ## read the samples and show the most disputed incident
	@mkdir -p out
	@rm -f $(DEMO) $(DEMO)-*
	$(RASHOMON) run samples/reports --workspace $(DEMO)
	@echo
	$(RASHOMON) show --workspace $(DEMO)
	@echo
	@echo "To go on ($(RASHOMON) --help tells the rest):"
	@printf '  $(RASHOMON) %-46s # %s\n' \
	  'why CELL -w $(DEMO)' 'the sentences behind a cell: its name stands beside it above' \
	  'disputes -w $(DEMO)' 'what accounts contradict one another on, sharpest first' \
	  'timeline -w $(DEMO)' 'all incidents by date, with their tolls' \
	  'lineage -w $(DEMO)' 'who copied whom' \
	  'chain Akashat -w $(DEMO)' 'what it answers and what answers it' \
	  'judge accept CELL --by YOU -w $(DEMO)' 'keep a decision; judge undo last takes it back' \
	  'diff 2024-01-05 -w $(DEMO)' 'what is new since a day' \
	  'export -o out/demo.html -w $(DEMO)' 'a page that can be mailed' \
	  'run FILE-OR-FOLDER -w my.db' 'your own reports'
	@echo
	@echo "The workbench: run the next line, and open the address that it tells in a browser."
	@echo "  $(RASHOMON) serve -w $(DEMO)"

test: $(INSTALLED) ## all tests
	$(BIN)/python -m pytest

check: format lint types imports floors ## everything that CI checks besides the tests

format: $(INSTALLED)
	$(BIN)/ruff format --check .

lint: $(INSTALLED)
	$(BIN)/ruff check .

types: $(INSTALLED)
	$(BIN)/mypy

imports: $(INSTALLED)
	$(BIN)/lint-imports

floors: $(INSTALLED) ## fail where the reader's scores are under their floors
	$(BIN)/python benchmarks/quality.py --check
	$(BIN)/python benchmarks/timexes.py --check
	$(BIN)/python benchmarks/toponyms.py --check
	$(BIN)/python benchmarks/actors.py --check
	$(BIN)/python benchmarks/copies.py --check
	$(BIN)/python benchmarks/ecb.py --check
	$(BIN)/python benchmarks/pairs.py --check

quality: $(INSTALLED) ## the reader's scores, in three tables
	$(BIN)/python benchmarks/quality.py
	$(BIN)/python benchmarks/actors.py
	$(BIN)/python benchmarks/copies.py
	$(BIN)/python benchmarks/ecb.py
	$(BIN)/python benchmarks/crowded.py
	$(BIN)/python benchmarks/pairs.py
	$(BIN)/python benchmarks/muc4.py
	$(BIN)/python benchmarks/timexes.py
	$(BIN)/python benchmarks/toponyms.py

speed: $(INSTALLED) ## throughput and memory
	$(BIN)/python benchmarks/speed.py
	$(BIN)/python benchmarks/toponyms.py --speed

train: $(INSTALLED) ## make the reader's weights anew: two seeds of either size, one small reader taught by all, models/ (a day on two cores; minutes with DEVICE=cuda WORKERS=6)
	$(PIP_INSTALL) torch==2.13.0
	$(PIP_INSTALL) -e '.[train]'
	for seed in 1 2; do $(BIN)/python -m training train --seed $$seed $(TRAINING) || exit 1; done
	for seed in 1 2; do $(BIN)/python -m training train --large --seed $$seed $(TRAINING) || exit 1; done
	$(BIN)/python -m training distil $(TRAINING)
	$(BIN)/python -m training measure
	$(BIN)/python -m training ship

lock: $(INSTALLED) ## write the installed versions to requirements.lock
	$(BIN)/python -m pip freeze --exclude-editable --exclude pip --exclude setuptools --exclude wheel --exclude torch | \
	  grep -E '^[^ ]+==[^ ]+$$' > requirements.lock.new
	mv requirements.lock.new requirements.lock
	touch $(INSTALLED)

clean: ## remove what was made, but keep .venv
	rm -rf out build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find src tests benchmarks samples -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean ## remove .venv too
	rm -rf $(VENV)
