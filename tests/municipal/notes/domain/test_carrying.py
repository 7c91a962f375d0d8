"""New figures in a paragraph the methodist has rewritten."""

import pytest

from municipal.notes.domain.carrying import bind, carry
from municipal.notes.domain.spans import Figure, Text, plain_text

NB = "\u00a0"
WAS = f"Действующих пар: 42{NB}пары. Наставников: 42. В базе 100{NB}человек."
NOW = f"Действующих пар: 45{NB}пар. Наставников: 40. В базе 100{NB}человек."


def test_a_figure_takes_the_word_that_agrees_with_it_along() -> None:
    assert carry(f"У нас работает 42{NB}пары, это много.", WAS, NOW).text == f"У нас работает 45{NB}пар, это много."


def test_equal_numbers_are_told_apart_by_their_neighbours() -> None:
    edited = "Сейчас наставников: 42. А действующих пар: 42 пары, как и было."
    assert carry(edited, WAS, NOW).text == f"Сейчас наставников: 40. А действующих пар: 45{NB}пар, как и было."


def test_a_sentence_left_as_composed_is_replaced_whole() -> None:
    was = "Число пар не изменилось: 30. Остальное верно."
    now = "Пар стало больше на 4: было 30, теперь 34. Остальное верно."
    assert carry(f"Добавлю. {was}", was, now) == carry(f"Добавлю. {was}", was, now)
    assert carry(f"Добавлю. {was}", was, now).text == f"Добавлю. {now}"


@pytest.mark.parametrize("edited", ["Пар стало заметно больше.", "Пар 42, наставников тоже 42, а всего 42."])
def test_what_is_not_there_or_there_more_than_once_is_left_and_reported(edited: str) -> None:
    carried = carry(edited, WAS, NOW)
    assert carried.text == edited
    assert carried.lost != ()


def test_a_number_inside_another_number_is_not_touched() -> None:
    was, now = "Пар: 42.", "Пар: 43."
    for edited in ("Пар 142 и 1 42", f"Пар 1{NB}042", "Доля 42,5"):
        assert carry(edited, was, now).text in (edited, "Пар 142 и 1 43")


def test_the_same_data_change_nothing() -> None:
    assert carry("Любой текст: 42.", WAS, WAS) == carry("Любой текст: 42.", NOW, NOW)
    assert carry("Любой текст: 42.", WAS, WAS).text == "Любой текст: 42."


def test_figures_that_still_stand_in_an_edited_text_are_bound_each_once_and_in_order() -> None:
    figures = (Figure("42", "pairs"), Figure(f"4 из{NB}5", "a/b"), Figure("42", "mentors"), Figure("7", "gone"))
    text = "Пар 42, это 4 из 5; наставников 42, школ 142."
    spans = bind(text, figures)
    assert plain_text(spans) == text
    assert [span.key for span in spans if isinstance(span, Figure)] == ["pairs", "a/b", "mentors"]
    assert isinstance(spans[0], Text)
