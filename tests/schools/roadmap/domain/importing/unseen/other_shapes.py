"""Set-aside roadmaps that are not Word files: Excel, pages of a site, text pasted from Word."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from itertools import groupby

from xlsxwriter import Workbook

from tests.schools.roadmap.domain.importing.unseen.pool import PUPILS, STAGES, Item, numbered
from tests.schools.roadmap.domain.importing.unseen.scoring import Unseen

HEADER = ("№ п/п", "Мероприятие", "Сроки", "Ответственные", "Результат")


def _five(item: Item) -> list[str]:
    return [item.number, item.text, item.deadline, item.responsible, item.result]


def excel_with_titles_above() -> Unseen:
    """Title rows above the header, a cover sheet and a sheet of lists, merged stages, real dates, one merged person."""
    out = BytesIO()
    book = Workbook(out)
    book.add_worksheet("Титул").write(0, 0, "Утверждаю: директор школы")
    sheet = book.add_worksheet("План мероприятий")
    heading = "ДОРОЖНАЯ КАРТА реализации целевой модели наставничества на 2025/2026 учебный год"
    sheet.merge_range(0, 0, 0, 4, heading)
    sheet.write(1, 0, "МБОУ «Ключевская СОШ»")
    sheet.write_row(3, 0, HEADER)
    wanted: list[Item] = []
    row = 4
    for position, (stage, group) in enumerate(groupby(numbered(PUPILS), key=lambda i: i.stage), start=1):
        sheet.merge_range(row, 0, row, 4, f"{position}. {stage}")
        members = list(group)
        if len(members) == len(("one", "other")):
            members[1] = replace(members[1], responsible=members[0].responsible)
        for at, item in enumerate(members, start=row + 1):
            sheet.write_row(at, 0, _five(item))
            if item.deadline == "25.05.2026":
                sheet.write_datetime(at, 2, date(2026, 5, 25), book.add_format({"num_format": "dd.mm.yyyy"}))
        if len(members) == len(("one", "other")):
            sheet.merge_range(row + 1, 3, row + 2, 3, members[0].responsible)
        row += len(members) + 1
        wanted += members
    book.add_worksheet("Справочник").write_column(0, 0, ("Директор", "Завуч", "Куратор"))
    book.close()
    return Unseen("excel_with_titles_above", "карта.xlsx", out.getvalue(), tuple(wanted))


def excel_two_sheets() -> Unseen:
    """Each half of the year on its own sheet with its own header; stages stand in a merged first column."""
    out = BytesIO()
    book = Workbook(out)
    items = [replace(i, result="") for i in PUPILS]
    for name, half in (("I полугодие", items[:14]), ("II полугодие", items[14:])):
        sheet = book.add_worksheet(name)
        sheet.write_row(0, 0, ["Этап", "Мероприятия", "Сроки проведения", "Ответственные лица"])
        row = 1
        for stage, group in groupby(half, key=lambda i: i.stage):
            members = list(group)
            if len(members) > 1:
                sheet.merge_range(row, 0, row + len(members) - 1, 0, stage)
            else:
                sheet.write(row, 0, stage)
            for at, item in enumerate(members, start=row):
                sheet.write_row(at, 1, [item.text, item.deadline, item.responsible])
            row += len(members)
    book.close()
    return Unseen("excel_two_sheets", "два листа.xlsx", out.getvalue(), tuple(items))


def page_of_a_site() -> Unseen:
    """A saved page in cp1251: menus in layout tables, entities, a header of th, rowspan and colspan."""
    items = numbered(PUPILS)
    rows: list[str] = []
    wanted: list[Item] = []
    for stage, group in groupby(items, key=lambda i: i.stage):
        members = list(group)
        rows.append(f'<tr><td colspan="5"><b>Этап {STAGES.index(stage) + 1}.&nbsp;{stage}</b></td></tr>')
        for position, item in enumerate(members):
            who = item.responsible
            if len(members) == 3:
                who = members[0].responsible
                cell = f'<td rowspan="3"><p>{who}</p></td>' if position == 0 else ""
            else:
                cell = f"<td>{who}"
            words = item.text.split()
            text = " ".join(words[:2]) + "<br>" + "&nbsp;".join(words[2:])
            rows.append(
                f"<tr><td>{item.number}<td>{text}</td><td><p>{item.deadline}</p></td>{cell}<td>{item.result}</tr>"
            )
            wanted.append(replace(item, responsible=who))
    page = f"""<!DOCTYPE html><html><head><meta charset="windows-1251"><title>Наставничество</title>
<style>td {{ color: red }}</style><script>var a = "<table><tr><td>нет</td></tr></table>";</script></head><body>
<table width="100%"><tr><td><ul><li><a href="/">Главная</a></li><li>Сведения</li></ul></td><td>
<h1>Дорожная карта реализации модели наставничества на 2025/2026 учебный год</h1>
<table border=1><thead><tr>{"".join(f"<th>{name}</th>" for name in HEADER)}</tr></thead><tbody>
{"".join(rows)}</tbody></table><!-- <table><tr><td>старое</td></tr></table> -->
</td></tr></table><table><tr><td>© Школа</td><td>Телефон</td></tr></table></body></html>"""
    return Unseen("page_of_a_site", "страница.html", page.encode("cp1251", "xmlcharrefreplace"), tuple(wanted))


def pasted_with_tabs() -> Unseen:
    """What the clipboard of Word gives a text field: cells by tabs, merged stages as lines of their own."""
    items = numbered(PUPILS, "{all}")
    lines = ["Дорожная карта наставничества на 2025/2026 учебный год", "\t".join(HEADER)]
    for position, (stage, group) in enumerate(groupby(items, key=lambda i: i.stage), start=1):
        lines.append(f"Этап {position}. {stage}")
        lines.extend("\t".join(_five(item)) for item in group)
    text = "\r\n".join(lines)
    return Unseen("pasted_with_tabs", "вставка.txt", text.encode(), items)


def pasted_cell_by_cell() -> Unseen:
    """Every cell on a line of its own, as a phone or a PDF viewer gives it."""
    items = numbered(PUPILS, "{all}.")
    lines = [*HEADER]
    for position, (stage, group) in enumerate(groupby(items, key=lambda i: i.stage), start=1):
        lines.append(f"Этап {position}. {stage}")
        for item in group:
            lines.extend(_five(item))
    return Unseen("pasted_cell_by_cell", "построчно.txt", "\n".join(lines).encode(), items)
