"""The school's roadmap as a plan: what is to be done, by when, by whom, and what proves it."""

from __future__ import annotations

from django.db import models


class RoadmapStatus(models.TextChoices):
    """A roadmap's life before later issues add the director's approval in the product."""

    DRAFT = "draft", "черновик"
    APPROVED = "approved", "утверждена"
    CLOSED = "closed", "закрыта"


class Roadmap(models.Model):
    """A roadmap for one school year or several calendar years, of one model of mentoring.

    ``source`` keeps the file's text as it was read (tables and cells), so that nothing of the school's paper is lost;
    ``columns`` the titles of its columns in their order, for printing it back as the school's own table. A roadmap
    with ``replaced_on`` gave way to another: it can be read with all its marks, but is not counted from that day.
    """

    title = models.CharField("название", max_length=300)
    model = models.CharField("модель", max_length=40)
    period_from = models.DateField("с")
    period_to = models.DateField("по")
    status = models.CharField("состояние", max_length=20, choices=RoadmapStatus.choices, default=RoadmapStatus.DRAFT)
    order_number = models.CharField("номер приказа", max_length=40, blank=True)
    order_date = models.DateField("дата приказа", null=True, blank=True)
    origin = models.CharField("откуда взята", max_length=20)  # typical | docx | xlsx | pasted
    source_name = models.CharField("имя файла", max_length=200, blank=True)
    source = models.JSONField("текст файла", default=dict, blank=True)
    columns = models.JSONField("столбцы", default=list, blank=True)
    created_at = models.DateTimeField("создана")
    replaced_on = models.DateField("заменена другой", null=True, blank=True)

    class Meta:
        verbose_name = "дорожная карта"
        verbose_name_plural = "дорожные карты"
        ordering = ["-period_from", "-id"]

    def __str__(self) -> str:
        return self.title


class Stage(models.Model):
    """A stage or section of a roadmap, in the roadmap's own order."""

    roadmap = models.ForeignKey(Roadmap, models.CASCADE, related_name="stages", db_index=False)
    position = models.PositiveSmallIntegerField("порядок")
    number = models.CharField("номер", max_length=20, blank=True)
    title = models.CharField("название", max_length=500)

    class Meta:
        verbose_name = "этап"
        verbose_name_plural = "этапы"
        ordering = ["position"]

    def __str__(self) -> str:
        return self.title


class Activity(models.Model):
    """One row of the roadmap.

    ``deadline_phrase`` is printed as it was written and never rewritten; ``deadline_kind``, ``confidence`` and the
    occurrences hold its meaning, ``deadline_checked`` that the curator has agreed with it (domain.md h).
    """

    stage = models.ForeignKey(Stage, models.CASCADE, related_name="activities", db_index=False)
    position = models.PositiveSmallIntegerField("порядок")
    number = models.CharField("номер", max_length=20, blank=True)
    text = models.TextField("мероприятие")
    content = models.TextField("содержание", blank=True)
    deadline_phrase = models.CharField("срок, как написан", max_length=500, blank=True)
    deadline_kind = models.CharField("вид срока", max_length=40, blank=True)
    confidence = models.DecimalField("уверенность", max_digits=3, decimal_places=2, default=0)
    deadline_checked = models.BooleanField("проверено куратором", default=False)
    responsible = models.TextField("ответственный", blank=True)
    expected_result = models.TextField("ожидаемый результат", blank=True)
    closes_by = models.CharField("чем закрывается", max_length=60, blank=True)
    extra = models.JSONField("другие столбцы", default=dict, blank=True)
    is_heading = models.BooleanField("заголовок группы", default=False)

    class Meta:
        verbose_name = "мероприятие"
        verbose_name_plural = "мероприятия"
        ordering = ["stage__position", "position"]

    def __str__(self) -> str:
        return self.text[:80]


class Occurrence(models.Model):
    """One due date of an activity; an activity «ежеквартально» has several, «постоянно» one without a date."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="occurrences", db_index=False)
    due_on = models.DateField("срок", null=True, blank=True)
    done_on = models.DateField("выполнено", null=True, blank=True)

    class Meta:
        verbose_name = "срок мероприятия"
        verbose_name_plural = "сроки мероприятий"
        ordering = ["due_on", "id"]

    def __str__(self) -> str:
        return f"{self.due_on:%d.%m.%Y}" if self.due_on else "без даты"


class Evidence(models.Model):
    """What proves that it was done: a link or a short note about a paper."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="evidence", db_index=False)
    title = models.CharField("что это", max_length=300)
    url = models.URLField("ссылка", max_length=500, blank=True)
    added_on = models.DateField("добавлено")

    class Meta:
        verbose_name = "подтверждение"
        verbose_name_plural = "подтверждения"
        ordering = ["added_on", "id"]

    def __str__(self) -> str:
        return self.title


class RoadmapIndicator(models.Model):
    """An indicator of the roadmap with its yearly targets, as the paper states them."""

    roadmap = models.ForeignKey(Roadmap, models.CASCADE, related_name="indicators", db_index=False)
    position = models.PositiveSmallIntegerField("порядок")
    title = models.TextField("показатель")
    unit = models.CharField("единица", max_length=40, blank=True)
    formula = models.TextField("как считается", blank=True)
    targets = models.JSONField("цели по годам", default=dict)

    class Meta:
        verbose_name = "показатель карты"
        verbose_name_plural = "показатели карты"
        ordering = ["position"]

    def __str__(self) -> str:
        return self.title[:80]


class ImportDraft(models.Model):
    """A roadmap that was read and is being looked through; nothing of it counts until it is saved as a Roadmap.

    ``source`` are the file's words; ``layout`` its tables with their merges, to be read again with other columns.
    """

    created_at = models.DateTimeField("создан")
    created_by = models.PositiveIntegerField("кем")
    source_name = models.CharField("имя файла", max_length=200)
    origin = models.CharField("вид", max_length=20)
    period_from = models.DateField("с")
    period_to = models.DateField("по")
    source = models.JSONField("текст файла")
    content = models.JSONField("что понято")
    layout = models.JSONField("таблицы файла", default=dict, blank=True)

    class Meta:
        verbose_name = "разбор карты"
        verbose_name_plural = "разборы карт"
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return self.source_name


class ColumnTemplate(models.Model):
    """What the columns of a table mean, as a curator said once: ``key`` stands for its headings (importing/columns)."""

    key = models.CharField("заголовки", max_length=32, unique=True)
    headers = models.JSONField("названия столбцов")
    roles = models.JSONField("что в столбцах")
    assigned_at = models.DateTimeField("когда назначено")

    class Meta:
        verbose_name = "образец столбцов"
        verbose_name_plural = "образцы столбцов"
        ordering = ["-assigned_at"]

    def __str__(self) -> str:
        return ", ".join(self.headers)[:80]
