"""What may close an activity of an imported roadmap, guessed from its words; a guess until the curator agrees."""

from __future__ import annotations

import re
from functools import cache

_AN_ORDER = r"(?:приказ|распоряжени|издат|утвержд|утвердит|закреп|назнач)"
# The first rule whose every pattern is found decides: the particular ones stand before the general.
_RULES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("order:liaison", (_AN_ORDER, r"взаимодейств\w* с муниципальн")),
    ("order:curator", (_AN_ORDER, r"куратор")),
    ("order:pairs_change", (r"приказ", r"измен\w+ (?:в )?состав\w* пар")),
    ("order:pairs", (_AN_ORDER, r"(?:наставническ\w+ )?(?:пар\b|пары|групп)", r"приказ|закреп|утвержд|утвердит")),
    ("order:mentors_register", (r"утвержд|утвердит|приказ", r"(?:реестр|списк?\w*|состав)\w* наставник")),
    ("order:implementation", (r"приказ|издат", r"внедрени|реализаци\w+ (?:целевой )?модел|организаци\w+ наставнич")),
    ("order:roadmap", (r"приказ|утвержд|утвердит|разработ", r"дорожн\w+ карт")),
    ("document:incentive_rules", (r"положени\w+|документ\w*|мер\w*", r"поощрени|стимулирован|мотивац")),
    ("document:regulation", (r"положени\w+", r"наставнич|программ")),
    ("order:reward", (r"поощр|наград|награжд|благодарствен", r"наставник|участник|пар\b|куратор|педагог|обучающ")),
    ("document:labour_consent", (r"дополнительн\w+ соглашени|351\.8",)),
    ("register:mentees", (r"\bбаз\w*|банк\w*|перечень", r"формир|корректир|обнов|ведени|заполн", r"наставляем")),
    ("register:mentors", (r"\bбаз\w*|банк\w*|перечень", r"формир|корректир|обнов|ведени|заполн", r"наставник")),
    ("consents", (r"согласи\w+", r"персональн\w+ данн|обработк|участи")),
    ("monitoring:municipal", (r"муниципальн\w+", r"мониторинг")),
    ("survey:exit", (r"анкет|опрос|диагностик|удовлетвор", r"итог|выход|завершен|удовлетвор")),
    ("survey:entry", (r"анкет|опрос|диагностик", r"входн|стартов|первичн")),
    ("survey:mentor_application", (r"анкет|опрос|собеседован", r"наставник", r"желающ|кандидат|потенциальн|готов")),
    ("survey:mentee_request", (r"анкет|опрос|запрос", r"наставляем|обучающ|учащ|учител|педагог|молод")),
    ("monitoring:internal", (r"мониторинг|промежуточн",)),
    ("register:partners", (r"партнер|предприяти|социальн\w+ партн",)),
    ("register:programmes", (r"программ|план\w* (?:работы|развития)", r"разработ|состав|утвержд", r"пар|груп|наставн")),
    ("matching", (r"подбор|сопостав|формирован|формир\w+|соедин", r"\bпар\b|пары|групп")),
    ("event:training", (r"обуч\w*|семинар|школ\w+ наставник|тренинг|курс", r"наставник|куратор")),
    ("meetings:planning", (r"встреч", r"планирован")),
    ("meetings:intro", (r"встреч", r"знакомств|перв\w+ (?:организационн|рабоч)?")),
    ("meetings:trial", (r"встреч", r"пробн")),
    ("meetings:final", (r"встреч", r"итогов|заключительн|финальн|завершающ")),
    ("meetings:regular", (r"встреч", r"регулярн|последовательн|комплекс|цикл|еженедельн|не реже")),
    ("event:contest", (r"конкурс",)),
    ("event:informing", (
        r"информир|педагогическ\w+ совет|педсовет|родительск\w+ собран|классн\w+ час|совещани|ознаком",
        r"наставн|программ|модел|родител|педагог|педсовет|совет",
    )),
    ("publication:section", (r"раздел|рубрик|страниц", r"сайт")),
    ("publication:results", (r"публик|размещ|сайт|соцсет|социальн\w+ сет|освещ", r"итог|результат|лучш|практик")),
    ("publication", (r"публик|размещ|сайт|соцсет|социальн\w+ сет|сми\b|освещ",)),
    ("document:final_report", (r"отчет|аналитическ\w+ справк", r"итог|год|программ|реализац")),
    ("document:mentor_report", (r"отчет", r"наставник")),
    ("event", (r"круглый стол|праздник|слет|форум|конференц|фестивал",)),
)  # fmt: skip


@cache
def _compiled() -> tuple[tuple[str, tuple[re.Pattern[str], ...]], ...]:
    return tuple((code, tuple(re.compile(one) for one in patterns)) for code, patterns in _RULES)


def guess_closing(text: str) -> str:
    """A code of the vocabulary's ``closes_by`` for the words of an activity; empty where nothing fits."""
    said = " ".join(text.lower().replace("ё", "е").split())
    return next((code for code, patterns in _compiled() if all(one.search(said) for one in patterns)), "")
