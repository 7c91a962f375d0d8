"""The tables of the annexes, one function an annex."""

from datetime import date

from municipal.indicators.vocabulary import load_vocabulary
from municipal.notes.domain.annexes.rows import ORGANISATION, cell_text, field_table, named_forms
from municipal.notes.domain.composed import AnnexTable, Column
from municipal.notes.domain.note_input import ExpectedSchool, NoteInput, SchoolFacts, Standing
from municipal.notes.domain.rulebook import Rulebook
from municipal.notes.domain.values.campaign import is_gap
from municipal.notes.domain.values.coverage import PAIRS, format_title, pairs_by_format
from municipal.notes.domain.values.slices import Slice
from municipal.notes.domain.values.value import SourceSeason
from tenants.domain.russian import date_numeric, number, percent
from tenants.domain.school_year import Season

STANDINGS = {
    Standing.EXPECTED: "не сдана",
    Standing.PENDING: "сдана, проверяется",
    Standing.RETURNED: "возвращена на доработку",
    Standing.EXEMPT: "освобождена",
}
PEOPLE = (
    ("E1", "Пар и групп"),
    ("E6", "Наставников"),
    ("E7", "Наставляемых"),
    ("D14", "Ждут наставника"),
    ("F3", "Молодых специалистов"),
    ("E10", "из них с наставником"),
)
PROCESS = (
    ("G1", "Встреч"),
    ("G4", "Встреч с обратной связью"),
    ("G3", "Пар без встреч дольше 30 дней"),
    ("G5", "Обучено наставников"),
    ("I2", "Заявок на конкурсы"),
)
PUBLISHED = (
    ("C3", "Публикаций"),
    ("C4", "На сайте организации"),
    ("C5", "В соцсетях и СМИ"),
    ("C6", "На муниципальных ресурсах"),
)
MAY_PROCESS = (("I1", "Описаний практик"),)
MAY_PUBLISHED = (("C7", "Итоги года опубликованы"),)
ROADMAP = (("G6", "Срок наступил"), ("G7", "Выполнено в срок"), ("G8", "Выполнено позже"), ("G9", "Просрочено"))


def reporting(given: NoteInput, *, names: bool) -> tuple[AnnexTable, ...]:
    """Who handed in, when, whether late, how many times returned, how many lines left «нет данных»."""
    forms = {form.school_id: form for form in given.forms}
    columns = (
        ORGANISATION,
        Column("Форма", is_number=False),
        Column("Сдана", is_number=False),
        Column("Срок", is_number=False),
        Column("Возвратов"),
        Column("Строк «нет данных»"),
    )
    rows = tuple(_reporting_row(school, forms.get(school.school_id)) for school in given.schools) if names else ()
    counted = sum(school.standing is not Standing.EXEMPT for school in given.schools)
    total = ("Всего", f"принято {len(forms)} из {counted}", "", "", number(_returns(given)), "")
    return (AnnexTable("Сведения о сдаче данных", columns, rows, total),)


def _returns(given: NoteInput) -> int:
    return sum(form.returned_times for form in given.forms)


def _reporting_row(school: ExpectedSchool, form: SchoolFacts | None) -> tuple[str, ...]:
    if form is None:
        return (school.name, STANDINGS[school.standing], "", "", "", "")
    gaps = sum(is_gap(code, cell) for code, cell in form.facts.cells.items())
    term = "в срок" if form.on_time else "позже срока"
    handed_in = date_numeric(form.submitted_at.date())
    return (school.name, "принята", handed_in, term, number(form.returned_times), number(gaps))


def documents(given: NoteInput, book: Rulebook, *, names: bool) -> tuple[AnnexTable, ...]:
    """Documents confirmed by requisites; consents and labour conditions; the section on the site."""
    kinds = [(kind.code, kind.column) for kind in book.documents]
    rest = [("B8", "Согласия участников"), ("B9", "Условия по статье 351.8"), ("C1", "Раздел на сайте")]
    updated = Column("Раздел обновлён", is_number=False)
    second = field_table(given, "Согласия, условия работы наставников, раздел на сайте", rest, names=names)
    dates = [_day(form) for _, form in named_forms(given)] if names else []
    rows = tuple((*row, day) for row, day in zip(second.rows, dates, strict=True))
    total = (*second.total, "") if second.total else ()
    return (
        field_table(given, "Обязательные документы", kinds, names=names),
        AnnexTable(second.caption, (*second.columns, updated), rows, total),
    )


def _day(form: SchoolFacts) -> str:
    cell = form.facts.cells.get("C2")
    return date_numeric(cell.value) if cell and isinstance(cell.value, date) else cell_text(cell)


def coverage(given: NoteInput, *, names: bool) -> tuple[AnnexTable, ...]:
    """Pairs by mentoring format, people, and how the pairs work."""
    process = (*PROCESS, *MAY_PROCESS) if given.monitoring.season is Season.MAY else PROCESS
    return (
        _by_format(given, names=names),
        field_table(given, "Участники действующих пар и групп", PEOPLE, names=names),
        field_table(given, "Встречи, обратная связь, обучение, конкурсы", process, names=names),
    )


def _by_format(given: NoteInput, *, names: bool) -> AnnexTable:
    forms = named_forms(given)
    found = pairs_by_format(Slice(SourceSeason.CURRENT, tuple(form for _, form in forms)))
    sums = {code: sum(source.number for source in sources) for code, sources in found.items()}
    codes = sorted(sums, key=lambda code: (-sums[code], format_title(given, code).title))
    columns = (ORGANISATION, *(Column(format_title(given, code).title) for code in codes), Column("Всего"))
    rows = tuple(_format_row(name, form, codes) for name, form in forms) if names else ()
    whole = sum(sums.values())
    total = ("Всего", *(f"{number(sums[code])} ({percent(sums[code], whole)})" for code in codes), number(whole))
    return AnnexTable("Действующие пары и группы по формам наставничества", columns, rows, total if codes else ())


def _format_row(name: str, form: SchoolFacts, codes: list[str]) -> tuple[str, ...]:
    cell = form.facts.cells.get(PAIRS)
    if cell is None or cell.count is None:
        unknown = cell_text(cell)
        return (name, *(unknown for _ in codes), unknown)
    return (name, *(number(cell.parts.get(code, 0)) for code in codes), number(cell.count))


def roadmap(given: NoteInput, *, names: bool) -> tuple[AnnexTable, ...]:
    return (field_table(given, "Мероприятия дорожных карт на отчётную дату", ROADMAP, names=names),)


def publications(given: NoteInput, *, names: bool) -> tuple[AnnexTable, ...]:
    """The municipality's own publications, then those of the organisations, each with its address."""
    head = (
        Column("Дата", is_number=False),
        Column("Название", is_number=False),
        Column("Ресурс", is_number=False),
        Column("Ссылка", is_number=False),
    )
    own = sorted(given.publications, key=lambda item: (item.published_on, item.title))
    rows = tuple((date_numeric(i.published_on), i.title, i.resource, i.url) for i in own if i.link_opens)
    fields = (*PUBLISHED, *MAY_PUBLISHED) if given.monitoring.season is Season.MAY else PUBLISHED
    tables = [AnnexTable("Публикации управления образования и ИМЦ", head, rows)] if rows else []
    tables.append(field_table(given, "Число публикаций организаций за период", fields, names=names))
    listed = _listed(given) if names else ()
    if listed:
        columns = (ORGANISATION, Column("Дата", is_number=False), Column("Место", is_number=False), head[3])
        tables.append(AnnexTable("Публикации организаций со ссылками", columns, listed))
    return tuple(tables)


def _listed(given: NoteInput) -> tuple[tuple[str, ...], ...]:
    channels = load_vocabulary().publication_channels
    return tuple(
        (name, date_numeric(fact.published_on), channels.get(fact.channel, fact.channel), fact.url)
        for name, form in named_forms(given)
        for fact in sorted(form.facts.publications, key=lambda fact: fact.published_on)
    )
