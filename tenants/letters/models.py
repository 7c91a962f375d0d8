"""The outbox. A letter is a row written in the transaction of the act it tells about (decision 17)."""

from django.db import models


class Letter(models.Model):
    """One letter to one address.

    ``place`` is the identity that wrote it («s7», «m1»): in the shared schema it keeps municipalities apart. ``key``
    makes an act pressed twice write one letter. ``forget``: the text holds a personal link, so it is wiped once the
    letter has gone or been given up. ``refused_at``: the letter will not arrive and is not tried again.
    """

    place = models.CharField("чьё", max_length=20)
    key = models.CharField("ключ", max_length=120, unique=True)
    to = models.EmailField("кому")
    subject = models.CharField("тема", max_length=200)
    body = models.TextField("текст")
    created_at = models.DateTimeField("создано")
    claimed_at = models.DateTimeField("взято к отправке", null=True, blank=True)
    sent_at = models.DateTimeField("отправлено", null=True, blank=True)
    attempts = models.PositiveSmallIntegerField("попыток", default=0)
    refused_at = models.DateTimeField("не принято", null=True, blank=True)
    forget = models.BooleanField("стереть текст после отправки", default=False, db_default=False)

    class Meta:
        verbose_name = "письмо"
        verbose_name_plural = "письма"
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return self.subject
