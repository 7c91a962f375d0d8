"""The sections of each level in the order of the school year's cycle (design, ux.md § 3): data, no logic."""

from dataclasses import dataclass

from tenants.domain.roles import Role

SCHOOL_STAFF = (Role.CURATOR, Role.PRINCIPAL)
EVERYONE_OF_SCHOOL = (*SCHOOL_STAFF, Role.FORMAT_LEAD)
CURATOR = (Role.CURATOR,)
DISTRICT_STAFF = (Role.METHODIST, Role.MUNICIPAL_HEAD)
METHODIST = (Role.METHODIST,)
REGION = (Role.REGION,)


@dataclass(frozen=True, slots=True)
class Section:
    """One line of the menu. ``code`` is the address after the school year; ``tab`` puts it on the phone's bar."""

    code: str
    icon: str
    title: str
    roles: tuple[Role, ...]
    tab: str = ""


SECTIONS: dict[str, tuple[Section, ...]] = {
    "school": (
        Section("segodnya", "today", "Сегодня", EVERYONE_OF_SCHOOL, tab="Сегодня"),
        Section("karta", "road", "Дорожная карта", EVERYONE_OF_SCHOOL, tab="Карта"),
        Section("lyudi", "people", "Люди и согласия", CURATOR),
        Section("pary", "pair", "Пары", EVERYONE_OF_SCHOOL, tab="Пары"),
        Section("vstrechi", "talk", "Встречи", CURATOR),
        Section("oprosy", "survey", "Опросы", CURATOR),
        Section("dokumenty", "doc", "Документы", SCHOOL_STAFF),
        Section("publikacii", "pub", "Публикации", CURATOR),
        Section("monitoring", "chart", "Мониторинг", SCHOOL_STAFF, tab="Мониторинг"),
    ),
    "municipality": (
        Section("segodnya", "today", "Сегодня", DISTRICT_STAFF, tab="Сегодня"),
        Section("kampanii", "campaign", "Кампании", DISTRICT_STAFF, tab="Кампании"),
        Section("shkoly", "school", "Школы", DISTRICT_STAFF),
        Section("panel", "chart", "Панель округа", DISTRICT_STAFF, tab="Панель"),
        Section("spravki", "doc", "Справки", DISTRICT_STAFF, tab="Справки"),
        Section("programmy", "pair", "Банк программ", DISTRICT_STAFF),
        Section("publikacii", "pub", "Публикации", DISTRICT_STAFF),
        Section("karta", "road", "Дорожная карта", METHODIST),
        Section("peredacha", "send", "Передача в РЦН", DISTRICT_STAFF),
    ),
    "region": (
        Section("svodka", "chart", "Сводка", REGION, tab="Сводка"),
        Section("okruga", "school", "Округа", REGION, tab="Округа"),
        Section("vygruzki", "dl", "Выгрузки", REGION, tab="Выгрузки"),
    ),
}
