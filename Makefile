# Set up, run, test and measure. Everything installs into .venv; nothing else is touched,
# except that root on Debian gets Qt's system libraries through apt.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed
EXTRAS := test,check

export PIP_CONSTRAINT := $(CURDIR)/.ci/constraints.txt
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help run test check format stress bench quality clean

help:
	@echo "make run      open the window on the sample library (without a display: print its chronology)"
	@echo "make test     run the tests, headless"
	@echo "make check    lint, types, import layers"
	@echo "make stress   long runs: random kills, fuzzing"
	@echo "make bench    speed, beside floors and peers measured in the same run"
	@echo "make quality  extraction against annotated articles"

$(VENV)/bin/python:
	@.ci/make-venv "$(PYTHON)" $(VENV)

$(STAMP): pyproject.toml .ci/constraints.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --editable '.[$(EXTRAS)]'
	@# As a packaged installation has it: a start need not compile the program's own modules.
	@$(BIN)/python -m compileall -q timeline_app
	@touch $@

.PHONY: qt-libraries
qt-libraries: $(STAMP)
	@.ci/qt-libraries $(BIN)/python

run: qt-libraries
	@.ci/run-sample $(BIN)/timeline-app

test: qt-libraries
	$(BIN)/python -m pytest

check: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(STAMP)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

stress: qt-libraries
	$(BIN)/python -m pytest -m stress

$(VENV)/.installed-bench: $(STAMP)
	$(BIN)/python -m pip install --quiet --editable '.[bench]'
	@touch $@

bench: $(VENV)/.installed-bench qt-libraries
	$(BIN)/python -m benchmarks

quality: $(STAMP)
	$(BIN)/python -m benchmarks quality

clean:
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
