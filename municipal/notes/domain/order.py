"""Where kept paragraphs stand among those composed anew."""

from collections.abc import Sequence


def merged(kept: Sequence[str], fresh: Sequence[str]) -> list[str]:
    """Keys in the fresh order; one that is only kept follows the one it followed, or opens the list."""
    order = list(fresh)
    for place, key in enumerate(kept):
        if key not in order:
            before = kept[place - 1] if place else None
            order.insert(order.index(before) + 1 if before in order else 0, key)
    return order
