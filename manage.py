#!/usr/bin/env python3
"""Run a management command; where no database is configured, start the embedded servers first."""

import os
import sys

# These commands read files and rules only, so they must not wait for a server.
NEED_NO_SERVER = {"parse_deadlines", "import_roadmap", "help", "version", "collectstatic", "spectacular", "demo"}


def main() -> None:
    """Settings default to the embedded development ones; ``DATABASE_URL`` switches to a real server."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.development")
    command = sys.argv[1] if len(sys.argv) > 1 else "help"
    if command not in NEED_NO_SERVER and not command.startswith("-") and "DATABASE_URL" not in os.environ:
        from config.embedded import start_for_command  # noqa: PLC0415 -- the pure commands never load it

        start_for_command()
    from django.core.management import execute_from_command_line  # noqa: PLC0415 -- after the servers are known

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
