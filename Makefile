# Everything here sets itself up: `make run` and `make test` work on a fresh clone.
VENV ?= .venv
PYTHON_IN_VENV := $(VENV)/bin/python
SAMPLE := resources/samples/harbour-bell.txt
# Two test processes suit a small machine; JOBS=auto takes all cores.
JOBS ?= 2
export VENV

.DEFAULT_GOAL := help
.PHONY: help setup run test lint types tests quality bench clean

help: ## say what can be made
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1|\2/p' Makefile | awk -F'|' '{ printf "  %-14s %s\n", $$1, $$2 }'

setup: ## install what is missing; nothing where all is there
	@packaging/set-up

run: setup ## clean the sample article, then open the window on it
	@mkdir -p build
	$(PYTHON_IN_VENV) -m reader clean $(SAMPLE) -o build/sample.clean.docx --fix all --redline build/sample.redline.docx
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; then \
		exec $(PYTHON_IN_VENV) -m reader $(SAMPLE); \
	else \
		echo "No display here, so the window was not opened. Where there is one: make run, or $(VENV)/bin/reader FILE"; \
	fi

test: lint types tests ## linter, strict types and all tests, without a display

lint: setup
	$(PYTHON_IN_VENV) -m ruff check .
	$(PYTHON_IN_VENV) -m ruff format --check .

types: setup
	$(PYTHON_IN_VENV) -m mypy

tests: setup
	QT_QPA_PLATFORM=offscreen $(PYTHON_IN_VENV) -m pytest -q -n $(JOBS)

quality: setup ## print how well the checks do on labelled texts, and hold it against the floors
	QT_QPA_PLATFORM=offscreen $(PYTHON_IN_VENV) -m pytest -q -s tests/quality

bench: ## print how fast Reader is, beside what it is measured against
	@packaging/set-up bench
	@status=0; for program in tests/benchmarks/bench_*.py; do \
		QT_QPA_PLATFORM=$${QT_QPA_PLATFORM:-offscreen} $(PYTHON_IN_VENV) $$program || status=1; \
	done; exit $$status

clean: ## remove what was made, the virtual environment excepted
	rm -rf build dist .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -not -path './$(VENV)/*' -prune -exec rm -rf {} +
