"""Accounts and what each may do. The same tables stand in the shared schema and in every school's own."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from tenants.domain.roles import Role
from tenants.domain.russian import initials


class UserManager(BaseUserManager["User"]):
    """Finds people by mail whatever its case."""

    def get_by_natural_key(self, username: str | None) -> User:
        """The account of a mail address; raises User.DoesNotExist."""
        return self.get(email__iexact=(username or "").strip())


class User(AbstractBaseUser):
    """A person who signs in with mail and password."""

    email = models.EmailField("почта", unique=True)
    last_name = models.CharField("фамилия", max_length=100)
    first_name = models.CharField("имя", max_length=100)
    patronymic = models.CharField("отчество", max_length=100, blank=True)
    position = models.CharField("должность", max_length=200, blank=True)
    is_active = models.BooleanField("действует", default=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = UserManager()

    class Meta:
        verbose_name = "учётная запись"
        verbose_name_plural = "учётные записи"

    def __str__(self) -> str:
        return self.short_name

    @property
    def short_name(self) -> str:
        """«Лапина О. В.»"""
        return initials(self.last_name, self.first_name, self.patronymic)

    @property
    def address(self) -> str:
        """How to greet: «Ольга Викторовна», or the first name alone."""
        return f"{self.first_name} {self.patronymic}".strip()


class Membership(models.Model):
    """A role somebody holds: in this school, or (shared schema) in a municipality or region.

    Plain integers instead of foreign keys: the same table stands in a school's schema, which holds no key to the
    shared one (decision 20).
    """

    user = models.ForeignKey(User, models.CASCADE, related_name="memberships", db_index=False)  # the constraint serves
    role = models.CharField("роль", max_length=20, choices=Role.choices())
    municipality_id = models.PositiveIntegerField("муниципалитет", null=True, blank=True)
    region_id = models.PositiveIntegerField("регион", null=True, blank=True)

    class Meta:
        verbose_name = "роль в организации"
        verbose_name_plural = "роли в организациях"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "role", "municipality_id", "region_id"],
                nulls_distinct=False,
                name="membership_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {Role(self.role).word}"


class SignInAttempt(models.Model):
    """A failed sign-in, kept to slow down guessing; rows older than a day are swept.

    ``key`` is a keyed digest of the address tried, so that the table names nobody.
    """

    key = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        verbose_name = "неудачный вход"
        verbose_name_plural = "неудачные входы"

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M}"
