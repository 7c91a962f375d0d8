"""A file of people that is being looked through."""

from __future__ import annotations

from django.db import models


class ImportState(models.TextChoices):
    """How far an import has come; rows in the first two states are the queue of the task."""

    READING = "reading", "читаем"
    WRITING = "writing", "записываем"
    READY = "ready", "можно проверить"
    FAILED = "failed", "не прочитан"
    CLOSED = "closed", "закончен"


class PeopleImport(models.Model):
    """People of a file or of pasted columns; nothing of it counts until it is written into the registers.

    ``data`` are the bytes (pasted text in UTF-8) and ``rows`` what was understood and decided; both are emptied when
    the import is closed. What stays holds no names: ``columns`` with ``headers_key`` know the next file's columns,
    ``made`` says which person a row became (by «key:place»), so that the mended file brings no doubles.
    """

    key = models.CharField("ключ строк", max_length=12, unique=True)
    created_at = models.DateTimeField("когда")
    created_by = models.BigIntegerField("кем")
    source_name = models.CharField("имя файла", max_length=200)
    origin = models.CharField("вид", max_length=10)
    data = models.BinaryField("файл", default=b"")
    state = models.CharField("состояние", max_length=10, choices=ImportState.choices, default=ImportState.READING)
    claimed_at = models.DateTimeField("взят в работу", null=True, blank=True)
    done = models.PositiveIntegerField("пройдено строк", default=0)
    total = models.PositiveIntegerField("всего строк", default=0)
    fault = models.TextField("почему не прочитан", blank=True)
    defaults = models.JSONField("для всех строк", default=dict, blank=True)
    tables = models.JSONField("столбцы", default=list, blank=True)
    rows = models.JSONField("строки", default=list, blank=True)
    made = models.JSONField("кем стали строки", default=dict, blank=True)
    result = models.JSONField("что записано", default=dict, blank=True)

    class Meta:
        verbose_name = "загрузка людей"
        verbose_name_plural = "загрузки людей"
        ordering = ["-created_at", "-id"]

    def __str__(self) -> str:
        return self.source_name
