"""The school's card: what the registers cannot count by themselves."""

from django.db import models


class SchoolCard(models.Model):
    """One row a school: its site section and how official papers name it."""

    official_name = models.CharField("полное название", max_length=300)
    principal_name = models.CharField("директор", max_length=200, blank=True)
    site_section_url = models.URLField("раздел «Наставничество» на сайте", max_length=500, blank=True)
    site_section_updated_on = models.DateField("раздел обновлён", null=True, blank=True)
    site_section_checked_on = models.DateField("ссылка проверена", null=True, blank=True)
    site_section_works = models.BooleanField("ссылка открывается", null=True, blank=True)

    class Meta:
        verbose_name = "карточка школы"
        verbose_name_plural = "карточки школ"

    def __str__(self) -> str:
        return self.official_name


class Headcount(models.Model):
    """How many people there are, as of a date: the denominators of the indicators.

    An empty number is «не знаем», never zero; the form asks for it.
    """

    as_of = models.DateField("на дату", unique=True)
    pupils_10_19 = models.PositiveIntegerField("обучающихся 10–19 лет", null=True, blank=True)
    pupils_15_19 = models.PositiveIntegerField("из них 15–19 лет", null=True, blank=True)
    young_teachers = models.PositiveIntegerField("молодых специалистов", null=True, blank=True)
    teachers = models.PositiveIntegerField("педагогических работников", null=True, blank=True)

    class Meta:
        verbose_name = "численность"
        verbose_name_plural = "численность"
        ordering = ["-as_of"]

    def __str__(self) -> str:
        return f"{self.as_of:%d.%m.%Y}"


class Remembered(models.Model):
    """One thing the product remembers for the people of this school; no facts of the school stand here.

    ``kind`` tells whose memory it is («cabinet», «columns», «filter», «different», «register»), ``key`` what of it,
    ``said`` what is remembered. One table for all of them: each table of a school weighs on the whole fleet
    (decision 21 of the design).
    """

    kind = models.CharField("чьё", max_length=20)
    key = models.CharField("что", max_length=200)
    said = models.JSONField("что запомнено", default=dict)
    at = models.DateTimeField("когда")
    actor_id = models.PositiveIntegerField("кто", null=True, blank=True)

    class Meta:
        verbose_name = "запомненное"
        verbose_name_plural = "запомненное"
        ordering = ["kind", "key"]
        constraints = [models.UniqueConstraint(fields=["kind", "key"], name="remembered_once")]

    def __str__(self) -> str:
        return f"{self.kind}: {self.key}"
