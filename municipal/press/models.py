"""What the municipality itself has published about mentoring."""

from django.db import models


class MunicipalPublication(models.Model):
    """A publication on a resource of the municipality; the norm is «не менее 5» a school year (a setting)."""

    municipality = models.ForeignKey("tenants.Municipality", models.PROTECT, related_name="+")
    title = models.CharField("о чём", max_length=300)
    url = models.URLField("ссылка", max_length=500)
    resource = models.CharField("где", max_length=200)
    published_on = models.DateField("дата")

    class Meta:
        verbose_name = "публикация округа"
        verbose_name_plural = "публикации округа"
        ordering = ["-published_on", "-id"]
        constraints = [models.UniqueConstraint(fields=["municipality", "url"], name="municipal_url_once")]

    def __str__(self) -> str:
        return self.title
