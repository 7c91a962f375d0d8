"""The district of the demonstration: invented places, schools and figures, as data."""

from __future__ import annotations

from dataclasses import dataclass, field

from tenants.domain.russian import initials


@dataclass(frozen=True, slots=True)
class SchoolSpec:
    """What the story needs to know of a school.

    ``pairs`` are the numbers of new pairs in the three school years of the story; ``rhythm_days`` how often its pairs
    meet, and ``why_slow`` they meet rarely; ``paused`` pairs (by number) have a mentor who is ill this October;
    ``young`` teachers with up to three years of experience, of whom ``young_alone`` have no mentor this year.
    """

    slug: str
    name: str
    short_name: str
    kind: str
    curator: tuple[str, str, str]
    principal: tuple[str, str, str]
    pupils_10_19: int
    pupils_15_19: int
    teachers: int
    young: int
    pairs: tuple[int, int, int]
    young_alone: int = 0
    rhythm_days: int = 14
    why_slow: str = ""
    paused: tuple[int, ...] = ()
    partners: int = 1
    roadmap: str = "pupils"
    fate: str = "accepted"  # accepted | late | corrected | silent | waiting
    lacks: tuple[str, ...] = ()  # kinds of documents the school does not have
    curator_position: str = "заместитель директора"
    principal_position: str = "директор"

    @property
    def signature(self) -> str:
        """«заместитель директора, Лапина О. В.»: who hands the form in."""
        return f"{self.curator_position}, {initials(*self.curator)}"


@dataclass(frozen=True, slots=True)
class TownSpec:
    """A municipality of the demonstration."""

    name: str
    name_genitive: str
    centre_name: str
    centre_short_name: str
    letterhead: tuple[str, ...]
    place: str
    code: str
    time_zone: str
    methodist: tuple[str, str, str, str]
    head: tuple[str, str, str, str] | None
    schools: tuple[SchoolSpec, ...] = field(default=())


REGION = ("Приреченская область", "Региональный центр наставничества Приреченской области", "97")
ANALYST = ("Соколова", "Вера", "Игоревна", "analitik@rcn.example")


def _school(number: int, name: str, short: str, **more: object) -> SchoolSpec:
    return SchoolSpec(slug=f"school-{number}", name=name, short_name=short, kind="school", **more)  # type: ignore[arg-type]  # fields by name


_UPPER = (
    _school(
        1, "Верхнереченская средняя общеобразовательная школа № 1", "СОШ № 1",
        curator=("Громова", "Наталья", "Юрьевна"), principal=("Кузнецов", "Павел", "Андреевич"),
        pupils_10_19=412, pupils_15_19=118, teachers=46, young=6, pairs=(14, 17, 21), partners=3,
    ),
    _school(
        2, "Верхнереченская средняя общеобразовательная школа № 2", "СОШ № 2",
        curator=("Лапина", "Ольга", "Викторовна"), principal=("Громов", "Андрей", "Петрович"),
        pupils_10_19=286, pupils_15_19=84, teachers=34, young=5, young_alone=1, pairs=(10, 12, 16), partners=2,
        paused=(6,),
    ),
    _school(
        3, "Гимназия № 3", "Гимназия № 3",
        curator=("Шмелёва", "Ирина", "Олеговна"), principal=("Астахова", "Елена", "Львовна"),
        pupils_10_19=390, pupils_15_19=131, teachers=41, young=4, pairs=(13, 16, 22), rhythm_days=12, partners=3,
        roadmap="imported",
    ),
    _school(
        4, "Лицей № 4", "Лицей № 4",
        curator=("Дорохов", "Максим", "Сергеевич"), principal=("Вагина", "Татьяна", "Борисовна"),
        pupils_10_19=305, pupils_15_19=102, teachers=33, young=3, pairs=(9, 12, 15), partners=2,
        lacks=("incentive_rules",),
    ),
    _school(
        5, "Верхнереченская средняя общеобразовательная школа № 5", "СОШ № 5",
        curator=("Пашкова", "Юлия", "Николаевна"), principal=("Зорин", "Игорь", "Матвеевич"),
        pupils_10_19=344, pupils_15_19=97, teachers=38, young=5, pairs=(11, 13, 17), partners=2, paused=(8,),
    ),
    _school(
        6, "Заречная средняя общеобразовательная школа", "Заречная СОШ",
        curator=("Ткачук", "Светлана", "Петровна"), principal=("Мельник", "Олег", "Иванович"),
        pupils_10_19=168, pupils_15_19=44, teachers=21, young=3, pairs=(6, 8, 10),
        lacks=("incentive_rules",), fate="waiting",
    ),
    _school(
        7, "Ключевская средняя общеобразовательная школа", "Ключевская СОШ",
        curator=("Баранова", "Галина", "Степановна"), principal=("Ершов", "Виктор", "Павлович"),
        pupils_10_19=121, pupils_15_19=30, teachers=17, young=2, pairs=(5, 6, 7), roadmap="imported",
    ),
    _school(
        8, "Луговская средняя общеобразовательная школа", "Луговская СОШ",
        curator=("Осипов", "Денис", "Романович"), principal=("Титова", "Марина", "Егоровна"),
        pupils_10_19=104, pupils_15_19=27, teachers=15, young=2, young_alone=1, pairs=(4, 5, 5), rhythm_days=21,
        fate="silent",
    ),
    _school(
        9, "Каменская основная общеобразовательная школа", "Каменская ООШ",
        curator=("Жукова", "Анна", "Тимофеевна"), principal=("Рогов", "Сергей", "Никитич"),
        pupils_10_19=58, pupils_15_19=9, teachers=11, young=1, young_alone=1, pairs=(4, 4, 5), rhythm_days=42,
        why_slow="Два наставника долго болели, встречи перенесли.",
        lacks=("incentive_rules", "mentors_register"), fate="late",
    ),
    _school(
        10, "Таёжнинская средняя общеобразовательная школа", "Таёжнинская СОШ",
        curator=("Фомин", "Артём", "Витальевич"), principal=("Лыткина", "Надежда", "Ильинична"),
        pupils_10_19=96, pupils_15_19=25, teachers=14, young=2, young_alone=1, pairs=(5, 5, 6), rhythm_days=35,
        why_slow="Часть учеников живёт за рекой, без переправы встречи откладывались.",
        fate="corrected",
    ),
    SchoolSpec(
        slug="sad-ryabinka", name="Детский сад № 7 «Рябинка»", short_name="Детский сад «Рябинка»", kind="kindergarten",
        curator=("Сергеева", "Людмила", "Аркадьевна"), principal=("Юдина", "Оксана", "Владимировна"),
        pupils_10_19=0, pupils_15_19=0, teachers=22, young=4, pairs=(4, 5, 6), roadmap="kindergarten", partners=0,
        curator_position="старший воспитатель", principal_position="заведующий",
    ),
    SchoolSpec(
        slug="berezovskaya", name="Берёзовская начальная школа", short_name="Берёзовская НШ", kind="school",
        curator=("Малышева", "Дарья", "Фёдоровна"), principal=("Малышева", "Дарья", "Фёдоровна"),
        pupils_10_19=3, pupils_15_19=0, teachers=1, young=1, young_alone=1, pairs=(2, 3, 4),
        lacks=("incentive_rules",), curator_position="директор",
    ),
)  # fmt: skip

_LAKE = (
    SchoolSpec(
        slug="ozernaya", name="Озёрная средняя общеобразовательная школа", short_name="Озёрная СОШ", kind="school",
        curator=("Панова", "Алла", "Геннадьевна"), principal=("Седов", "Юрий", "Карпович"),
        pupils_10_19=142, pupils_15_19=40, teachers=19, young=2, pairs=(5, 6, 8),
    ),
    SchoolSpec(
        slug="pribrezhnaya", name="Прибрежная основная общеобразовательная школа", short_name="Прибрежная ООШ",
        kind="school", curator=("Клюева", "Раиса", "Данииловна"), principal=("Чернов", "Глеб", "Ефимович"),
        pupils_10_19=61, pupils_15_19=8, teachers=12, young=1, pairs=(3, 4, 4),
    ),
)  # fmt: skip

TOWNS = (
    TownSpec(
        name="Верхнереченский муниципальный округ",
        name_genitive="Верхнереченского муниципального округа",
        centre_name="Муниципальное бюджетное учреждение «Информационно-методический центр Верхнереченского округа»",
        centre_short_name="ИМЦ Верхнереченского округа",
        letterhead=(
            "Управление образования администрации Верхнереченского муниципального округа",
            "Муниципальное бюджетное учреждение",
            "«Информационно-методический центр Верхнереченского округа»",
        ),
        place="пос. Верхнереченский",
        code="97601",
        time_zone="Asia/Yakutsk",
        methodist=("Ермакова", "Светлана", "Николаевна", "metodist@verhnerechensk.example"),
        head=("Орлов", "Борис", "Леонидович", "direktor@verhnerechensk.example"),
        schools=_UPPER,
    ),
    TownSpec(
        name="Приозёрный муниципальный округ",
        name_genitive="Приозёрного муниципального округа",
        centre_name="Методический кабинет Приозёрного округа",
        centre_short_name="Методкабинет Приозёрного округа",
        letterhead=("Отдел образования администрации Приозёрного муниципального округа", "Методический кабинет"),
        place="с. Приозёрное",
        code="97602",
        time_zone="Asia/Yakutsk",
        methodist=("Гусева", "Нина", "Афанасьевна", "metodist@priozernyj.example"),
        head=None,
        schools=_LAKE,
    ),
)
