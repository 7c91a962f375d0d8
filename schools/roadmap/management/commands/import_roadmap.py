"""``manage.py import_roadmap FILE --period 2022-11..2024-12 --dry-run [--json]``: what would be read from a roadmap."""

import json
from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from schools.roadmap.domain.deadline import Period
from schools.roadmap.domain.importing import (
    ImportedActivity,
    ImportedRoadmap,
    Severity,
    read_document,
    recognise,
    to_json,
)
from tenants.domain.errors import Refusal
from tenants.domain.file_guard import check_file_size
from tenants.domain.russian import counted

MARKS = {Severity.INFO: "·", Severity.CHECK: "?", Severity.PROBLEM: "!"}


class Command(BaseCommand):
    """Reads a file and prints the preview. Needs no database: saving is done from the school's page."""

    help = "Читает дорожную карту из файла Word, Excel, страницы сайта или текста и показывает, что в ней понято."
    requires_system_checks: list[str] = []
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", help="дорожная карта: .docx, .xlsx, .html, .csv или .txt")
        parser.add_argument("--period", required=True, help="период карты, например 2022-11..2024-12")
        parser.add_argument("--school", default=None, help="название своей школы: по нему ищутся чужие названия")
        parser.add_argument("--dry-run", action="store_true", help="только показать (иначе карта не загружается)")
        parser.add_argument("--json", action="store_true", help="показать в виде JSON")

    def handle(self, *args: object, **options: object) -> None:
        if not options["dry_run"]:
            raise CommandError(
                "Карта не загружена: команда только читает файл, а сохраняет карту куратор на странице школы. "
                "Чтобы увидеть, что будет прочитано, добавьте --dry-run."
            )
        school = options["school"]
        try:
            period = Period.parse(str(options["period"]))
            path = Path(str(options["file"]))
            raw = read_document(_bytes(path), path.name)
            roadmap = recognise(raw, period, own_name=str(school) if school else None)
        except Refusal as refusal:
            raise CommandError(str(refusal)) from refusal
        if options["json"]:
            self.stdout.write(json.dumps(to_json(roadmap), ensure_ascii=False, indent=2))
        else:
            self.stdout.write("\n".join(summary(roadmap)))


def _bytes(path: Path) -> bytes:
    """The file's content; its size is asked first, so that a huge file is never read."""
    try:
        check_file_size(path.stat().st_size, path.name)
        return path.read_bytes()
    except OSError as error:
        raise CommandError(f"Файл «{path}» не прочитан: его нет или он недоступен. Проверьте путь.") from error


def summary(roadmap: ImportedRoadmap) -> list[str]:
    """The preview in plain Russian lines."""
    lines = [roadmap.title or "Заголовок карты не найден.", ""]
    lines.append(
        f"Найдено: {counted(len(roadmap.stages), 'этап', 'этапа', 'этапов')}, "
        f"{counted(len(roadmap.activities), 'мероприятие', 'мероприятия', 'мероприятий')}, "
        f"{counted(len(roadmap.indicators), 'показатель', 'показателя', 'показателей')}."
    )
    stage: int | None = -1
    for activity in roadmap.activities:
        if activity.stage != stage:
            stage = activity.stage
            found = roadmap.stage_of(activity)
            lines += ["", " ".join((found.number, found.title)).strip() if found else "Без этапа"]
        lines.append("  " + _line(activity))
    for indicator in roadmap.indicators:
        targets = ", ".join(f"{year}: {'нет данных' if v is None else v}" for year, v in indicator.targets.items())
        lines.append(f"  Показатель: {indicator.title} ({targets})")
    if roadmap.warnings:
        lines += ["", "Проверьте:"]
        lines += [f"  {MARKS[warning.severity]} {warning.message}" for warning in roadmap.warnings]
    return lines


def _line(activity: ImportedActivity) -> str:
    due = ", ".join(day.strftime("%d.%m.%Y") for day in activity.deadline.due_on)
    phrase = " ".join(activity.deadline_phrase.split()) or "срок не указан"
    text = " ".join(activity.text.split())
    return f"{activity.number or '–'} {text} | {phrase}{f' → {due}' if due else ''}"
