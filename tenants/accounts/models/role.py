"""What each may do, and until when."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import Q

from tenants.domain.roles import Role

from .person import User


class MembershipQuerySet(models.QuerySet["Membership"]):
    """Roles by their days."""

    def in_force(self, today: date) -> MembershipQuerySet:
        """Roles somebody holds on this day: not over, and of people whose account is open."""
        return self.filter(Q(until__isnull=True) | Q(until__gte=today), user__is_active=True)


class Membership(models.Model):
    """A role somebody holds: in this school, or (shared schema) in a municipality or region.

    Plain integers instead of foreign keys: the same table stands in a school's schema, which holds no key to the
    shared one (decision 20). ``until`` is the last day of a role lent for a time: after it the role is nobody's, with
    no task to run. ``mentoring_format`` is the code of the form somebody answers for. ``confirmed_on`` is when she
    last said that she still works here (tenants.accounts.domain.confirmation).
    """

    user = models.ForeignKey(User, models.CASCADE, related_name="memberships", db_index=False)  # the constraint serves
    role = models.CharField("роль", max_length=20, choices=Role.choices())
    municipality_id = models.PositiveIntegerField("муниципалитет", null=True, blank=True)
    region_id = models.PositiveIntegerField("регион", null=True, blank=True)
    mentoring_format = models.CharField("форма наставничества", max_length=40, blank=True, default="", db_default="")
    until = models.DateField("последний день", null=True, blank=True)
    given_by = models.PositiveIntegerField("кто доверил", null=True, blank=True)
    confirmed_on = models.DateField("подтверждено", null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = "роль в организации"
        verbose_name_plural = "роли в организациях"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "role", "municipality_id", "region_id", "mentoring_format"],
                nulls_distinct=False,
                name="membership_of_a_form_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {Role(self.role).word}"
