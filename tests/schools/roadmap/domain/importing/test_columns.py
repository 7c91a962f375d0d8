"""Columns are found by their headings in any order, by content without headings, and under two rows of headings."""

from schools.roadmap.domain.importing.roles import Role
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

HEAD = ["№ п/п", "Мероприятие", "Сроки", "Ответственный", "Ожидаемый результат"]
FIRST = ["1", "Издать приказ о назначении куратора", "до 10 сентября", "Директор", "Приказ"]
SECOND = ["2", "Собрать анкеты будущих наставников", "сентябрь – октябрь", "Куратор Лисина А.П.", "Реестр анкет"]


def test_the_plain_table_of_five_columns() -> None:
    roadmap = from_word("Дорожная карта наставничества", [HEAD, FIRST, SECOND])
    assert numbers(roadmap) == ["1", "2"]
    assert texts(roadmap) == [FIRST[1], SECOND[1]]
    assert phrases(roadmap) == [FIRST[2], SECOND[2]]
    assert people(roadmap) == [FIRST[3], SECOND[3]]
    assert results(roadmap) == [FIRST[4], SECOND[4]]
    assert roadmap.title == "Дорожная карта наставничества"


def test_the_deadline_comes_first() -> None:
    order = [2, 1, 4, 3]
    roadmap = from_word([[row[index] for index in order] for row in (HEAD, FIRST, SECOND)])
    assert texts(roadmap) == [FIRST[1], SECOND[1]]
    assert phrases(roadmap) == [FIRST[2], SECOND[2]]
    assert people(roadmap) == [FIRST[3], SECOND[3]]


def test_other_words_in_the_headings() -> None:
    head = ["№", "Наименование мероприятия", "Дата проведения", "Исполнители", "Вид документа", "Отметка о выполнении"]
    roadmap = from_word([head, [*FIRST, ""], [*SECOND, "исполнено"]])
    assert phrases(roadmap) == [FIRST[2], SECOND[2]]
    assert people(roadmap) == [FIRST[3], SECOND[3]]
    assert results(roadmap) == ["Приказ", "Реестр анкет"]
    assert roadmap.activities[1].extra == {"Отметка о выполнении": "исполнено"}


def test_content_of_work_beside_the_activity() -> None:
    head = ["Этап", "Мероприятия", "Содержание деятельности", "Период реализации", "Кто отвечает"]
    row = ["Запуск", "Сбор запросов", "1. Анкеты. 2. Беседы.", "октябрь", "Классные руководители"]
    roadmap = from_word([head, row, ["", "Обработка запросов", "Сводная таблица", "ноябрь", "Куратор"]])
    assert stages(roadmap) == [("", "Запуск")]
    assert [(a.text, a.content) for a in roadmap.activities] == [
        ("Сбор запросов", "1. Анкеты. 2. Беседы."),
        ("Обработка запросов", "Сводная таблица"),
    ]
    assert phrases(roadmap) == ["октябрь", "ноябрь"]


def test_without_headings_the_columns_are_guessed_by_content() -> None:
    roadmap = from_word([FIRST, SECOND, ["3", "Провести педагогический совет", "март 2026", "Завуч", "Протокол"]])
    assert numbers(roadmap) == ["1", "2", "3"]
    assert phrases(roadmap) == ["до 10 сентября", "сентябрь – октябрь", "март 2026"]
    assert people(roadmap)[2] == "Завуч"
    assert results(roadmap)[2] == "Протокол"
    assert "header_missing" in codes(roadmap)


def test_two_rows_of_headings_with_beginning_and_end() -> None:
    grid = [
        ["№", "Мероприятие", "Сроки", LEFT, "Ответственный"],
        [UP, UP, "начало", "окончание", UP],
        ["1", "Вести занятия школы наставника", "01.10.2025", "30.04.2026", "Методист"],
        ["2", "Провести итоговую встречу", "12.05.2026", "16.05.2026", "Куратор"],
    ]
    for roadmap in (from_word(grid), from_excel(grid), from_text(pasted(grid))):
        assert phrases(roadmap) == ["01.10.2025 – 30.04.2026", "12.05.2026 – 16.05.2026"]
        assert texts(roadmap) == ["Вести занятия школы наставника", "Провести итоговую встречу"]


def test_two_columns_of_dates_in_one_row_of_headings() -> None:
    grid = [
        ["Мероприятие", "Дата начала", "Дата окончания", "Исполнитель"],
        ["Набор пар", "сентябрь", "октябрь", "Куратор"],
    ]
    assert phrases(from_word(grid)) == ["сентябрь – октябрь"]


def test_the_row_of_column_numbers_is_no_activity() -> None:
    roadmap = from_word([HEAD, ["1", "2", "3", "4", "5"], FIRST, SECOND])
    assert numbers(roadmap) == ["1", "2"]


def test_headings_repeated_after_a_page_break() -> None:
    roadmap = from_word([HEAD, FIRST, HEAD, SECOND])
    assert numbers(roadmap) == ["1", "2"]
    again = from_word([HEAD, FIRST], [HEAD, SECOND])
    assert numbers(again) == ["1", "2"]


def test_a_table_continued_without_headings() -> None:
    roadmap = from_word([HEAD, FIRST], [SECOND, ["3", "Подвести итоги года", "май", "Куратор", "Справка"]])
    assert numbers(roadmap) == ["1", "2", "3"]
    assert phrases(roadmap)[1:] == ["сентябрь – октябрь", "май"]


def test_a_table_continued_with_fewer_columns() -> None:
    torn = [["3", "Подвести итоги работы пар", "май", "Куратор"], ["4", "Поощрить наставников", "июнь", "Директор"]]
    roadmap = from_word([HEAD, FIRST, SECOND], torn)
    assert numbers(roadmap) == ["1", "2", "3", "4"]
    assert phrases(roadmap)[2:] == ["май", "июнь"]
    assert people(roadmap)[2:] == ["Куратор", "Директор"]


def test_a_heading_over_number_and_text_together() -> None:
    grid = [["Мероприятие", LEFT, "Срок", "Ответственный"], ["1.1", "Создать базу пар", "октябрь", "Куратор"]]
    roadmap = from_word([*grid, ["1.2", "Провести первые встречи", "ноябрь", "Наставники"]])
    assert numbers(roadmap) == ["1.1", "1.2"]
    assert texts(roadmap) == ["Создать базу пар", "Провести первые встречи"]


def test_an_empty_heading_over_the_numbers() -> None:
    roadmap = from_word([["", *HEAD[1:]], FIRST, SECOND])
    assert numbers(roadmap) == ["1", "2"]


def test_deadline_and_people_in_one_column() -> None:
    grid = [
        ["Мероприятие", "Сроки, ответственные"],
        ["Собрать согласия родителей", "до 1 октября\nКлассные руководители"],
        ["Провести конкурс наставников", "апрель; Завуч Орехова М.И."],
    ]
    roadmap = from_word(grid)
    assert phrases(roadmap) == ["до 1 октября", "апрель"]
    assert people(roadmap) == ["Классные руководители", "Завуч Орехова М.И."]


def test_months_as_columns_with_marks() -> None:
    grid = [
        ["№", "Мероприятие", "сентябрь", "октябрь", "ноябрь", "декабрь", "Ответственный"],
        ["1", "Обучение наставников", "", "+", "+", "", "Методист"],
        ["2", "Сверка базы пар", "х", "", "", "х", "Куратор"],
    ]
    roadmap = from_word(grid)
    assert phrases(roadmap) == ["октябрь, ноябрь", "сентябрь, декабрь"]
    assert people(roadmap) == ["Методист", "Куратор"]


def test_title_rows_above_the_headings_in_excel() -> None:
    grid = [
        ["Утверждаю", LEFT, LEFT, LEFT, LEFT],
        ["План мероприятий (дорожная карта) на 2025/2026 учебный год", LEFT, LEFT, LEFT, LEFT],
        ["", "", "", "", ""],
        HEAD,
        FIRST,
        SECOND,
    ]
    roadmap = from_excel(grid)
    assert numbers(roadmap) == ["1", "2"]
    assert roadmap.title == "План мероприятий (дорожная карта) на 2025/2026 учебный год"
    assert roadmap.stages == ()


def test_stage_as_a_merged_column() -> None:
    grid = [
        ["Этап", "Мероприятие", "Срок", "Ответственный"],
        ["Подготовка", "Издать приказ", "сентябрь", "Директор"],
        [UP, "Назначить куратора", "сентябрь", "Директор"],
        ["Работа пар", "Провести встречи", "ежемесячно", "Наставники"],
    ]
    for roadmap in (from_word(grid), from_excel(grid), from_text(pasted(grid))):
        assert stages(roadmap) == [("", "Подготовка"), ("", "Работа пар")]
        assert stage_of_each(roadmap) == [1, 1, 2]


def test_every_column_tells_its_role_and_its_heading() -> None:
    roadmap = from_word([HEAD, FIRST])
    assert [column.role for column in roadmap.columns] == [
        Role.NUMBER,
        Role.ACTIVITY,
        Role.DEADLINE,
        Role.RESPONSIBLE,
        Role.RESULT,
    ]
    assert roadmap.columns[4].header == "Ожидаемый результат"
    assert min(column.confidence for column in roadmap.columns) >= 0.9


def test_a_column_nobody_knows_is_kept_beside_the_activity() -> None:
    roadmap = from_word([[*HEAD, "Пиктограмма"], [*FIRST, "синяя"]])
    assert roadmap.activities[0].extra == {"Пиктограмма": "синяя"}
    assert "column_unknown" in codes(roadmap)
