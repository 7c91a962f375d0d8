"""What the methodist does in the demonstration: publications, the note, the passing on to the region."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from config.demo.days import working
from config.demo.place import FoundedTown
from dashboards.note_files import render
from municipal.campaigns.queries import CampaignInfo
from municipal.notes.services.compose_note import compose_note
from municipal.notes.services.sign_note import sign_note
from municipal.press.services.add_publication import add_publication
from municipal.region.services.publish_report import publish_report
from tenants.current import municipality_open
from tenants.domain.russian import initials
from tenants.domain.school_year import SchoolYear

_PLAN = ((9, 12), (10, 5), (10, 21), (1, 28), (3, 17), (5, 24))
_TITLES = (
    (
        "Старт программ наставничества в округе", "Ко Дню учителя: истории наставников",
        "Школа молодого педагога открыла сезон", "Круглый стол кураторов", "Пары округа на конференции",
        "Итоги года: наставники и их ученики",
    ),
    (
        "Наставничество в округе: что нового в этом году", "Учителя поздравляют своих наставников",
        "Первая встреча клуба молодых педагогов", "Кураторы обменялись опытом", "Наставники провели открытые уроки",
        "Год наставничества: чего добились пары",
    ),
    (
        "Кураторы школ собрались перед началом года", "День учителя: династии и ученики",
        "Молодые педагоги встретились с наставниками", "Семинар о совместных проектах пар",
        "Фестиваль наставничества", "Наставники года: кого благодарит округ",
    ),
)  # fmt: skip


def publish_year(town: FoundedTown, year: SchoolYear, *, until: date, at: datetime) -> None:
    """Publications on the municipality's own resources, those of the plan whose day has come."""
    host = town.spec.methodist[3].partition("@")[2]
    titles = _TITLES[(year.start_year + town.id) % len(_TITLES)]
    with municipality_open(town.id):
        for (month, day), title in zip(_PLAN, titles, strict=True):
            on = working(date(year.start_year + (month < 9), month, day))
            is_social = (month, day) == (10, 5)
            if on <= until:
                add_publication(
                    municipality_id=town.id,
                    title=title,
                    url=f"https://vkrugu.example/{host.partition('.')[0]}/zapis-{on:%y%m%d}"
                    if is_social
                    else f"https://{host}/novosti/{on:%Y-%m-%d}",
                    resource="страница в социальной сети" if is_social else "сайт методического центра",
                    published_on=on,
                    today=on,
                    at=at,
                    actor_id=None,
                )


def close_season(town: FoundedTown, campaign: CampaignInfo, *, at: datetime, sign: bool) -> int:
    """Compose the note, sign it where ``sign`` is set, and pass the sums on to the region; gives the note's id."""
    methodist = initials(*town.spec.methodist[:3])
    with municipality_open(town.id):
        note = compose_note(campaign_id=campaign.id, composed_by=methodist, at=at, actor_id=None)
        if sign:
            head = town.spec.head or town.spec.methodist
            position = "Директор методического центра" if town.spec.head else "Методист"
            name = initials(*head[:3])
            sign_note(note_id=note.note_id, signed_by=name, signed_position=position, at=at, actor_id=None)
        publish_report(campaign_id=campaign.id, published_by=f"методист, {methodist}", at=at, actor_id=None)
    return note.note_id


def note_papers(town: FoundedTown, note_id: int, folder: Path) -> list[Path]:
    """Write the note's DOCX and PDF into the town's folder; gives their paths."""
    with municipality_open(town.id):
        papers = render(note_id)
    place = folder / town.spec.code
    place.mkdir(parents=True, exist_ok=True)
    files = {place / "spravka-oktyabr.docx": papers.docx, place / "spravka-oktyabr.pdf": papers.pdf}
    for path, content in files.items():
        path.write_bytes(content)
    return list(files)
