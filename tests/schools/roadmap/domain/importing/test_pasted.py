"""Pasted text: from Excel with quoted cells, from Word with cells of several paragraphs, drawn by hand, plain lines."""

from tests.schools.roadmap.domain.importing.making import (
    codes,
    from_text,
    numbers,
    people,
    phrases,
    results,
    stage_of_each,
    stages,
    texts,
)

HEAD = "№\tМероприятие\tСрок\tОтветственный\tРезультат"


def test_a_table_from_excel_with_quoted_line_breaks() -> None:
    text = (
        f'{HEAD}\n1\t"Издать приказ\nи ознакомить с ним"\tдо 5 '
        f'сентября\t"Директор\nКуратор"\tПриказ\n2\tПедсовет\tмай\tЗавуч\tПротокол'
    )
    roadmap = from_text(text)
    assert texts(roadmap) == ["Издать приказ\nи ознакомить с ним", "Педсовет"]
    assert people(roadmap) == ["Директор\nКуратор", "Завуч"]


def test_quotation_marks_of_names_are_no_quoting() -> None:
    roadmap = from_text(
        f'{HEAD}\n1\t"Школа наставника": занятия\tоктябрь\tМетодист\t"Портфель" пары\n2\tПедсовет\tмай\tЗавуч\tПротокол'
    )
    assert texts(roadmap)[0] == '"Школа наставника": занятия'
    assert results(roadmap)[0] == '"Портфель" пары'


def test_doubled_quotation_marks_from_excel() -> None:
    roadmap = from_text(
        f'{HEAD}\n1\t"Занятия ""Школы наставника"""\tоктябрь\tМетодист\tПлан\n2\tПедсовет\tмай\tЗавуч\tПротокол'
    )
    assert texts(roadmap)[0] == 'Занятия "Школы наставника"'


def test_cells_of_several_paragraphs_from_word() -> None:
    text = (
        f"{HEAD}\n"
        "1.1\tОрганизовать работу пар:\n- первая встреча;\n- план работы\tоктябрь\tКуратор\nНаставники\tПланы\n"
        "1.2\tСобрать отчёты\tмай\tНаставники\tОтчёты\nСводная справка\n"
        "1.3\tПровести педсовет\tиюнь\tЗавуч\tПротокол"
    )
    roadmap = from_text(text)
    assert numbers(roadmap) == ["1.1", "1.2", "1.3"]
    assert texts(roadmap)[0] == "Организовать работу пар:\n- первая встреча;\n- план работы"
    assert people(roadmap)[0] == "Куратор\nНаставники"
    assert phrases(roadmap) == ["октябрь", "май", "июнь"]


def test_sections_as_lines_of_their_own() -> None:
    text = (
        f"Дорожная карта\n{HEAD}\nРаздел 1. "
        f"Подготовка\n1\tПриказ\tсентябрь\tДиректор\tПриказ\n2\tАнкеты\tоктябрь\tКуратор\tАнкеты\n"
    )
    text += "Раздел 2. Работа\n3\tВстречи\tноябрь\tКуратор\tПланы\n4\tИтоги\tмай\tКуратор\tСправка"
    roadmap = from_text(text)
    assert stages(roadmap) == [("1", "Подготовка"), ("2", "Работа")]
    assert stage_of_each(roadmap) == [1, 1, 2, 2]
    assert phrases(roadmap) == ["сентябрь", "октябрь", "ноябрь", "май"]


def test_rows_with_lost_trailing_cells() -> None:
    roadmap = from_text(
        f"{HEAD}\n1\tПриказ\tсентябрь\tДиректор\tПриказ\n2\tБеседы с родителями\tоктябрь\n3\tИтоги\tмай\tКуратор"
    )
    assert phrases(roadmap) == ["сентябрь", "октябрь", "май"]
    assert people(roadmap) == ["Директор", "", "Куратор"]


def test_one_cell_a_line_as_text_converters_write() -> None:
    text = "Дорожная карта наставничества\n\t№\n\tМероприятие\n\tСроки\n\tОтветственный\n\n"
    text += "\t1\n\tПодготовительная работа\n\n\t1.1\n\tИздать приказ\n\tсентябрь\n\tДиректор\n\n"
    text += (
        "\t1.2\n\tСобрать анкеты\nи согласия\n\tоктябрь\n\tКуратор\n\n\n\t2\n\tРабота "
        "пар\n\n\t2.1\n\tВстречи\n\tежемесячно\n\tНаставники\n"
    )
    roadmap = from_text(text)
    assert stages(roadmap) == [("1", "Подготовительная работа"), ("2", "Работа пар")]
    assert texts(roadmap) == ["Издать приказ", "Собрать анкеты\nи согласия", "Встречи"]
    assert phrases(roadmap) == ["сентябрь", "октябрь", "ежемесячно"]


def test_a_table_drawn_with_bars() -> None:
    text = "| № | Мероприятие | Срок |\n|---|---|---|\n| 1 | Издать приказ | сентябрь |\n| 2 | Педсовет | май |"
    roadmap = from_text(text)
    assert texts(roadmap) == ["Издать приказ", "Педсовет"]
    assert phrases(roadmap) == ["сентябрь", "май"]


def test_semicolons_with_quoted_cells() -> None:
    text = (
        '№;Мероприятие;Срок;Ответственный\n1;"Приказ; положение";сентябрь;Директор\n2;"Анкеты\nи '
        'беседы";октябрь;Куратор\n'
    )
    roadmap = from_text(text)
    assert texts(roadmap) == ["Приказ; положение", "Анкеты\nи беседы"]
    assert phrases(roadmap) == ["сентябрь", "октябрь"]


def test_plain_numbered_lines_with_dashes() -> None:
    text = (
        "Дорожная карта\nЭтап 1. Подготовка\n1.1. Издать приказ о кураторе – до 10 сентября – "
        "директор\n1.2. Собрать анкеты – октябрь – куратор\n"
    )
    text += "Этап 2. Работа\n2.1. Провести встречи пар – ежемесячно – наставники\n2.2. Подготовить выставку"
    roadmap = from_text(text)
    assert stages(roadmap) == [("1", "Подготовка"), ("2", "Работа")]
    assert numbers(roadmap) == ["1.1", "1.2", "2.1", "2.2"]
    assert texts(roadmap)[0] == "Издать приказ о кураторе"
    assert phrases(roadmap) == ["до 10 сентября", "октябрь", "ежемесячно", ""]
    assert people(roadmap)[:3] == ["директор", "куратор", "наставники"]


def test_a_pasted_table_without_headings() -> None:
    text = (
        "1\tИздать приказ о наставничестве\tсентябрь\tДиректор\n2\tПровести "
        "анкетирование\tоктябрь\tКуратор\n3\tПодвести итоги года\tмай\tКуратор"
    )
    roadmap = from_text(text)
    assert phrases(roadmap) == ["сентябрь", "октябрь", "май"]
    assert "header_missing" in codes(roadmap)
