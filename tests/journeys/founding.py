"""A new school in a served story: opened as the operator opens one, its curator invited as the municipality invites.

``python -m tests.journeys.founding DATABASE`` prints the link of the letter. A process of its own does it: while
Chromium runs, Django refuses database work in the test's.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tests.browser.story import ROOT, now_of_story

if TYPE_CHECKING:
    from tests.browser.server import Site

SLUG, NAME = "zarechnaya-novaya", "Новозаречная СОШ"
EMAIL = "kurator@zarechnaya-novaya.example"


def found_school(site: Site) -> str:
    """Open the school in the site's database; gives the path of the invitation on its host."""
    own = {"DJANGO_SETTINGS_MODULE": "config.settings.testing", "TROPA_CLOCK": now_of_story().isoformat()}
    command = [sys.executable, "-m", "tests.journeys.founding", site.database]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, env=os.environ | own)
    assert done.returncode == 0, done.stdout + done.stderr
    return urlsplit(done.stdout.strip().splitlines()[-1]).path


def _main(database: str) -> None:
    import django  # noqa: PLC0415 -- the settings load with it

    django.setup()
    from tenants import clock  # noqa: PLC0415 -- after the settings
    from tenants.accounts.services.invite import Invitee, Inviter, invite  # noqa: PLC0415 -- after the settings
    from tenants.current import school_open  # noqa: PLC0415 -- after the settings
    from tenants.domain.roles import Role  # noqa: PLC0415 -- after the settings
    from tenants.letters.models import Letter  # noqa: PLC0415 -- after the settings
    from tenants.provisioning import NewSchool  # noqa: PLC0415 -- after the settings
    from tenants.services.open_school import open_school  # noqa: PLC0415 -- after the settings
    from tests.database import use_database  # noqa: PLC0415 -- after the settings

    use_database(database)
    school = open_school(NewSchool(1, SLUG, NAME, NAME, "school"))
    with school_open(school):
        whom = Invitee(EMAIL, "Ларина", "Ольга", "Игоревна", Role.CURATOR)
        invite(whom=whom, by=Inviter("Методический центр"), at=clock.now(), today=clock.today())
        letter = Letter.objects.get(to=EMAIL)
    found = re.search(r"https?://\S+/priglashenie/\S+", letter.body)
    assert found, letter.body
    sys.stdout.write(f"{found[0]}\n")


if __name__ == "__main__":
    _main(sys.argv[1])
