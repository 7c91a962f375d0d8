"""Accounts. The same table stands in the shared schema and in every school's own."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

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
