"""What is known of an uploaded file; its bytes lie on the disk (schools.files.disk)."""

from django.db import models

from schools.files.domain.kinds import MEDIA_TYPES, FileKind
from schools.files.domain.naming import TITLES, name_to_save, size_words


class Purpose(models.TextChoices):
    """What a file is for; consents are open to the curator alone."""

    EVIDENCE = "evidence", "подтверждение"
    CONSENT = "consent", "согласие"
    ORDER = "order", "приказ или документ"
    OTHER = "other", "другое"


class StoredFile(models.Model):
    """One file. ``key`` names its bytes on the disk and is never shown; ``size`` is in bytes."""

    key = models.CharField("имя на диске", max_length=32, unique=True)
    name = models.CharField("название", max_length=160)
    kind = models.CharField("вид", max_length=10, choices=[(kind.value, kind.value) for kind in FileKind])
    size = models.PositiveIntegerField("размер")
    sha256 = models.CharField("отпечаток", max_length=64)
    purpose = models.CharField("для чего", max_length=10, choices=Purpose.choices)
    added_at = models.DateTimeField("загружен")
    added_by = models.PositiveIntegerField("кем", null=True, blank=True)

    class Meta:
        verbose_name = "файл"
        verbose_name_plural = "файлы"
        ordering = ["-added_at", "-id"]

    def __str__(self) -> str:
        return self.name

    @property
    def media_type(self) -> str:
        """By content, e.g. «application/pdf»."""
        return MEDIA_TYPES[FileKind(self.kind)]

    @property
    def save_name(self) -> str:
        """What a browser saves it as."""
        return name_to_save(self.name, FileKind(self.kind))

    @property
    def words(self) -> str:
        """«PDF, 1,2 МБ»."""
        return f"{TITLES[FileKind(self.kind)]}, {size_words(self.size)}"
