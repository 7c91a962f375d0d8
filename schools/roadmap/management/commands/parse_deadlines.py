"""``manage.py parse_deadlines --period 2025-09..2026-08 FILE``: the meaning of each line, a JSON object a line."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from schools.roadmap.domain.deadline import Deadline, Period
from schools.roadmap.domain.deadline_phrase import parse_deadline
from tenants.domain.errors import Refusal


class Command(BaseCommand):
    """Reads phrases, one a line, and prints what each means. Needs no database."""

    help = "Читает сроки дорожной карты, по одному в строке, и печатает, как каждый понят."
    requires_system_checks: list[str] = []
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", help="файл со сроками; «-» — стандартный ввод")
        parser.add_argument("--period", required=True, help="период карты: 2025-09..2026-08")

    def handle(self, *args: object, **options: object) -> None:
        try:
            period = Period.parse(str(options["period"]))
        except Refusal as refusal:
            raise CommandError(str(refusal)) from refusal
        for phrase in _lines(_text(str(options["file"]))):
            # A line of the file may stand for a cell of several lines: «\n» in it is a line break.
            meaning = parse_deadline(phrase.replace("\\n", "\n"), period)
            self.stdout.write(json.dumps(_document(phrase, meaning), ensure_ascii=False))


def _document(phrase: str, meaning: Deadline) -> dict[str, object]:
    return {
        "phrase": phrase,
        "kind": meaning.kind.value,
        "due_on": [day.isoformat() for day in meaning.due_on],
        "confidence": meaning.confidence,
        "notes": list(meaning.notes),
    }


def _text(name: str) -> str:
    try:
        content = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise CommandError(f"Файл «{name}» не прочитан: его нет или он недоступен. Проверьте путь.") from error
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CommandError(f"Файл «{name}» не прочитан: он не в UTF-8. Сохраните его в кодировке UTF-8.") from error


def _lines(text: str) -> list[str]:
    """Lines as they stand; the break that ends the file opens no line of its own."""
    lines = [line.removesuffix("\r") for line in text.split("\n")]
    return lines[:-1] if lines[-1] == "" else lines
