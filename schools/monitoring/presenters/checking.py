"""The page «Проверьте и сдайте»: what is wrong, what is said, what the methodist will see."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from municipal.indicators.checks import Contradiction, Kind
from municipal.indicators.editions import Block, FieldType
from schools.monitoring.presenters.line import LineView
from schools.monitoring.presenters.links import block_address, line_anchor
from schools.monitoring.services.read_form import Form
from tenants.domain.russian import counted
from tenants.domain.school_year import SchoolYear

_WANTED = {
    FieldType.COUNT: "впишите число, поставьте 0 или напишите, почему данных нет",
    FieldType.YES_NO_DOC: "ответьте «да» или «нет» либо напишите, почему данных нет",
    FieldType.PERCENT_CALC: "впишите два числа или напишите, почему данных нет",
}
_WANTED_OTHERWISE = "заполните или напишите, почему данных нет"
Fault = tuple[str, str]  # address and sentence


@dataclass(frozen=True)
class CheckPage:
    """``form`` before it is handed in."""

    form: Form
    year: SchoolYear

    @cached_property
    def faults(self) -> list[Fault]:
        """What blocks, each leading to its line; one sentence a line."""
        return [(self._place_of(one.code_of_field), self._sentence(one)) for one in self.form.blocking]

    @property
    def faults_title(self) -> str:
        lines = len({one.code_of_field for one in self.form.blocking})
        return f"Пока нельзя сдать: поправьте {counted(lines, 'строку', 'строки', 'строк')}"

    @cached_property
    def warnings(self) -> list[Fault]:
        """Warnings without a word: they do not block, the methodist will ask."""
        return [
            (self._place_of(one.code_of_field), f"{one.code_of_field}. {one.message}") for one in self.form.unexplained
        ]

    @cached_property
    def blocks(self) -> list[tuple[Block, str, list[LineView]]]:
        """Blocks with the page to change them on and their answers."""
        return [
            (
                block,
                block_address(self.year, self.form.campaign.id, block.code),
                [LineView(self.form, line, self.year) for line in lines],
            )
            for block, lines in self.form.edition.blocks_for(self.form.ask.season, self.form.ask.organisation)
        ]

    @property
    def unanswered_remarks(self) -> int:
        """Questions of the methodist without an answer."""
        asked = [remark for remarks in self.form.remarks.values() for remark in remarks]
        return sum(str(remark.id) not in self.form.draft.answers for remark in asked)

    def _sentence(self, one: Contradiction) -> str:
        """What to do with a line; an empty one is called by its title, or ten of them would read alike."""
        if one.kind is not Kind.EMPTY:
            return f"{one.code_of_field}. {one.message}"
        line = self.form.edition.fields[one.code_of_field]
        return f"{line.code}. {line.title}: {_WANTED.get(line.type, _WANTED_OTHERWISE)}"

    def _place_of(self, code: str) -> str:
        block = next(block for block in self.form.edition.blocks if any(line.code == code for line in block.fields))
        return f"{block_address(self.year, self.form.campaign.id, block.code)}#{line_anchor(code)}"
