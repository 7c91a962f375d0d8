# «Тропа»: the commands of every day. `make` alone lists them.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help venv venv-dev demo stop test lint types contracts check screenshots bench lock clean

ARGS ?=
JOBS ?= 2
BIN := .venv/bin
MANAGE := $(BIN)/python manage.py

help: ## этот список
	@echo "Команды «Тропы»:"
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(firstword $(MAKEFILE_LIST)) | expand -t 24

venv: ## окружение .venv с пакетами для работы
	@.ci/make-venv requirements.txt

venv-dev: ## то же с пакетами для проверок
	@.ci/make-venv requirements-dev.txt

demo: venv ## показательный район; ARGS="--no-serve", ARGS="--fresh", ARGS="--port 8010"
	@$(MANAGE) demo $(ARGS)

stop: venv ## остановить встроенные серверы, если они остались
	@$(BIN)/python -m config.embedded stop

test: venv-dev ## все проверки: стиль, типы, связи, база, браузер
	@chromium=$$(.ci/find-chromium) && export CHROMIUM_PATH="$$chromium" && \
	$(MAKE) --no-print-directory lint types contracts check && \
	echo "== проверки ==" && { trap '$(BIN)/python -m config.embedded stop --state .tropa/test >/dev/null' EXIT; \
	$(BIN)/python -m pytest -n $(JOBS) --dist loadfile $(ARGS); }

lint: venv-dev ## стиль кода
	@echo "== стиль ==" && $(BIN)/ruff check . && $(BIN)/ruff format --check .

types: venv-dev ## типы
	@echo "== типы ==" && $(BIN)/mypy .

contracts: venv-dev ## кто кого вправе звать
	@echo "== связи ==" && $(BIN)/lint-imports --no-cache

check: venv-dev ## миграции и настройки в порядке
	@echo "== настройки ==" && export DJANGO_SETTINGS_MODULE=config.settings.testing TROPA_STATE_DIR=$(CURDIR)/.tropa/test && \
	$(BIN)/python -W ignore::RuntimeWarning -m django makemigrations --check --dry-run && $(BIN)/python -m django check --fail-level WARNING && \
	$(BIN)/check-jsonschema --builtin-schema vendor.compose-spec docker-compose.yml

screenshots: venv-dev ## снимки всех страниц: 1366 и 390 точек, светлые и тёмные
	@chromium=$$(.ci/find-chromium) && export CHROMIUM_PATH="$$chromium" && $(BIN)/python -m pytest tests/screenshots $(ARGS)

bench: venv-dev ## замеры рядом с обычным django-tenants
	@$(BIN)/python -m tests.bench $(ARGS)

lock: ## пересобрать списки пакетов по pyproject.toml (нужен uv)
	@command -v uv >/dev/null || { echo "Списки не пересобраны: нет программы uv. Поставьте её: pip install uv."; exit 1; }
	uv pip compile pyproject.toml --python-version 3.11.0 --generate-hashes --no-header --no-emit-index-url --output-file requirements.txt
	uv pip compile pyproject.toml --python-version 3.11.0 --extra dev --constraint requirements.txt --generate-hashes --no-header --no-emit-index-url \
		--output-file requirements-dev.txt

clean: ## остановить серверы и удалить данные и следы проверок
	@[ ! -x $(BIN)/python ] || for state in .tropa/test .tropa; do $(BIN)/python -m config.embedded remove --state $$state; done
	rm -rf .tropa .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .coverage static-built
	find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +
