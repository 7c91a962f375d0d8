"""A municipality asks a school to seat somebody: the school's side takes it up and invites (decision record 14)."""

from django.db import models


class SeatRequest(models.Model):
    """«Пригласите этого человека куратором вашей школы», written by a municipality and answered by the school.

    Holds an official contact (decision 13) and no key: the link is made inside the school. ``state`` is a code of
    tenants.accounts.domain.invitation.State, or empty until the school has taken it up; ``note`` says why it could not.
    """

    municipality = models.ForeignKey("tenants.Municipality", models.CASCADE, related_name="+")
    school = models.ForeignKey("tenants.School", models.CASCADE, related_name="seat_requests")
    role = models.CharField("роль", max_length=20)
    email = models.EmailField("рабочая почта")
    last_name = models.CharField("фамилия", max_length=100)
    first_name = models.CharField("имя", max_length=100)
    patronymic = models.CharField("отчество", max_length=100, blank=True)
    position = models.CharField("должность", max_length=200, blank=True)
    asked_by = models.CharField("кто просит", max_length=300)
    asked_at = models.DateTimeField("когда")
    taken_at = models.DateTimeField("принято школой к исполнению", null=True, blank=True)
    cancelled_at = models.DateTimeField("отменено округом", null=True, blank=True)
    again_at = models.DateTimeField("просят прислать ещё раз", null=True, blank=True)
    state = models.CharField("состояние", max_length=20, blank=True)
    state_at = models.DateTimeField("с какого времени", null=True, blank=True)
    note = models.CharField("пояснение", max_length=300, blank=True)

    class Meta:
        verbose_name = "просьба пригласить"
        verbose_name_plural = "просьбы пригласить"
        ordering = ["-asked_at", "-id"]

    def __str__(self) -> str:
        return f"{self.role}, {self.asked_at:%Y-%m-%d}"
