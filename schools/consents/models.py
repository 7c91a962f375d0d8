"""Consents that are asked for, labour papers of mentors, protocols of erasure. Consents themselves: schools.people."""

from __future__ import annotations

from django.db import models

from schools.files.models import StoredFile
from schools.people.models import Consent, ConsentPurpose, Person


class RequestState(models.TextChoices):
    """How a consent that was asked for stands."""

    BLANK = "blank", "бланк выдан"
    WAITING = "waiting", "ждёт ответа по ссылке"
    GIVEN = "given", "получено"
    REFUSED = "refused", "отказ"


class ConsentRequest(models.Model):
    """A consent asked for and what came of it; the last word about a purpose is the newest row.

    Of a personal link only the sha256 stands here (``token_digest``). ``text`` is the sheet shown by it, frozen when it
    was sent, ``text_digest`` its sha256; ``answers`` are «да» and «нет» by the lines of its tables. ``file`` is the
    scan of a paper. Neither the address nor the device of who answered is kept.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="consent_requests")
    purpose = models.CharField("цель", max_length=20, choices=ConsentPurpose.choices)
    state = models.CharField("состояние", max_length=10, choices=RequestState.choices)
    asked_on = models.DateField("спросили")
    token_digest = models.CharField(max_length=64, null=True, blank=True, unique=True)
    expires_on = models.DateField("ссылка действует по", null=True, blank=True)
    valid_until = models.DateField("согласие будет действовать до", null=True, blank=True)
    by_representative = models.BooleanField("подписывает законный представитель", default=False)
    child_signs = models.BooleanField("подписывает и сам ученик", default=False)
    text = models.JSONField("текст", default=dict)
    text_digest = models.CharField("отпечаток текста", max_length=64, blank=True)
    answers = models.JSONField("отметки", default=dict)
    answered_at = models.DateTimeField("ответ получен", null=True, blank=True)
    signer_name = models.CharField("кто ответил", max_length=200, blank=True)
    child_name = models.CharField("ученик", max_length=200, blank=True)
    consent = models.OneToOneField(Consent, models.SET_NULL, null=True, blank=True, related_name="asked")
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="скан")

    class Meta:
        verbose_name = "запрос согласия"
        verbose_name_plural = "запросы согласий"
        ordering = ["asked_on", "id"]

    def __str__(self) -> str:
        return f"{self.get_purpose_display()}: {self.get_state_display()}"


class LabourTerm(models.Model):
    """Work of a mentor beside the main job: written consent, additional agreement, pay, and how it ended early.

    ``ended_by`` is the worker who refused or the employer who cancelled; ``warned_on`` the day of the warning and
    ``last_day`` the last day of the work (ст. 351.8 ТК РФ).
    """

    WORKER = "worker"
    EMPLOYER = "employer"

    person = models.ForeignKey(Person, models.CASCADE, related_name="labour_terms")
    content = models.CharField("содержание работы", max_length=300)
    starts_on = models.DateField("с")
    ends_on = models.DateField("по", null=True, blank=True)
    consent_on = models.DateField("письменное согласие")
    agreement_number = models.CharField("номер дополнительного соглашения", max_length=60, blank=True)
    agreement_on = models.DateField("дата соглашения", null=True, blank=True)
    payment = models.CharField("выплата", max_length=200, blank=True)
    ended_by = models.CharField(
        "кто прекратил",
        max_length=10,
        blank=True,
        choices=[(WORKER, "отказ работника"), (EMPLOYER, "отмена работодателем")],
    )
    warned_on = models.DateField("предупреждение", null=True, blank=True)
    last_day = models.DateField("последний день", null=True, blank=True)

    class Meta:
        verbose_name = "бумаги наставника-работника"
        verbose_name_plural = "бумаги наставников-работников"
        ordering = ["-starts_on", "-id"]

    def __str__(self) -> str:
        return f"{self.agreement_number or 'без соглашения'}: {self.starts_on:%d.%m.%Y}"


class Erasure(models.Model):
    """The protocol of an erasure: whose (a number only), when, on what ground, by whom, how many records."""

    person_number = models.PositiveBigIntegerField("человек №", unique=True)
    erased_at = models.DateTimeField("когда")
    ground = models.CharField("основание", max_length=300)
    actor_id = models.PositiveIntegerField("кем", null=True, blank=True)
    actor_name = models.CharField("кто удалил", max_length=200, blank=True)
    erased = models.JSONField("что удалено", default=dict)

    class Meta:
        verbose_name = "протокол удаления"
        verbose_name_plural = "протоколы удаления"
        ordering = ["-erased_at", "-id"]

    def __str__(self) -> str:
        return f"человек № {self.person_number}"
