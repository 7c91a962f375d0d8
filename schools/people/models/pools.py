"""The two pools, roles over the years and measures of support."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from schools.people.domain.content import topics_said
from schools.people.models.person import Person


class RolePeriod(models.Model):
    """A time in a role: by one form of mentoring, or a stay in a pool that is over.

    The card of a pool is the present stay, or the last one; a return writes the stay before it down here, so that a
    past year shows who stood in the pool then. An open period stands only beside an open card. ``mentoring_format`` is
    a code of the reference data, empty where the form was not said.
    """

    MENTOR = "mentor"
    MENTEE = "mentee"

    person = models.ForeignKey(Person, models.CASCADE, related_name="roles")
    role = models.CharField("роль", max_length=10, choices=[(MENTOR, "наставник"), (MENTEE, "наставляемый")])
    mentoring_format = models.CharField("форма", max_length=40, blank=True)
    since = models.DateField("с")
    until = models.DateField("по", null=True, blank=True)

    class Meta:
        verbose_name = "роль во времени"
        verbose_name_plural = "роли во времени"
        ordering = ["since", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="role_ends_later"),
            models.UniqueConstraint(
                fields=["person", "role", "mentoring_format"], condition=Q(until__isnull=True), name="role_open_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()}: {self.person}"


class Support(models.Model):
    """A measure of support for somebody, never a reason or a diagnosis (152-ФЗ, ст. 10); the curator alone sees it.

    ``measure`` is a code of ``content/support.yaml``.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="supports")
    measure = models.CharField("мера", max_length=20)
    since = models.DateField("с")
    until = models.DateField("по", null=True, blank=True)

    class Meta:
        verbose_name = "мера поддержки"
        verbose_name_plural = "меры поддержки"
        ordering = ["since", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "measure"], condition=Q(until__isnull=True), name="support_open_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.measure}: {self.person}"


class MentorCard(models.Model):
    """A record of the mentors' pool. A person has one; ``until`` closes it, a return opens it again.

    ``topics`` are codes of ``content/topics.yaml``, the same as those of requests; ``strengths`` are own words beside.
    """

    person = models.OneToOneField(Person, models.CASCADE, related_name="mentor_card", primary_key=True)
    since = models.DateField("в базе с")
    until = models.DateField("в базе по", null=True, blank=True)
    topics = models.JSONField("темы", default=list, blank=True)
    strengths = models.CharField("чем может помочь", max_length=500, blank=True)
    capacity = models.PositiveSmallIntegerField("сколько пар готов вести", default=1)
    trained_on = models.DateField("прошёл обучение", null=True, blank=True)
    labour_consent_on = models.DateField("письменное согласие работника (ст. 351.8 ТК)", null=True, blank=True)
    labour_agreement = models.CharField("номер дополнительного соглашения", max_length=60, blank=True)

    class Meta:
        verbose_name = "карточка наставника"
        verbose_name_plural = "карточки наставников"

    def __str__(self) -> str:
        return f"наставник: {self.person}"

    @property
    def help_words(self) -> str:
        """With what the mentor can help: topics, then own words."""
        return topics_said(self.topics, self.strengths)


class MenteeCard(models.Model):
    """A record of the mentees' pool; ``topics`` as on the mentors' cards, ``request`` in own words."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="mentee_card", primary_key=True)
    since = models.DateField("в базе с")
    until = models.DateField("в базе по", null=True, blank=True)
    topics = models.JSONField("темы", default=list, blank=True)
    request = models.CharField("запрос", max_length=500, blank=True)

    class Meta:
        verbose_name = "карточка наставляемого"
        verbose_name_plural = "карточки наставляемых"

    def __str__(self) -> str:
        return f"наставляемый: {self.person}"

    @property
    def request_words(self) -> str:
        """What the mentee asks for: topics, then own words."""
        return topics_said(self.topics, self.request)
