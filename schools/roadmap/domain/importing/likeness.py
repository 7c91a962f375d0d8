"""What a cell's text looks like: a number, a deadline, people, a deed. Used to find columns, never to read dates."""

# ruff: noqa: PLR2004 -- weights and thresholds, found by trying on real and made-up roadmaps, stand where they act

import re

from schools.roadmap.domain.importing.words import plain

MONTH = (
    r"(?:янв(?:ар\w*)?|фев(?:рал\w*)?|март\w{0,2}|мар|апр(?:ел\w*)?|ма[йяею]|ию[нл]\w{0,2}|"
    r"авг(?:уст\w*)?|сен(?:т(?:ябр\w*)?)?|окт(?:ябр\w*)?|ноя(?:бр\w*)?|дек(?:абр\w*)?)"
)
CORE = re.compile(
    rf"^(?:{MONTH}|ежегод\w*|ежемесяч\w*|ежекварт\w*|еженедел\w*|ежеднев\w*|раз|раза|год|года|"
    rf"году|годы|годов|лет|гг?|уч|учебн\w*|полугоди\w*|"
    r"кварт\w*|четверт\w*|триместр\w*|семестр\w*|теч(?:ени\w*)?|период\w*|постоян\w*|весь|всего|всем|"
    r"протяжени\w*|регулярн\w*|систематич\w*|"
    r"необходимост\w*|потребност\w*|мере|запрос\w*|отдельн\w*|график\w*|согласовани\w*|срок\w*|"
    r"устанавлив\w*|установлен\w*|"
    r"числ\w*|недел\w*|декад\w*|день|дня|дни|дней|дн|месяц\w*|мес|осен\w*|зим\w*|весн\w*|"
    r"лет(?:о|ом|ний|ние)|каникул\w*|"
    r"позднее|позже|ранее|однократн\w*|единовремен\w*|дважды|периодическ\w*|непрерывн\w*|"
    r"завершени\w*|окончани\w*|начал\w*|конц\w*|"
    r"середин\w*|\d{1,2}\.\d{1,2}(?:\.\d{2,4})?г?|20\d\d\w{0,2}|\d{1,2}|[ivx]+|понедельник\w*|"
    r"вторник\w*|сред\w{1,2}|четверг\w*|пятниц\w*|сентяр\w*|октяб\w*|перв\w*|втор\w*|трет\w*|"
    r"последн\w*)$"
)
CONTEXT = re.compile(
    r"^(?:в|во|до|с|со|по|не|на|и|или|к|ко|от|за|при|после|перед|каждый|каждого|каждую|каждом|"
    r"всех|г\.г|реализаци\w*|внедрени\w*|действи\w*|цмн|"
    r"программ\w*|наставнич\w*|проект\w*|план(?:у|а|ом)|соответств\w*|согласно|работ\w*|пар\w*|"
    r"групп\w*|проведени\w*|мероприяти\w*|модел\w*|целев\w*|"
    r"дорожн\w*|карт\w*|этап\w*|нужд\w*|обращени\w*|договор\w*|основн\w*|далее|ориентировочно|примерно)$"
)
MAX_EVENT = 60
BARE = re.compile(
    r"^(?:\d{1,2}|[ivx]+|недел\w*|день|дни|день|месяц\w*|каникул\w*|график\w*|срок\w*|период\w*|"
    r"план\w*|завершени\w*|окончани\w*|начал\w*|весь|"
    r"перв\w*|втор\w*|трет\w*|последн\w*|раз\w?|лет|год\w*|учебн\w*)$"
)
LEADS = re.compile(
    r"^(?:в теч|весь|(?:конец|начало|середина) (?:учебн|года|месяца|\w+ (?:четверт|полугод))|"
    r"по (?:мере|завершени|окончани|итогам|плану|график|отдельн|согласован|"
    r"запрос|необходим)|после|до |с |к |за |в |на |не |учебный год|\d+ раз|раз в|\d{1,2}\.\d)"
)
PERSON = re.compile(
    r"\b[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?\s+[А-ЯЁ]\.\s?(?:[А-ЯЁ]\.?)?|\b[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?[А-ЯЁ][а-яё]+|"
    r"\b[А-ЯЁ][а-яё]+ [А-ЯЁ][а-яё]+ [А-ЯЁ][а-яё]+(?:ович|евич|ьич|овна|евна|ична|инична)\b"
)
EVENTUAL = re.compile(r"^(?:по (?:мере|согласован|необходим|запрос|отдельн|график|план)|после|перед)\s")
DUTY = re.compile(
    r"^(?:и\.?\s?о\.? )?(?:директора?\b|зам\.|зам\b|замест|завуч|здув?р|заведующ|куратор|"
    r"координатор|педагоги?\b|психолог|социальн\w+ педагог|"
    r"учител|наставник|наставляем|наставническ\w+ пар|методист|методическ\w+ (?:объединен|совет|"
    r"служб|кабинет|центр)|рабоч\w+ групп|"
    r"администрац|классн\w+ рук|кл\.|руководител|воспитател|старш\w+ (?:воспитател|вожат|"
    r"методист)|ст\. (?:воспитател|вожат)|ответственн|"
    r"специалист|секретар|советники?\b|библиотекар|вожат|мастера? (?:п|произв)|председател|"
    r"члены |управляющий совет|совет\b|команда|"
    r"все (?:педагог|участник|учител|наставник|класс|сотрудник|работник|член)|определяется|оо$|"
    r"оо,|шмо|мо |рмо|имц|рцн|уо$|"
    r"мбу|мку|мбоу|маоу|моу|гбоу|(?:школьн|муниципальн|региональн)\w+ (?:куратор|координатор|"
    r"методист|библиотекар|центр)|центр\b|"
    r"управлен\w+ образован|тьютор|профком|профсоюз|партнеры?\b|родители\b|логопед|дефектолог|"
    r"инструктор|инспектор|музыкальн\w+ рук|"
    r"инженер|системн\w+ админ|выпускник|молод\w+ (?:педагог|специалист|учител)\w*(?:$|,))"
)
DEED_NOUN = re.compile(
    r"^[а-яё]+(?:ание|ение|яние|тие|ция|зация|овка|ка|ор|уск|мотр|ота|ача|иск|лиз|инг|еча|ия|сс|умы|инар|тер-класс)$"
)
DEED_VERB = re.compile(r"^[а-яё]+(?:ть|ти|чь|ться|тись)$")
NUMBER = re.compile(r"^№?\s*(?:п\.\s?)?(\d{1,3}(?:\s?[.,]\s?\d{1,3}){0,3})\s?[.)]?$")
ROMAN = re.compile(r"^([IVXІХ]{1,5})\s?[.)]?$")


def is_number(text: str) -> bool:
    """An item's number and nothing else: «3», «1.2.», «4)», «5.1.1», «II.»."""
    return bool(NUMBER.match(text.strip()) or ROMAN.match(text.strip()))


def deadline_likeness(text: str) -> float:
    """0 to 1: the share of words that speak of time; long texts and texts without a word of time give 0."""
    flat = plain(text).replace("/", " ")
    if not flat or len(flat) > 200 or PERSON.search(text):
        return 0.0
    if EVENTUAL.match(flat) and len(flat) <= MAX_EVENT:
        return 0.8
    words = [
        word.strip("«»\"'().,;:")
        for word in re.split(r"[\s–—\-()]+|(?<=теч)\.|(?<=\d)(?=г)", re.sub(r"(?<=\d)\.\s+(?=\d)", ".", flat))
    ]
    words = [word for word in words if word]
    core = [word for word in words if CORE.match(word)]
    foreign = [word for word in words if not CORE.match(word) and not CONTEXT.match(word)]
    solid = [word for word in core if not BARE.match(word)]
    if not core or (not solid and not LEADS.match(flat)) or is_number(text):
        return 0.0
    return len(core) / (len(core) + len(foreign))


def is_deadline_like(text: str) -> bool:
    """Surely a deadline by its words."""
    return deadline_likeness(text) >= 0.65


def is_people_like(text: str) -> bool:
    """Names with initials, or a list that starts with a duty or an organisation."""
    flat = plain(text)
    if not flat or len(flat) > 400:
        return False
    if DEED_NOUN.match(flat.split()[0]) and not DUTY.match(flat):
        return False
    return bool(DUTY.match(flat)) or bool(PERSON.search(text) and len(flat) < 200)


def is_deed_like(text: str) -> bool:
    """Starts as an activity does: with a verbal noun («Проведение …») or an infinitive («Провести …»)."""
    flat = re.sub(r"^[\d.)\s–—-]+", "", plain(text))
    first = flat.split()[0] if flat else ""
    return len(flat.split()) > 1 and bool(DEED_NOUN.match(first) or DEED_VERB.match(first))
