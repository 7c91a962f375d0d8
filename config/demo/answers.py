"""What a curator types by hand: texts and counts that no register keeps, and surveys that were not written down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from random import Random

from municipal.indicators.checks import Kind
from municipal.indicators.facts import Cell, cell_of, missing, share_cell
from schools.monitoring.domain.draft import Changes
from schools.monitoring.services.read_form import Form
from schools.monitoring.services.save_draft import save_draft
from tenants.domain.school_year import Season


@dataclass(frozen=True, slots=True)
class Voice:
    """How a school speaks: a number by which it chooses its words, and why its pairs meet rarely."""

    number: int
    why_slow: str = ""

    def one_of(self, words: Sequence[str], shift: int = 0) -> str:
        """The school's own among ``words``."""
        return words[(self.number + shift) % len(words)]


SHORT_OF_PEOPLE = 5  # below five answers the shares may not be shown


def fill_in(form: Form, random: Random, voice: Voice, *, actor_id: int, at: datetime) -> Form:
    """Type everything the form still asks for, then a sentence to each question it raises; gives the form after it."""
    empty = [one.code_of_field for one in form.problems if one.kind is Kind.EMPTY]
    zeros: dict[str, Cell | None] = dict.fromkeys(empty, cell_of(0))  # nobody to write down: «Поставить 0»
    asked = {code: cell for code, cell in _typed(form, random, voice).items() if code in form.facts.cells}
    typed = zeros | {code: cell for code, cell in asked.items() if not form.facts.cells[code].is_known}
    form = save_draft(form, Changes(cells=typed), actor_id=actor_id, at=at)
    season = form.campaign.season
    words = {
        one.code: _explain(one.code_of_field, one.kind, voice, season) for one in form.problems if not one.explanation
    }
    return save_draft(form, Changes(explanations=words), actor_id=actor_id, at=at)


def _typed(form: Form, random: Random, voice: Voice) -> dict[str, Cell | None]:
    mentees, mentors = form.facts.cell("E11").count or 0, form.facts.cell("E12").count or 0
    may = form.campaign.season is Season.MAY
    answered = [round(people * random.uniform(0.72, 0.95)) for people in (mentees, mentors)]
    cells: dict[str, Cell | None] = {
        "H1": cell_of(answered[0]),
        "H2": cell_of(answered[1]),
        "H5": cell_of(random.randint(12, 17)),
        "I2": cell_of(random.choice([0, 0, 1, 1, 2])),
    }
    if random.getrandbits(1):
        cells["I4"] = cell_of(voice.one_of(_QUESTIONS))
    if may:
        cells |= {
            "H3": _share(answered[0], mentees, random.uniform(0.88, 0.99)),
            "H4": _share(answered[1], mentors, random.uniform(0.92, 1.0)),
            "H6": _share(answered[0], answered[0], random.uniform(0.6, 0.85)),
            "H7": _share(answered[1], answered[1], random.uniform(0.5, 0.8)),
            "H8": cell_of(voice.one_of(_STRONG_AND_WEAK)),
            "I1": cell_of(random.choice([0, 1, 1])),
        }
    return cells


def _share(answered: int, base: int, part: float) -> Cell:
    if answered < SHORT_OF_PEOPLE or not base:
        return missing("ответили меньше пяти человек")
    return share_cell(round(answered * part), base, nobody="участников нет", computed=False)


def _explain(field: str, kind: Kind, voice: Voice, season: Season) -> str:
    if voice.why_slow and field in _OF_MEETINGS:
        return voice.why_slow
    if kind is Kind.COMPARE:
        if field in _OF_AGES and season is Season.MAY:
            return "За год участникам прибавилось лет, они перешли в другую возрастную группу."
        words = _CHANGES[season]
        return voice.one_of(words.get(field[0], words[""]), int(field[1:]))
    return voice.one_of(_REASONS.get(field, ("Исправим до конца месяца.", "Исправляем, сообщим методисту.")))


_OF_MEETINGS = {"G1", "G3", "G4", "G10"}
_OF_AGES = {"D8", "D9", "D10", "E8", "E9"}
_CHANGES: dict[Season, dict[str, tuple[str, ...]]] = {
    Season.OCTOBER: {
        "D": ("Базу этого года собрали в сентябре.", "В сентябре записались новые участники.", "Состав базы новый."),
        "E": ("В сентябре набраны новые пары.", "Это пары нового учебного года.", "Набор этого года другой."),
        "G": ("Сравниваем один месяц с целым годом.", "Учебный год только начался.", "Идёт первый месяц работы пар."),
        "": ("Изменилось с прошлого учебного года.", "Число уточнили по документам.", "Отчётный период другой."),
    },
    Season.MAY: {
        "D": ("Часть участников закончила программу в апреле.", "Выбыли те, кто завершил работу раньше мая."),
        "E": ("Часть пар завершила программу в апреле.", "Число пар изменилось к концу программы."),
        "G": ("За год встреч накопилось больше.", "Теперь посчитан весь учебный год."),
        "": ("Изменилось с октября.", "Число уточнили по документам.", "Ответили не те же участники, что осенью."),
    },
}
_REASONS = {
    "B4": ("Программу разместим на сайте до конца месяца.", "Программа утверждена, ссылку добавим."),
    "B5": ("Реестр наставников на подписи у директора.", "Реестр готовим к утверждению."),
    "B7": ("Положение о поощрении обсуждаем с профсоюзом.", "Порядок поощрения вынесем на педсовет в ноябре."),
    "B8": ("Согласие собираем, родителя не было в посёлке.", "Одно согласие ждём от родителей."),
    "B9": ("Соглашения готовит кадровая служба.", "Одно соглашение на подписи.", "Соглашение оформим до конца месяца."),
    "E10": ("Одному молодому педагогу наставник подбирается.", "Ищем наставника того же предмета."),
    "H5": ("Оценку ставила рабочая группа, сроки карты пересматриваем.", "Баллы за работу пар, а не за сроки."),
    "G2": ("Планы встреч ведём в бумажном журнале.", "Встречи планируют сами пары."),
    "G9": ("Пункты перенесены, приказ готовится.", "Работы выполнены, документы добавляем."),
}
_QUESTIONS = (
    "Нужен пример программы для формы «работодатель — ученик».",
    "Просим провести семинар для новых наставников.",
    "Как оформить доплату наставнику из другой организации?",
    "Нужны материалы для беседы с родителями о согласиях.",
    "Просим помочь найти наставника для учителя начальных классов.",
    "Хотели бы посетить встречи пар в другой школе.",
    "Нужна памятка для наставников-старшеклассников.",
    "Просим подсказать, как провести входную диагностику.",
    "Нужны примеры индивидуальных планов развития.",
)
_STRONG_AND_WEAK = (
    "Сильное: пары встречаются по плану. Слабое: мало наставников от предприятий.",
    "Сильное: старшеклассники охотно помогают. Слабое: не хватает времени на обратную связь.",
    "Сильное: молодые учителя довольны. Слабое: поздно собрали согласия.",
    "Сильное: понятные цели пар. Слабое: мало публикаций.",
    "Сильное: поддержка директора. Слабое: наставники перегружены уроками.",
    "Сильное: дружный совет наставников. Слабое: трудно согласовать расписание.",
    "Сильное: проекты пар дошли до защиты. Слабое: редко зовём родителей.",
    "Сильное: новые формы работы. Слабое: обучили не всех наставников.",
    "Сильное: встречи проходят и на каникулах. Слабое: журнал заполняли с опозданием.",
)
