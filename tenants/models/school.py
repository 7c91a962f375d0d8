"""Schools, their hosts and their official contacts."""

from typing import TYPE_CHECKING, Any, NoReturn

from django.db import models

if TYPE_CHECKING:  # the library ships no types; these are the fields of its mixins

    class TenantMixin(models.Model):
        """A row that names a schema."""

        schema_name = models.CharField(max_length=63, unique=True)

        class Meta:
            abstract = True

    class DomainMixin(models.Model):
        """A row that names a host."""

        domain = models.CharField(max_length=253, unique=True)
        tenant = models.ForeignKey("tenants.School", models.CASCADE, related_name="domains")
        is_primary = models.BooleanField(default=True)

        class Meta:
            abstract = True

else:
    from django_tenants.models import DomainMixin, TenantMixin


class SchoolKind(models.TextChoices):
    """What a school is; the monitoring form asks each kind its own questions."""

    SCHOOL = "school", "школа"
    KINDERGARTEN = "kindergarten", "детский сад"
    SUPPLEMENTARY = "supplementary", "организация дополнительного образования"


class School(TenantMixin):
    """The tenant: a school with its own PostgreSQL schema ``s_<id>`` and role.

    A row is made by ``tenants.services.open_school`` only, which also makes the schema. The library turns every row
    into a context manager that switches the schema in passing; here that is refused, because a municipal query that
    has got hold of a School must not be able to open it (architecture.md 3.5).
    """

    auto_create_schema = False
    auto_drop_schema = False

    municipality = models.ForeignKey("tenants.Municipality", models.PROTECT, related_name="schools")
    slug = models.SlugField("адрес", max_length=63, unique=True)
    name = models.CharField("полное название", max_length=300)
    short_name = models.CharField("краткое название", max_length=120)
    kind = models.CharField("вид", max_length=20, choices=SchoolKind.choices, default=SchoolKind.SCHOOL)
    local_code = models.CharField("код для региона", max_length=20, blank=True)
    is_active = models.BooleanField("работает", default=True)
    migrations_hash = models.CharField("состояние схемы", max_length=64, default="", blank=True)

    class Meta:
        verbose_name = "школа"
        verbose_name_plural = "школы"
        ordering = ["short_name"]
        constraints = [
            models.CheckConstraint(condition=models.Q(schema_name__regex=r"^s_[0-9]+$"), name="school_schema_by_id"),
        ]

    def __str__(self) -> str:
        return self.short_name

    def __enter__(self) -> NoReturn:
        raise TypeError("A school is opened by tenants.current.school_open, not in passing.")

    def __exit__(self, *_args: Any) -> NoReturn:
        raise TypeError("A school is opened by tenants.current.school_open, not in passing.")

    def activate(self) -> NoReturn:
        """Refused: see the class."""
        raise TypeError("A school is opened by tenants.current.school_open, not in passing.")


class SchoolHost(DomainMixin):
    """A host name of a school, lower case, without the port."""

    class Meta:
        verbose_name = "адрес школы"
        verbose_name_plural = "адреса школ"


class OfficialContact(models.Model):
    """Whom to call: a director, a curator or a methodist in office.

    The one personal thing in the shared schema (decision 13): a municipality must be able to reach a school, and a
    school its methodist. ``school`` is empty for the municipality's own people. ``confirmed_on`` is when she last said
    in her school that she still works there; None where nobody has.
    """

    municipality = models.ForeignKey("tenants.Municipality", models.CASCADE, related_name="contacts")
    school = models.ForeignKey(School, models.CASCADE, related_name="contacts", null=True, blank=True)
    role = models.CharField("роль", max_length=20)
    name = models.CharField("имя", max_length=200)
    position = models.CharField("должность", max_length=200)
    email = models.EmailField("рабочая почта", blank=True)
    phone = models.CharField("рабочий телефон", max_length=40, blank=True)
    confirmed_on = models.DateField("подтверждено", null=True, blank=True)

    class Meta:
        verbose_name = "служебный контакт"
        verbose_name_plural = "служебные контакты"
        ordering = ["school_id", "role", "name"]

    def __str__(self) -> str:
        return f"{self.position}: {self.name}"
