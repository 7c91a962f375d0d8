"""Settings of our side: the product's own, on the benchmark's database."""

import os

from config.settings.testing import *  # noqa: F403 -- the product's settings

for _database in DATABASES.values():  # noqa: F405 -- above
    _database["NAME"] = os.environ["BENCH_DATABASE"]
