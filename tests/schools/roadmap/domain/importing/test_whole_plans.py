"""Whole plans as different schools and districts lay them out, each a shape of its own."""

import datetime as dt
import io

import xlsxwriter

from schools.roadmap.domain.importing import read_document, recognise
from tests.schools.roadmap.domain.importing.making import (
    LEFT,
    UP,
    YEAR,
    codes,
    excel,
    from_text,
    from_word,
    numbers,
    people,
    phrases,
    results,
    stage_of_each,
    stages,
    texts,
)


def test_a_districts_plan_with_the_deadline_first_and_no_numbers() -> None:
    roadmap = from_word(
        "План мероприятий («дорожная карта») развития наставничества на 2025/2026 учебный год",
        [
            [
                "Сроки\nисполне-\nния",
                "Наименование мероприятия",
                "Ответствен-\nные исполнители",
                "Ожидаемые результаты",
            ],
            ["Направление 1. Организация", LEFT, LEFT, LEFT],
            ["до 01.10.2025", "Обновление базы наставников", "Карпова Л.Д., методист\nруководители школ", "База"],
            ["ежеквартально", "Совещания кураторов", "Методический центр", "Протоколы"],
            ["Направление 2. Мониторинг", LEFT, LEFT, LEFT],
            ["октябрь 2025, май 2026", "Мониторинг программ", "Методический центр", "Справка"],
            ["—", "Издание сборника практик", "Методический центр", "Сборник"],
        ],
    )
    assert stages(roadmap) == [("1", "Организация"), ("2", "Мониторинг")]
    assert phrases(roadmap) == ["до 01.10.2025", "ежеквартально", "октябрь 2025, май 2026", "—"]
    assert people(roadmap)[0] == "Карпова Л.Д., методист\nруководители школ"
    assert "deadline_missing" in roadmap.activities[3].problems


def test_seven_columns_with_numbers_of_activities_beside_merged_stages() -> None:
    head = ["№ п/п", "Этап реализации", "Мероприятие", "Ответственный", "Срок", "Ожидаемый результат", "Отметка"]
    roadmap = from_word(
        [
            head,
            ["1", "Подготовительный", "Разработка приказа", "Директор", "01.09.2025 – 10.09.2025", "Приказ", ""],
            ["2", UP, "Подбор наставников", "Зам. директора", "сентябрь", "Список", ""],
            ["3", "Основной", "Посещение уроков", "Наставники", "в течение года", "Карты", ""],
        ]
    )
    assert stages(roadmap) == [("", "Подготовительный"), ("", "Основной")]
    assert numbers(roadmap) == ["1", "2", "3"]
    assert results(roadmap) == ["Приказ", "Список", "Карты"]


def test_an_excel_book_with_real_dates_and_figures_for_numbers() -> None:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream)
    sheet, date = book.add_worksheet("Карта"), book.add_format({"num_format": "dd.mm.yyyy"})
    sheet.merge_range(0, 0, 0, 4, "Дорожная карта на 2025-2026 учебный год")
    for column, text in ((0, "№ п/п"), (1, "Мероприятия"), (4, "Ответственный")):
        sheet.merge_range(2, column, 3, column, text)
    sheet.merge_range(2, 2, 2, 3, "Срок реализации")
    sheet.write_row(3, 2, ["Начало", "Окончание"])
    sheet.merge_range(4, 0, 4, 4, "1. Организация")
    for item in range(1, 12):
        sheet.write_row(4 + item, 0, [float(f"1.{item}"), f"Дело номер {item}"])
        sheet.write_datetime(4 + item, 2, dt.datetime(2025, 9, item), date)  # noqa: DTZ001 -- Excel knows no zones
        sheet.write_datetime(4 + item, 3, dt.datetime(2025, 10, item), date)  # noqa: DTZ001 -- as above
        sheet.write(4 + item, 4, "Куратор")
    book.close()
    roadmap = recognise(read_document(stream.getvalue(), "карта.xlsx"), YEAR)
    assert numbers(roadmap) == [f"1.{item}" for item in range(1, 12)]
    assert phrases(roadmap)[9] == "10.09.2025 – 10.10.2025"
    assert roadmap.title == "Дорожная карта на 2025-2026 учебный год"


def test_a_book_of_several_sheets() -> None:
    sheets = {
        "Карта": [["№", "Мероприятие", "Срок"], ["1", "Приказ", "сентябрь"], ["2", "Опрос", "май"]],
        "Показатели": [["Показатель", "2025", "2026"], ["Доля пар, %", "50", "75"]],
        "Справочник": [["Код", "Имя"], ["1", "а"], ["2", "б"]],
    }
    roadmap = recognise(read_document(excel(**sheets), "карта.xlsx"), YEAR)
    assert texts(roadmap) == ["Приказ", "Опрос"]
    assert [indicator.title for indicator in roadmap.indicators] == ["Доля пар, %"]
    assert "table_skipped" in codes(roadmap)


def test_stages_with_deadlines_of_their_own_give_them_to_their_rows() -> None:
    roadmap = from_word(
        [
            ["№", "Этап, мероприятие", "Сроки", "Ответственные"],
            ["1", "Подготовительный этап", "август – сентябрь 2025", "Куратор"],
            ["1.1", "Приказ", "", ""],
            ["1.2", "Анкетирование", "", ""],
            ["2", "Основной этап", "октябрь – апрель", "Куратор"],
            ["2.1", "Встречи пар", "", "Наставники"],
            ["2.2", "Семинар", "март 2026", "Методист"],
        ]
    )
    assert stages(roadmap) == [("1", "Подготовительный этап"), ("2", "Основной этап")]
    assert phrases(roadmap) == ["август – сентябрь 2025", "август – сентябрь 2025", "октябрь – апрель", "март 2026"]
    assert [a.deadline_inherited for a in roadmap.activities] == [True, True, True, False]


def test_deadlines_in_the_titles_of_stages() -> None:
    roadmap = from_word(
        [
            ["№", "Мероприятие", "Ответственные"],
            ["Этап 1. Подготовительный (сентябрь – октябрь 2025 г.)", LEFT, LEFT],
            ["1", "Приказ о назначении", "Директор"],
            ["Этап 2. Практический (ноябрь 2025 – апрель 2026)", LEFT, LEFT],
            ["2", "Встречи пар", "Наставники"],
        ]
    )
    assert phrases(roadmap) == ["сентябрь – октябрь 2025 г.", "ноябрь 2025 – апрель 2026"]


def test_people_in_two_columns_under_one_heading() -> None:
    roadmap = from_word(
        [
            ["№", "Мероприятие", "Сроки", "Ответственные", LEFT, "Результат"],
            [UP, UP, UP, "от школы", "от партнёра", UP],
            ["1", "Экскурсия на завод", "октябрь", "Куратор Лисина А.П.", "Мастер Громов П.П.", "Фотоотчёт"],
            ["2", "Проба профессии", "март", "Классные руководители", "Наставники завода", "Портфолио"],
        ]
    )
    assert people(roadmap) == ["Куратор Лисина А.П.", "Классные руководители"]
    assert roadmap.activities[0].extra == {"Ответственные от партнёра": "Мастер Громов П.П."}
    assert results(roadmap) == ["Фотоотчёт", "Портфолио"]


def test_latin_letters_in_the_headings() -> None:
    roadmap = from_word([["№", "Mероприятие", "Cроки", "Oтветственные"], ["1", "Приказ", "сентябрь", "Директор"]])
    assert phrases(roadmap) == ["сентябрь"]
    assert people(roadmap) == ["Директор"]


def test_titles_repeated_in_every_cell_by_a_converter() -> None:
    head = ["№", "Мероприятие", "Срок", "Ответственный"]
    roadmap = from_word([head, ["1. Нормативный блок"] * 4, ["1.1", "Приказ", "сентябрь", "Директор"]])
    assert stages(roadmap) == [("1", "Нормативный блок")]
    assert numbers(roadmap) == ["1.1"]


def test_sections_of_two_levels() -> None:
    roadmap = from_word(
        [
            ["№", "Мероприятие", "Срок", "Ответственный"],
            ["Раздел 1. Школа", LEFT, LEFT, LEFT],
            ["1.1. Документы", LEFT, LEFT, LEFT],
            ["1.1.1", "Приказ", "сентябрь", "Директор"],
            ["1.2. Кадры", LEFT, LEFT, LEFT],
            ["1.2.1", "Обучение", "октябрь", "Методист"],
            ["Раздел 2. Район", LEFT, LEFT, LEFT],
            ["2.1.1", "Сбор форм", "октябрь, май", "Методист"],
        ]
    )
    assert stages(roadmap) == [("1", "Школа"), ("2", "Район")]
    assert [activity.group for activity in roadmap.activities] == ["Документы", "Кадры", ""]


def test_a_row_with_nothing_but_a_number_is_no_activity() -> None:
    head = ["№", "Мероприятие", "Срок", "Ответственный"]
    rows = [["1", "Приказ", "сентябрь", "Директор"], ["2", "", "", ""], ["3", "Семинар", "май", "Методист"]]
    assert numbers(from_word([head, *rows])) == ["1", "3"]


def test_a_plan_by_months_in_the_first_column() -> None:
    roadmap = from_word(
        [
            ["Месяц", "Мероприятие", "Форма работы", "Ответственный"],
            ["Сентябрь", "Знакомство с классом", "Беседа", "Наставник"],
            [UP, "Составление плана", "Консультация", "Наставник"],
            ["Октябрь", "Посещение уроков", "Урок", "Наставник, молодой специалист"],
        ]
    )
    assert phrases(roadmap) == ["Сентябрь", "Сентябрь", "Октябрь"]
    assert [activity.content for activity in roadmap.activities] == ["Беседа", "Консультация", "Урок"]


def test_a_short_message_with_three_points() -> None:
    roadmap = from_text(
        "План:\n1) Издать приказ (до 10.09.2025), отв. директор\n"
        "2) Провести анкетирование; октябрь; психолог\n3) Подвести итоги — май 2026 г. — куратор"
    )
    assert numbers(roadmap) == ["1", "2", "3"]
    assert phrases(roadmap) == ["до 10.09.2025", "октябрь", "май 2026 г."]
    assert people(roadmap) == ["директор", "психолог", "куратор"]


def test_bullets_as_rows_under_their_heading() -> None:
    roadmap = from_word(
        [
            ["№", "Мероприятие", "Срок", "Ответственный"],
            ["1", "Работа с молодыми педагогами:", "", ""],
            ["", "- анкетирование", "сентябрь", "Психолог"],
            ["", "- посещение уроков", "в течение года", "Наставники"],
            ["2", "Работа с наставниками:", "", ""],
            ["", "- семинар", "ноябрь", "Методист"],
        ]
    )
    assert len(roadmap.stages) == 2
    assert stage_of_each(roadmap) == [1, 1, 2]
