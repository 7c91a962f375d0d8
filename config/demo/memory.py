"""How much memory a family of processes takes, read from /proc without any library."""

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path


def family(root: int) -> list[int]:
    """A process and all its descendants that are alive now."""
    children: dict[int, list[int]] = defaultdict(list)
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and (parent := _parent(entry)) is not None:
            children[parent].append(int(entry.name))
    found, waiting = [], [root]
    while waiting:
        pid = waiting.pop()
        found.append(pid)
        waiting.extend(children[pid])
    return found


def _parent(entry: Path) -> int | None:
    try:
        # the name in brackets may hold spaces; after it come the state and the parent
        return int((entry / "stat").read_text().rpartition(")")[2].split()[1])
    except (OSError, IndexError, ValueError):
        return None


def megabytes(pid: int) -> float:
    """Proportional memory of one process in MB: a page shared by n processes counts as 1/n, so sums are honest.

    Where the kernel does not tell it (another user's process, an old kernel) resident memory; 0.0 for an ended process.
    """
    for name, key in (("smaps_rollup", "Pss:"), ("status", "VmRSS:")):
        try:
            lines = Path(f"/proc/{pid}/{name}").read_text().splitlines()
        except OSError:
            continue
        for line in lines:
            if line.startswith(key):
                return int(line.split()[1]) / 1024
    return 0.0


def measure(roots: Mapping[str, int]) -> dict[str, int]:
    """Whole megabytes by name, each name standing for a process with its descendants, and «всего».

    ``roots`` maps a name to a process number. A process that descends from two roots counts under the later name.
    """
    owner: dict[int, str] = {}
    for name, root in roots.items():
        owner |= dict.fromkeys(family(root), name)
    sums = dict.fromkeys(roots, 0.0)
    for pid, name in owner.items():
        sums[name] += megabytes(pid)
    return {name: round(value) for name, value in sums.items()} | {"всего": round(sum(sums.values()))}
