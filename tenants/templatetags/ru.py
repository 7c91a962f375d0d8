"""Template filters for Russian text. They decide nothing: every rule stands in ``tenants.domain.russian``.

Missing stays missing: ``None`` given to a number filter reads «нет данных», given to a date filter «—».
"""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal

from django import template
from django.template.defaultfilters import stringfilter
from django.utils import timezone
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from tenants.domain import russian

NOTHING = "—"
FORMS = 3
Number = int | Decimal

register = template.Library()


def _forms(words: str) -> tuple[str, str, str]:
    forms = tuple(word.strip() for word in words.split(","))
    if len(forms) != FORMS or not all(forms):
        raise template.TemplateSyntaxError(f"three forms are needed, as in 'пара,пары,пар': {words!r}")
    return forms[0], forms[1], forms[2]


@register.filter
def ru_plural(n: Number | None, words: str) -> str:
    """``{{ n|ru_plural:"школа,школы,школ" }}``: the word alone; 1, 21 → школа, 2–4 → школы, 5–20 → школ."""
    one, few, many = _forms(words)
    return many if n is None else russian.plural(n, one, few, many)


@register.filter
def counted(n: Number | None, words: str) -> str:
    """``{{ n|counted:"пара,пары,пар" }}``: «5 пар», number and word kept on one line; None → «нет данных»."""
    one, few, many = _forms(words)
    return russian.NO_DATA if n is None else russian.counted(n, one, few, many)


@register.filter
def number(n: Number | None) -> str:
    """``{{ n|number }}``: «1 240», «0,8»; None → «нет данных»."""
    return russian.NO_DATA if n is None else russian.number(n)


@register.filter
def percent(numerator: Number | None, denominator: Number | None) -> str:
    """``{{ part|percent:whole }}``: «84 %»; «нет данных» where either is missing or the whole is nought."""
    return russian.percent(numerator, denominator)


@register.filter
def share(numerator: Number | None, denominator: Number | None) -> str:
    """``{{ part|share:whole }}``: «45 из 60 (75 %)»; a base under ten has no per cent."""
    return russian.share_text(numerator, denominator)


def _day(value: date | datetime) -> date:
    if isinstance(value, datetime):
        return timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    return value


@register.filter
def date_words(value: date | datetime | None, year: str = "") -> str:
    """``{{ day|date_words }}``: «15 октября 2025 года»; ``:"short"`` leaves the year out. None → «—»."""
    return NOTHING if not value else russian.date_words(_day(value), with_year=year != "short")


@register.filter
def date_short(value: date | datetime | None) -> str:
    """``{{ day|date_short }}``: «15 окт, ср», for margins and tables. None → «—»."""
    return NOTHING if not value else russian.date_short(_day(value))


@register.filter
def date_numeric(value: date | datetime | None) -> str:
    """``{{ day|date_numeric }}``: «15.10.2025», for numbers of orders. None → «—»."""
    return NOTHING if not value else russian.date_numeric(_day(value))


@register.filter(name="time")
def clock(value: datetime | time | None) -> str:
    """``{{ moment|time }}``: «14:32» in the reader's time zone. None → «—»."""
    if value is None:
        return NOTHING
    if isinstance(value, datetime) and timezone.is_aware(value):
        value = timezone.localtime(value)
    return russian.clock(value)


@register.filter(is_safe=True)
@stringfilter
def typo(text: str) -> str:
    """``{{ sentence|typo }}``: no-break spaces after short words, before dashes, between a number and its word."""
    return russian.typo(text)


@register.filter(needs_autoescape=True)
def join_and(items: list[str], autoescape: bool = True) -> SafeString:  # noqa: FBT001, FBT002 -- Django's signature
    """``{{ names|join_and }}``: «а, б и в»."""
    texts = [str(conditional_escape(item) if autoescape else item) for item in items]
    return mark_safe(russian.join_and(texts))


@register.filter
def monogram(name: str) -> str:
    """``{{ "Гусева Н. А."|monogram }}``: «ГН», for the round mark beside a name."""
    return "".join(word[0] for word in name.replace("\u00a0", " ").split()[:2])
