"""docker-compose.yml keeps what docs/production.md promises: two webs with two logins, nothing open to the world."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
# What only tests read is set by the tests themselves.
SETTINGS = sorted({*(ROOT / "config" / "settings").glob("*.py")} - {ROOT / "config" / "settings" / "testing.py"})
PRODUCT = ["migrate", "web-school", "web-municipal", "worker", "beat"]


@pytest.fixture(scope="module")
def services() -> dict[str, Any]:
    document: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
    found: dict[str, Any] = document["services"]
    return found


def test_the_file_is_a_valid_compose_file() -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec"]
    checked = subprocess.run(
        [*command, ROOT / "docker-compose.yml"], check=False, capture_output=True, text=True, cwd=ROOT
    )

    assert (checked.returncode, checked.stdout) == (0, "ok -- validation done\n")


def login(service: dict[str, Any], variable: str = "DATABASE_URL") -> str | None:
    url = service.get("environment", {}).get(variable)
    return url.partition("://")[2].partition(":")[0] if url else None


def test_each_process_has_the_login_of_its_work(services: dict[str, Any]) -> None:
    assert {name: login(services[name]) for name in PRODUCT} == {
        "migrate": "school_login",
        "web-school": "school_login",
        "web-municipal": "municipal_login",
        "worker": "worker_login",
        "beat": "worker_login",
    }


def test_the_migrators_password_is_known_to_the_migrate_job_alone(services: dict[str, Any]) -> None:
    knowing = [name for name, service in services.items() if "MIGRATOR_PASSWORD" in str(service.get("environment"))]

    assert knowing == ["db", "migrate"]
    assert login(services["migrate"], "MIGRATOR_DATABASE_URL") == "migrator_login"


def test_only_the_pages_are_published_and_only_on_this_machine(services: dict[str, Any]) -> None:
    assert {name: service["ports"] for name, service in services.items() if "ports" in service} == {
        "web-school": ["127.0.0.1:8001:8000"],
        "web-municipal": ["127.0.0.1:8002:8000"],
    }


def test_the_product_waits_for_the_migrations(services: dict[str, Any]) -> None:
    for name in ("web-school", "web-municipal", "worker", "beat"):
        assert services[name]["depends_on"]["migrate"] == {"condition": "service_completed_successfully"}


def test_the_logins_of_the_file_are_those_that_the_script_makes(services: dict[str, Any]) -> None:
    script = (ROOT / "config" / "production" / "logins.sh").read_text(encoding="utf-8")
    made = set(re.findall(r"CREATE ROLE (\w+)", script))
    used = {login(services[name]) for name in PRODUCT} | {login(services["migrate"], "MIGRATOR_DATABASE_URL")}

    assert made == used
    assert set(re.findall(r"\$(\w+_PASSWORD)", script)) <= set(services["db"]["environment"])


def variables_of_example() -> set[str]:
    text = (ROOT / ".env.example").read_text(encoding="utf-8")
    return set(re.findall(r"^([A-Z][A-Z_]+)=", text, re.MULTILINE))


def test_the_example_names_every_variable_that_is_read_and_no_other() -> None:
    reading = r"""(?:env\.(?:text|flag|database)\(|os\.environ(?:\.get\(|\.setdefault\(|\[))\s*["']([A-Z_]+)["']"""
    sources = [*SETTINGS, ROOT / "manage.py", ROOT / "config" / "wsgi.py"]
    read = {name for path in sources for name in re.findall(reading, path.read_text(encoding="utf-8"))}
    compose = set(re.findall(r"\$\{([A-Z_]+)", (ROOT / "docker-compose.yml").read_text(encoding="utf-8")))

    assert variables_of_example() == read | compose


def test_every_variable_of_the_example_has_its_explanation() -> None:
    explained = True
    for line in (ROOT / ".env.example").read_text(encoding="utf-8").splitlines():
        if not line:
            explained = False
        elif line.startswith("#"):
            explained = True
        else:
            assert explained, line
