"""The school's roadmap as a plan: what is to be done, by when, by whom, and what proves it."""

from __future__ import annotations

from django.db import models


class RoadmapStatus(models.TextChoices):
    """A roadmap's life; where its approval has got to is said by ``ApprovalStep``."""

    DRAFT = "draft", "черновик"
    APPROVED = "approved", "утверждена"
    CLOSED = "closed", "закрыта"


class ApprovalStep(models.TextChoices):
    """What is in the principal's hands: a whole draft, or the changes of an approved roadmap."""

    NOTHING = "", "ничего не отправлено"
    SENT = "sent", "у директора"
    RETURNED = "returned", "возвращена с замечанием"


class ActivityStatus(models.TextChoices):
    """Whether a row belongs to the plan in force. Only ``PLAN`` rows are counted anywhere."""

    PLAN = "plan", "в плане"
    PROPOSED = "proposed", "добавлено, ждёт приказа"
    DROPPED = "dropped", "исключено приказом"


class Roadmap(models.Model):
    """A roadmap for one school year or several calendar years, of one model of mentoring.

    ``source`` keeps the file's text as it was read (tables and cells), so that nothing of the school's paper is lost;
    ``columns`` the titles of its columns in their order, for printing it back as the school's own table. A roadmap
    with ``replaced_on`` gave way to another: it can be read with all its marks, but is not counted from that day.

    ``approval_step`` holds from the sending to the principal until he answers; ``sent_digest`` is what he was sent,
    so that he approves nothing else; ``return_note`` are his words. Orders stand in ``Baseline``; ``order_number`` and
    ``order_date`` are those of the first one.
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
    approval_step = models.CharField("на утверждении", max_length=10, choices=ApprovalStep.choices, blank=True)
    sent_at = models.DateTimeField("отправлена директору", null=True, blank=True)
    sent_by = models.PositiveIntegerField("кем отправлена", null=True, blank=True)
    sent_digest = models.CharField("отпечаток отправленного", max_length=64, blank=True)
    return_note = models.TextField("замечание директора", blank=True)

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
    occurrences hold its meaning, ``deadline_checked`` that the curator has agreed with it (domain.md h). ``starts_on``
    is the first day of a window («с 5 по 20 октября»), where the phrase names one.

    ``closes_by`` is a code of the vocabulary («order:pairs»); a code not ``closes_by_checked`` is only our guess and
    closes nothing. ``pending`` holds the proposed changes of an approved roadmap (``domain.changes``); the columns
    themselves always say the plan in force.
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
    starts_on = models.DateField("начало срока", null=True, blank=True)
    responsible = models.TextField("ответственный", blank=True)
    expected_result = models.TextField("ожидаемый результат", blank=True)
    closes_by = models.CharField("чем закрывается", max_length=60, blank=True)
    closes_by_checked = models.BooleanField("чем закрывается, проверено", default=True)
    extra = models.JSONField("другие столбцы", default=dict, blank=True)
    is_heading = models.BooleanField("заголовок группы", default=False)
    status = models.CharField(
        "место в плане", max_length=10, choices=ActivityStatus.choices, default=ActivityStatus.PLAN
    )
    pending = models.JSONField("изменение, ждёт приказа", default=dict, blank=True)

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


class RoadmapIndicator(models.Model):
    """An indicator of the roadmap with its yearly targets, as the paper states them.

    ``counted_by`` is the code of an indicator of municipal.indicators whose figure the registers give, «typed» where
    the curator types it, empty where nobody has said. ``facts`` maps a year to {"numerator", "denominator", "value",
    "source"} as typed.
    """

    roadmap = models.ForeignKey(Roadmap, models.CASCADE, related_name="indicators", db_index=False)
    position = models.PositiveSmallIntegerField("порядок")
    title = models.TextField("показатель")
    unit = models.CharField("единица", max_length=40, blank=True)
    formula = models.TextField("как считается", blank=True)
    targets = models.JSONField("цели по годам", default=dict)
    counted_by = models.CharField("чем считается", max_length=60, blank=True)
    facts = models.JSONField("факт по годам", default=dict, blank=True)

    class Meta:
        verbose_name = "показатель карты"
        verbose_name_plural = "показатели карты"
        ordering = ["position"]

    def __str__(self) -> str:
        return self.title[:80]
