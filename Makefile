PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8501
HOST ?= localhost

.PHONY: run host test test-all lint format bench chromium

run: $(VENV)/installed
	$(BIN)/streamlit run app.py --server.port $(PORT)

# For others: behind a proxy that serves HOST over TLS, with small uploads only.
host: $(VENV)/installed
	$(BIN)/streamlit run app.py --server.port $(PORT) --server.address 0.0.0.0 \
		--server.allowedHosts $(HOST) --server.maxUploadSize 10

test: $(VENV)/installed-dev chromium
	$(BIN)/python -m pytest -m "not full" -n 2

test-all: $(VENV)/installed-dev chromium
	$(BIN)/python -m pytest -n 2

lint: $(VENV)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/ty check

format: $(VENV)/installed-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/installed-bench chromium
	$(BIN)/python -m tests.bench

# One stamp for the product, one for its tests: a second run installs nothing.
$(VENV)/installed: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make run PYTHON=python3.11")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/installed-dev: $(VENV)/installed requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

$(VENV)/installed-bench: $(VENV)/installed-dev requirements-bench.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-bench.txt
	@touch $@

# The browser tests drive the system's Chromium; Debian's package is installed where that is allowed.
chromium:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || \
	{ test "$$(id -u)" = 0 && command -v apt-get >/dev/null && apt-get update -qq && \
	  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null; } || \
	{ echo "The browser tests need Chromium. Type: sudo apt-get install chromium"; exit 1; }
