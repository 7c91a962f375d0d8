"""Rows: section headings, groups of sub-items, merged and missing cells, shifted and torn rows, notes."""

from tests.schools.roadmap.domain.importing.making import (
    LEFT,
    UP,
    codes,
    from_excel,
    from_text,
    from_word,
    numbers,
    pasted,
    people,
    phrases,
    results,
    stage_of_each,
    stages,
    texts,
)

HEAD = ["№", "Мероприятие", "Срок", "Ответственный", "Результат"]


def item(number: str, text: str, time: str = "октябрь", who: str = "Куратор", result: str = "Справка") -> list[str]:
    return [number, text, time, who, result]


def merged(text: str, width: int = 5) -> list[str]:
    return [text, *[LEFT] * (width - 1)]


def alone(text: str, width: int = 5) -> list[str]:
    return [text, *[""] * (width - 1)]


BODY = [item("1.1", "Издать приказ"), item("1.2", "Собрать анкеты")]
NEXT = [item("2.1", "Провести обучение"), item("2.2", "Провести встречи")]


def test_merged_section_rows_are_stages() -> None:
    grid = [HEAD, merged("1. Подготовка"), *BODY, merged("2. Работа пар"), *NEXT]
    for roadmap in (from_word(grid), from_excel(grid)):
        assert stages(roadmap) == [("1", "Подготовка"), ("2", "Работа пар")]
        assert numbers(roadmap) == ["1.1", "1.2", "2.1", "2.2"]
        assert stage_of_each(roadmap) == [1, 1, 2, 2]


def test_section_rows_with_one_filled_cell_and_no_merge() -> None:
    grid = [HEAD, alone("1. Подготовка"), *BODY, ["2", "Работа пар", "", "", ""], *NEXT]
    for roadmap in (from_word(grid), from_text(pasted(grid))):
        assert stages(roadmap) == [("1", "Подготовка"), ("2", "Работа пар")]
        assert len(roadmap.activities) == 4


def test_sections_with_a_number_cell_and_a_merged_title() -> None:
    grid = [HEAD, ["1", "Подготовка", LEFT, LEFT, LEFT], *BODY, ["2", "Работа пар", LEFT, LEFT, LEFT], *NEXT]
    assert stages(from_word(grid)) == [("1", "Подготовка"), ("2", "Работа пар")]


def test_roman_sections_and_activities_counted_anew_in_each() -> None:
    grid = [HEAD, merged("I. Подготовка"), item("1", "Издать приказ"), item("2", "Собрать анкеты")]
    grid += [merged("II. Работа пар"), item("1", "Провести обучение"), item("2", "Провести встречи")]
    roadmap = from_word(grid)
    assert stages(roadmap) == [("I", "Подготовка"), ("II", "Работа пар")]
    assert numbers(roadmap) == ["1", "2", "1", "2"]
    assert "number_repeated" not in codes(roadmap)


def test_stages_named_by_words() -> None:
    grid = [HEAD, merged("Этап 1. Подготовка"), *BODY, merged("II этап – Работа пар"), *NEXT]
    grid += [merged("Заключительный этап"), item("3.1", "Подвести итоги")]
    assert stages(from_word(grid)) == [("1", "Подготовка"), ("2", "Работа пар"), ("", "Заключительный этап")]


def test_unnumbered_sections_among_flat_numbers() -> None:
    grid = [HEAD, merged("Нормативная работа"), item("1", "Издать приказ"), item("2", "Собрать анкеты")]
    grid += [merged("Работа с парами"), item("3", "Провести обучение"), item("4", "Провести встречи")]
    roadmap = from_word(grid)
    assert [title for _, title in stages(roadmap)] == ["Нормативная работа", "Работа с парами"]
    assert numbers(roadmap) == ["1", "2", "3", "4"]


def test_a_purpose_under_a_stage_is_its_note() -> None:
    grid = [HEAD, merged("Этап 1. Подготовка\nЗадача этапа – создать условия"), *BODY]
    grid += [merged("Этап 2. Работа пар"), merged("Цель: поддержать пары"), *NEXT]
    roadmap = from_word(grid)
    assert [(stage.title, stage.note) for stage in roadmap.stages] == [
        ("Подготовка", "Задача этапа – создать условия"),
        ("Работа пар", "Цель: поддержать пары"),
    ]


def test_a_stage_repeated_after_a_page_break_is_one_stage() -> None:
    grid = [HEAD, merged("1. Подготовка"), BODY[0], HEAD, merged("1. Подготовка"), BODY[1]]
    roadmap = from_word(grid)
    assert stages(roadmap) == [("1", "Подготовка")]
    assert numbers(roadmap) == ["1.1", "1.2"]


def test_stages_written_between_tables() -> None:
    roadmap = from_word("План работы", "Раздел 1. Подготовка", [HEAD, *BODY], "Раздел 2. Работа пар", [HEAD, *NEXT])
    assert stages(roadmap) == [("1", "Подготовка"), ("2", "Работа пар")]
    assert stage_of_each(roadmap) == [1, 1, 2, 2]


def test_a_group_heading_with_numbered_children() -> None:
    grid = [HEAD, merged("5. Управление"), ["5.1", "Контроль хода работ", "", "", ""]]
    grid += [item("5.1.1", "в школе"), item("5.1.2", "в филиале"), item("5.2", "Отчёт перед педсоветом")]
    roadmap = from_word(grid)
    assert [(group.number, group.title) for group in roadmap.groups] == [("5.1", "Контроль хода работ")]
    assert [(a.number, a.group) for a in roadmap.activities] == [
        ("5.1.1", "Контроль хода работ"),
        ("5.1.2", "Контроль хода работ"),
        ("5.2", ""),
    ]


def test_an_item_of_which_only_the_text_is_known_stays_an_activity() -> None:
    grid = [
        HEAD,
        merged("1. Подготовка"),
        *BODY,
        ["1.3", "Завести раздел на сайте", "", "", ""],
        item("1.4", "Педсовет"),
    ]
    roadmap = from_word(grid)
    assert numbers(roadmap) == ["1.1", "1.2", "1.3", "1.4"]
    assert "deadline_missing" in roadmap.activities[2].problems


def test_numbers_glued_to_the_text() -> None:
    head = ["Мероприятия", "Сроки", "Ответственные"]
    grid = [head, ["1.1. Издать приказ", "сентябрь", "Директор"], ["1.2 Собрать анкеты", "октябрь", "Куратор"]]
    grid += [["2) Провести обучение", "ноябрь", "Методист"], ["3.Подвести итоги", "май", "Куратор"]]
    roadmap = from_word(grid)
    assert numbers(roadmap) == ["1.1", "1.2", "2", "3"]
    assert texts(roadmap) == ["Издать приказ", "Собрать анкеты", "Провести обучение", "Подвести итоги"]


def test_a_row_without_a_number_is_found_and_said() -> None:
    roadmap = from_word([HEAD, BODY[0], item("", "Назначить ответственных"), BODY[1]])
    assert numbers(roadmap) == ["1.1", "", "1.2"]
    assert "number_missing" in roadmap.activities[1].problems


def test_a_merged_deadline_holds_for_the_rows_below() -> None:
    grid = [HEAD, item("1", "Издать приказ", "сентябрь"), item("2", "Собрать анкеты", UP), item("3", "Педсовет", "май")]
    for roadmap in (from_word(grid), from_excel(grid)):
        assert phrases(roadmap) == ["сентябрь", "сентябрь", "май"]
        assert [a.deadline_inherited for a in roadmap.activities] == [False, True, False]
        assert not any(a.deadline_guessed for a in roadmap.activities)


def test_merged_people_and_results_hold_for_the_rows_below() -> None:
    grid = [HEAD, item("1", "Издать приказ"), item("2", "Собрать анкеты", "ноябрь", UP, UP)]
    roadmap = from_word(grid)
    assert people(roadmap) == ["Куратор", "Куратор"]
    assert results(roadmap) == ["Справка", "Справка"]


def test_an_empty_deadline_is_not_filled_where_the_file_knows_its_merges() -> None:
    grid = [HEAD, item("1", "Издать приказ", "сентябрь"), item("2", "Собрать анкеты", UP), item("3", "Педсовет", "")]
    assert phrases(from_word(grid)) == ["сентябрь", "сентябрь", ""]


def test_lost_merges_are_offered_and_marked_as_guessed_within_one_stage() -> None:
    grid = [HEAD, alone("1. Подготовка"), item("1.1", "Издать приказ", "сентябрь"), item("1.2", "Анкеты", "")]
    grid += [item("1.3", "Беседы", ""), alone("2. Работа"), item("2.1", "Обучение", ""), item("2.2", "Встречи", "май")]
    roadmap = from_text(pasted(grid))
    assert phrases(roadmap) == ["сентябрь", "сентябрь", "сентябрь", "", "май"]
    assert [a.deadline_guessed for a in roadmap.activities] == [False, True, True, False, False]
    assert max(a.deadline.confidence for a in roadmap.activities if a.deadline_guessed) <= 0.5


def test_a_row_shifted_to_the_left_is_put_straight() -> None:
    head = ["№", "Этап", "Мероприятие", "Содержание", "Срок", "Ответственный"]
    grid = [head, ["1", "Запуск", "Приказ", "Подготовить проект приказа", "сентябрь", "Директор"]]
    grid += [["", "", "Сопровождение пар без наставника", "весь учебный год", "Педагог-психолог", ""]]
    roadmap = from_word(grid)
    assert phrases(roadmap)[1] == "весь учебный год"
    assert people(roadmap)[1] == "Педагог-психолог"
    assert texts(roadmap)[1] == "Сопровождение пар без наставника"
    assert "row_shifted" in roadmap.activities[1].problems


def test_a_row_shifted_to_the_right_is_put_straight() -> None:
    grid = [
        [*HEAD, "Примечание"],
        [*item("1", "Издать приказ"), ""],
        ["", "2", "Собрать анкеты", "ноябрь", "Куратор", "Реестр"],
    ]
    roadmap = from_word(grid)
    assert numbers(roadmap) == ["1", "2"]
    assert phrases(roadmap) == ["октябрь", "ноябрь"]
    assert texts(roadmap)[1] == "Собрать анкеты"


def test_deadline_and_people_changed_places_in_one_row() -> None:
    grid = [HEAD, *BODY, item("1.3", "Провести опрос", "Педагог-психолог", "до 20 мая 2026 г.")]
    roadmap = from_word(grid)
    assert phrases(roadmap)[2] == "до 20 мая 2026 г."
    assert people(roadmap)[2] == "Педагог-психолог"


def test_a_row_cut_by_a_page_break_is_joined() -> None:
    grid = [HEAD, item("1.1", "Провести обучение наставников"), ["", "и кураторов", "", "", "по итогам года"], BODY[1]]
    roadmap = from_word(grid)
    assert numbers(roadmap) == ["1.1", "1.2"]
    assert texts(roadmap)[0] == "Провести обучение наставников\nи кураторов"
    assert results(roadmap)[0] == "Справка\nпо итогам года"
    assert "row_joined" in codes(roadmap)


def test_a_second_deadline_of_the_same_activity_joins_it() -> None:
    grid = [HEAD, item("1", "Провести мониторинг", "октябрь"), ["", "", "май", "", ""], item("2", "Педсовет")]
    roadmap = from_text(pasted(grid))
    assert phrases(roadmap) == ["октябрь\nмай", "октябрь"]


def test_months_as_sections_give_the_deadlines() -> None:
    grid = [["№", "Мероприятие", "Ответственный"], merged("Сентябрь", 3), ["1", "Издать приказ", "Директор"]]
    grid += [merged("ОКТЯБРЬ", 3), ["2", "Собрать анкеты", "Куратор"], ["3", "Провести встречу", "Куратор"]]
    assert phrases(from_word(grid)) == ["Сентябрь", "ОКТЯБРЬ", "ОКТЯБРЬ"]


def test_footnotes_and_signatures_are_no_activities() -> None:
    grid = [HEAD, *BODY, merged("* ЦМН – целевая модель наставничества"), merged("Примечание: сроки уточняются")]
    roadmap = from_word([["УТВЕРЖДАЮ\nДиректор школы ______"]], "Дорожная карта", grid, "Исполнитель: Гаврилова Н.Н.")
    assert len(roadmap.activities) == 2
    assert roadmap.stages == ()
    assert [line.reason for line in roadmap.unrecognised][-2:] == ["сноска или служебная надпись"] * 2


def test_a_table_of_two_columns_without_deadlines() -> None:
    grid = [["№", "Мероприятие"], ["1", "Провести педсовет (до 15 октября)"], ["2", "Собрать согласия"]]
    roadmap = from_word(grid)
    assert texts(roadmap) == ["Провести педсовет", "Собрать согласия"]
    assert phrases(roadmap) == ["до 15 октября", ""]
    assert "deadline_from_text" in roadmap.activities[0].problems
    assert "deadline_column_missing" in codes(roadmap)


def test_one_activity_of_several_merged_rows_keeps_every_content() -> None:
    head = ["№", "Мероприятие", "Содержание", "Срок", "Ответственный"]
    grid = [head, ["1", "Обучение", "Семинар", "октябрь", "Методист"], [UP, UP, "Тренинг", "ноябрь", "Психолог"]]
    roadmap = from_word(grid)
    assert [(a.text, a.content, a.deadline_phrase) for a in roadmap.activities] == [
        ("Обучение", "Семинар", "октябрь"),
        ("Обучение", "Тренинг", "ноябрь"),
    ]
