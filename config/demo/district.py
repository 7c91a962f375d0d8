"""What the methodist does in the demonstration: publications, the note, the passing on to the region."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

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

_PLAN = (
    (9, 12, "Старт программ наставничества в округе"),
    (10, 5, "Ко Дню учителя: истории наставников"),
    (10, 21, "Школа молодого педагога открыла сезон"),
    (1, 28, "Круглый стол кураторов"),
    (3, 17, "Пары округа на конференции"),
    (5, 24, "Итоги года: наставники и их ученики"),
)


def publish_year(town: FoundedTown, year: SchoolYear, *, until: date, at: datetime) -> None:
    """Publications on the municipality's own resources, those of the plan whose day has come."""
    host = town.spec.methodist[3].partition("@")[2]
    with municipality_open(town.id):
        for month, day, title in _PLAN:
            on = date(year.start_year + (month < 9), month, day)
            if on <= until:
                add_publication(
                    municipality_id=town.id,
                    title=title,
                    url=f"https://{host}/novosti/{on:%Y-%m-%d}",
                    resource="сайт методического центра" if month != 10 else "страница в социальной сети",
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
