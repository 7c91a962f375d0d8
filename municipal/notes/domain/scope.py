"""What a rule sees: the values of the whole note, under those of the item it is repeated for."""

from collections.abc import Mapping
from dataclasses import dataclass

from municipal.indicators.expressions import holds
from municipal.notes.domain.values.value import Frame, Value, Values


@dataclass(frozen=True, slots=True)
class Scope:
    """Values by code. The item's own values hide the common ones of the same code."""

    common: Values
    frame: Frame | None = None

    def lookup(self, code: str) -> tuple[str, Value] | None:
        """The value and the key that finds it in the composed note; None where it is not known."""
        if self.frame is not None and code in self.frame.values:
            return f"{code}@{self.frame.item}", self.frame.values[code]
        return (code, self.common[code]) if code in self.common else None

    def within(self, frame: Frame) -> "Scope":
        return Scope(self.common, frame)

    def holds(self, expr: str) -> bool:
        """Whether the condition is plainly true; an unknown value never fires a rule."""
        return holds(expr, self._plain())

    def _plain(self) -> Mapping[str, object]:
        held = self.common if self.frame is None else self.common | self.frame.values
        return {code: value.value for code, value in held.items()}


def keyed(common: Values, frames: Mapping[str, list[Frame]]) -> Values:
    """All values under the keys figures use."""
    found = dict(common)
    for repeated in frames.values():
        for frame in repeated:
            found |= {f"{code}@{frame.item}": value for code, value in frame.values.items()}
    return found
