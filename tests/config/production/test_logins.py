"""A real server, made by the script and the migrator: each login may become what its process needs and no more."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from config.embedded import Servers, load_or_start, remove_servers
from config.embedded.place import find_programs, settle
from tests.config.embedded.conftest import ROOT, make_open_directory

PASSWORDS = {"migrator": "one", "school": "two", "municipal": "three", "worker": "four"}
OPEN_PLACES = """
import django
django.setup()
from tenants.provisioning import NewSchool
from tenants.services.open_school import NewMunicipality, open_municipality, open_region, open_school
region = open_region(name="Край", centre_name="Центр", code="r")
district = open_municipality(NewMunicipality(region, "Округ", "Округа", "Методический центр", "МЦ", "m"))
open_school(NewSchool(district, "lesnaya", "Лесная школа", "Лесная СОШ", "school"))
"""


def addresses(servers: Servers) -> dict[str, str]:
    server = f"{servers.postgres.host}:{servers.postgres.port}/tropa"
    return {name: f"postgresql://{name}_login:{secret}@{server}" for name, secret in PASSWORDS.items()}


@pytest.fixture(scope="module")
def urls() -> Iterator[dict[str, str]]:
    """Addresses of the four logins on a cluster of its own (roles belong to a whole cluster)."""
    with make_open_directory() as state_dir:
        servers = load_or_start(state_dir, durable=False)
        try:
            run_script(state_dir, servers)
            migrate(addresses(servers), state_dir)
            yield addresses(servers)
        finally:
            remove_servers(state_dir)


def run_script(state_dir: Path, servers: Servers) -> None:
    programs = find_programs(settle(state_dir)).postgres
    postgres = servers.postgres
    where = {"PGHOST": postgres.host, "PGPORT": str(postgres.port), "PGUSER": postgres.superuser}
    secrets = {f"{name.upper()}_PASSWORD": secret for name, secret in PASSWORDS.items()}
    subprocess.run(
        [ROOT / "config" / "production" / "logins.sh"],
        check=True,
        env=where | secrets | {"PGPASSWORD": postgres.password, "PATH": f"{programs}:{os.environ['PATH']}"},
    )


def migrate(urls: dict[str, str], state_dir: Path) -> None:
    environment = {
        "PATH": os.environ["PATH"],
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "SECRET_KEY": "a key for tests only, never for people, long enough",
        "BASE_DOMAIN": "tropa.example",
        "DATABASE_URL": urls["school"],
        "MIGRATOR_DATABASE_URL": urls["migrator"],
        "BROKER_URL": "redis://nobody.invalid/0",
        "SCHOOL_LOGINS": "school_login,worker_login",
        "MUNICIPAL_LOGINS": "municipal_login,worker_login",
        "TROPA_STATE_DIR": str(state_dir),
    }
    for command in (["manage.py", "migrate_fleet"], ["-c", OPEN_PLACES]):
        subprocess.run([sys.executable, *command], check=True, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)


def becomes(url: str, role: str) -> bool:
    with psycopg.connect(url) as connection:
        try:
            connection.execute(f"SET ROLE {role}".encode())
        except psycopg.errors.InsufficientPrivilege:
            connection.rollback()
            return False
    return True


def test_each_login_may_become_what_its_process_needs(urls: dict[str, str]) -> None:
    roles = ["tropa_public", "tropa_s1", "tropa_m1", "tropa_r1", "tropa_owner"]
    may = {name: [role for role in roles if becomes(urls[name], role)] for name in ("school", "municipal", "worker")}

    assert may == {
        "school": ["tropa_public", "tropa_s1"],
        "municipal": ["tropa_public", "tropa_m1", "tropa_r1"],
        "worker": ["tropa_public", "tropa_s1", "tropa_m1", "tropa_r1"],
    }


def test_a_connection_that_has_not_chosen_is_nobody_and_reads_nothing(urls: dict[str, str]) -> None:
    for name in ("school", "municipal", "worker"):
        with psycopg.connect(urls[name]) as connection:
            assert connection.execute("SELECT current_user").fetchone() == ("tropa_none",)
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute("SELECT count(*) FROM public.tenants_school")


def test_the_migrator_cannot_step_into_a_web_login(urls: dict[str, str]) -> None:
    assert [becomes(urls["migrator"], f"{name}_login") for name in ("school", "municipal", "worker")] == [False] * 3
