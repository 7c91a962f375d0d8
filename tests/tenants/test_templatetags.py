"""Template words: filters say what is missing; states, cells and icons refuse what they do not know."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from django import forms
from django.template import Context, Template, TemplateSyntaxError

from tenants.templatetags.ui import STATES

NBSP = "\u00a0"


def rendered(source: str, **context: Any) -> str:
    return Template(source).render(Context(context))


@pytest.mark.parametrize(
    ("n", "word"),
    [(0, "школ"), (1, "школа"), (2, "школы"), (5, "школ"), (11, "школ"), (21, "школа"), (Decimal("1.5"), "школы")],
)
def test_a_number_chooses_the_form_of_its_word(n: int | Decimal, word: str) -> None:
    assert rendered('{{ n|ru_plural:"школа,школы,школ" }}', n=n) == word


def test_a_counted_word_stays_on_the_line_of_its_number() -> None:
    assert rendered('{{ n|counted:"пара, пары, пар" }}', n=5) == f"5{NBSP}пар"


def test_two_forms_of_a_word_are_refused() -> None:
    with pytest.raises(TemplateSyntaxError):
        rendered('{{ n|ru_plural:"школа,школы" }}', n=1)


@pytest.mark.parametrize(
    "source", ['{{ n|counted:"пара,пары,пар" }}', "{{ n|number }}", "{{ n|percent:10 }}", "{{ n|share:10 }}"]
)
def test_a_missing_number_is_not_nought(source: str) -> None:
    assert rendered(source, n=None) == "нет данных"


def test_a_share_of_nothing_has_no_per_cent() -> None:
    assert rendered("{{ 0|percent:0 }}") == "нет данных"


def test_days_and_moments_read_in_russian() -> None:
    moment = datetime(2025, 10, 15, 11, 32, tzinfo=UTC)
    source = (
        '{{ day|date_words }}/{{ day|date_words:"short" }}/{{ day|date_short }}/{{ day|date_numeric }}/{{ at|time }}'
    )
    words = rendered(source, day=date(2025, 10, 15), at=moment).replace(NBSP, " ")
    assert words == "15 октября 2025 года/15 октября/15 окт, ср/15.10.2025/14:32"


def test_no_day_is_a_dash() -> None:
    assert rendered("{{ day|date_words }}{{ day|date_short }}{{ day|time }}", day=None) == "———"


def test_typography_does_not_let_markup_through() -> None:
    assert rendered("{{ text|typo }}", text="<b>в школе</b>") == f"&lt;b&gt;в{NBSP}школе&lt;/b&gt;"


def test_joined_names_are_escaped() -> None:
    assert rendered("{{ names|join_and }}", names=["<а>", "б"]) == f"&lt;а&gt; и{NBSP}б"


@pytest.mark.parametrize(("code", "word"), STATES.items())
def test_every_state_has_its_shape_and_word(code: str, word: str) -> None:
    source = f'{{% status "{code}" %}}'
    expected = (
        f'<span class="st is-{code}"><svg class="gl" aria-hidden="true"><use href="#g-{code}"/></svg>'
        f"<span>{word}</span></span>"
    )
    assert rendered(source) == expected


def test_words_of_a_state_are_escaped() -> None:
    assert "<i>" not in rendered('{% status "late" words pill=True %}', words="<i>")


@pytest.mark.parametrize("source", ['{% status "overdue" %}', '{% node "" %}', '{% glyph "ok" %}', '{% icon "star" %}'])
def test_a_state_or_an_icon_that_is_not_in_the_vocabulary_is_refused(source: str) -> None:
    with pytest.raises(TemplateSyntaxError):
        rendered(source)


def test_cells_count_what_is_filled_what_asks_for_a_look_and_the_rest() -> None:
    squares = rendered("{% cells done=14 check=1 total=18 %}")
    assert (squares.count("<i></i>"), squares.count("c-check"), squares.count("c-empty")) == (14, 1, 3)


def test_cells_that_do_not_add_up_are_refused() -> None:
    with pytest.raises(TemplateSyntaxError):
        rendered("{% cells done=14 check=5 total=18 %}")


class Visit(forms.Form):
    title = forms.CharField(label="Класс", help_text="Например, 7 «Б»", error_messages={"required": "Впишите класс"})
    mood = forms.ChoiceField(label="Как прошла", choices=[("a", "Хорошо")], widget=forms.RadioSelect)
    note = forms.CharField(label="Что сделали", required=False)


def test_a_field_ties_its_hint_and_fault_to_its_control() -> None:
    field = Visit({})["title"]
    shown = field.as_field_group()
    assert 'aria-describedby="id_title_helptext id_title_error"' in shown
    assert 'id="id_title_helptext"' in shown
    assert 'id="id_title_error"' in shown
    assert 'class="in"' in shown


def test_a_field_that_may_stay_empty_says_so() -> None:
    assert "можно не&nbsp;заполнять" in Visit()["note"].as_field_group()
    assert "можно не&nbsp;заполнять" not in Visit()["title"].as_field_group()


def test_the_summary_of_faults_leads_to_every_field_even_to_a_group() -> None:
    shown = rendered("{% error_summary form %}", form=Visit({}))
    assert '<a href="#id_title">Впишите класс</a>' in shown
    assert '<a href="#id_mood_0">' in shown
    assert 'id="id_mood_0"' in Visit({})["mood"].as_field_group()


def test_a_form_without_faults_has_no_summary() -> None:
    assert rendered("{% error_summary form %}", form=Visit()).strip() == ""


def test_the_summary_takes_ready_pairs() -> None:
    shown = rendered("{% error_summary pairs %}", pairs=[("i25", "Введите число"), ("", "Строка 9: уже есть")])
    assert '<a href="#i25">Введите число</a>' in shown
    assert "<li>Строка" in shown


def test_a_plain_table_names_rows_and_says_what_is_missing() -> None:
    table = {"caption": "Пары", "columns": ["Школа", "Пар"], "rows": [["СОШ 2", 1240], ["СОШ 5", None]]}
    shown = rendered("{% data_table table %}", table=table)
    assert '<th scope="row">СОШ' in shown
    assert f'<td class="r">1{NBSP}240</td>' in shown
    assert '<td class="r">нет данных</td>' in shown


def test_a_form_without_words_of_its_own_says_what_to_do() -> None:
    assert Visit({})["mood"].errors == ["Заполните это поле."]
