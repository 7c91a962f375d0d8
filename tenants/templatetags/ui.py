"""Template tags for the parts of a page that must refuse a wrong word: states, icons, cells, fields.

The nine states are the whole vocabulary of the product (design, ux.md § 4): other words are their
particular cases, so ``{% status %}`` takes a code of the nine and any Russian words beside it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template
from django.forms import BoundField, CheckboxInput, NumberInput, RadioSelect, Widget
from django.forms.widgets import CheckboxSelectMultiple, DateInput, MultiWidget
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from tenants.domain.russian import NO_DATA, number, typo
from tenants.faults import faults_of

STATES: Mapping[str, str] = {
    "idle": "Не начато",
    "work": "В работе",
    "wait": "Ждёт ответа",
    "soon": "Скоро срок",
    "late": "Просрочено",
    "review": "На проверке",
    "return": "Возвращено",
    "check": "Проверьте",
    "done": "Выполнено",
}
ICONS = frozenset(
    [
        "aa",
        "campaign",
        "chart",
        "clip",
        "dl",
        "doc",
        "down",
        "edit",
        "exit",
        "filter",
        "gear",
        "help",
        "info",
        "left",
        "link",
        "lock",
        "mail",
        "menu",
        "no",
        "ok",
        "pair",
        "people",
        "plus",
        "print",
        "pub",
        "refresh",
        "right",
        "road",
        "school",
        "search",
        "send",
        "survey",
        "talk",
        "today",
        "trash",
        "up",
    ]
)

TABLE_PARTS = ("caption", "columns", "rows")

register = template.Library()


def _state(code: str) -> str:
    if code not in STATES:
        raise template.TemplateSyntaxError(f"no such state {code!r}; there are {', '.join(STATES)}")
    return code


@register.simple_tag
def icon(name: str) -> SafeString:
    """``{% icon "print" %}``: an outline drawing, silent for a screen reader; the words stand beside it."""
    if name not in ICONS:
        raise template.TemplateSyntaxError(f"no such icon {name!r}; there are {', '.join(sorted(ICONS))}")
    return format_html('<svg class="ic" aria-hidden="true"><use href="#i-{}"/></svg>', name)


@register.simple_tag
def glyph(code: str) -> SafeString:
    """``{% glyph "late" %}``: the shape of a state alone, for a line whose words say it themselves."""
    return format_html('<svg class="gl" aria-hidden="true"><use href="#g-{}"/></svg>', _state(code))


@register.simple_tag
def status(code: str, words: object = "", *, pill: bool = False) -> SafeString:
    """``{% status "late" "Опаздывает на 3 дня" pill=True %}``: shape, words and colour of one of the nine states."""
    shape, classes = glyph(code), "st st--pill" if pill else "st"
    return format_html('<span class="{} is-{}">{}<span>{}</span></span>', classes, code, shape, words or STATES[code])


@register.simple_tag
def node(code: str) -> SafeString:
    """``{% node "work" %}``: the shape on the line of a trail; the state must also be said in words nearby."""
    return format_html('<span class="trail__node is-{}">{}</span>', _state(code), glyph(code))


@register.simple_tag
def cells(*, total: int, done: int, check: int = 0, small: bool = False) -> SafeString:
    """``{% cells done=14 check=1 total=18 %}``: filled squares, silent; write «14 из 18» beside them.

    ``total`` counts all squares, ``check`` those that are filled in and ask for a look.
    """
    empty = total - done - check
    if min(done, check, empty) < 0:
        raise template.TemplateSyntaxError(f"cells do not add up: {done} done and {check} to check of {total}")
    squares = mark_safe("<i></i>" * done + '<i class="c-check"></i>' * check + '<i class="c-empty"></i>' * empty)
    classes = "cells cells--s" if small else "cells"
    return format_html('<span class="{}" aria-hidden="true">{}</span>', classes, squares)


@register.inclusion_tag("ui/place.html", takes_context=True)
def place(context: template.Context) -> dict[str, Any]:
    """``{% place %}``: the white label on the cover: organisation, school year, role."""
    return {"frame": context.get("frame")}


def _control_class(widget: Widget) -> str:
    if isinstance(widget, RadioSelect | CheckboxSelectMultiple | CheckboxInput | MultiWidget):
        return ""
    if isinstance(widget, NumberInput):
        return "in in--num"
    return "in in--date" if isinstance(widget, DateInput) else "in"


@register.simple_tag
def control(field: BoundField) -> SafeString:
    """``{% control form.title %}``: the field's input alone with the product's class; a label is the page's duty."""
    own = str(field.field.widget.attrs.get("class", ""))
    classes = " ".join(filter(None, (_control_class(field.field.widget), own)))
    return field.as_widget(attrs={"class": classes} if classes else None)


@register.inclusion_tag("ui/error_summary.html")
def error_summary(source: Any, title: str = "") -> dict[str, Any]:
    """``{% error_summary form %}``: what to mend, all at once, with links to the fields; nothing where all is well.

    ``source`` is a form, a formset or pairs (id of the field or "", sentence).
    """
    return {"faults": faults_of(source) if source else [], "title": title}


@register.inclusion_tag("ui/table.html")
def data_table(table: Any) -> dict[str, Any]:
    """``{% data_table table %}``: a plain table; the first cell of a row names it.

    ``table`` (an object or a mapping) has ``caption``, ``columns`` (titles, or objects with ``title`` and ``numeric``)
    and ``rows`` (sequences, or objects with ``cells`` and perhaps ``href``). A cell that is not a str is set as a
    number; None reads «нет данных».
    """
    named: Mapping[str, Any] = table if isinstance(table, Mapping) else {n: getattr(table, n) for n in TABLE_PARTS}
    rows = [(getattr(row, "cells", row), getattr(row, "href", "")) for row in named["rows"]]
    columns = [_column(column, [cells[at] for cells, _ in rows]) for at, column in enumerate(named["columns"])]
    lines = [(href, list(zip(columns, cells, strict=True))) for cells, href in rows]
    return {"caption": named["caption"], "columns": columns, "lines": lines}


@register.simple_tag
def shown(cell: Any) -> str:
    """A cell of a plain table: text with its no-break spaces, a number, or «нет данных»."""
    if cell is None:
        return NO_DATA
    return typo(cell) if isinstance(cell, str) else number(cell)


def _column(column: Any, cells: list[Any]) -> tuple[str, bool]:
    """Its title, and whether its cells stand right: said by the column itself, otherwise seen in the cells."""
    seen = bool(cells) and not any(isinstance(cell, str) for cell in cells)
    if isinstance(column, str):
        return column, seen
    return str(column.title), bool(column.numeric)
