"""Partners with their agreements and people, as Анна sees them."""

from __future__ import annotations

from django.test import Client

from schools.people.models import Partner
from tenants.current import school_open
from tests.factories.school import mentor, partner
from tests.schools.people.conftest import in_school
from tests.schools.rooms import page, words

PARTNERS = "/2025-26/lyudi/partnery/"
TYPED = {"name": "Завод «Север»", "kind": "enterprise", "since": "2024-09-01", "contact": "8 (000) 000-00-00"}


def test_a_partner_is_mended_and_the_history_tells_it(anna: Client) -> None:
    made = in_school(partner)
    in_school(lambda: mentor("partner", partner_id=made, position="мастер", last_name="Кузнечиков"))
    address = f"{PARTNERS}{made}/"
    typed = {**TYPED, "agreement_number": "17", "agreed_on": "2025-09-05"}
    assert anna.post(address, typed).status_code == 302
    seen = page(anna, address)
    assert ("№ 17 от 5 сентября 2025 года" in seen, "Кузнечиков" in seen) == (True, True)
    assert "Исправлены сведения о партнёре «Завод «Север»»." in seen
    assert "№ 17 от 05.09.2025" in page(anna, PARTNERS)


def test_a_persons_name_is_no_contact_of_an_organisation(anna: Client) -> None:
    refused = anna.post(PARTNERS, {**TYPED, "contact": "Кузнечиков И. П., 8 (000) 000-00-00"})
    assert "похоже стоит имя человека" in words(refused, 422)


def test_days_that_run_backwards_and_a_second_namesake_are_refused(anna: Client) -> None:
    made = in_school(lambda: partner("Ателье «Нитка»"))
    anna.post(PARTNERS, TYPED)
    wrong = {**TYPED, "name": "Ателье «Нитка»", "until": "2024-01-01"}
    assert "кончается раньше, чем начинается" in words(anna.post(f"{PARTNERS}{made}/", wrong), 422)
    assert "уже есть в списке" in words(anna.post(f"{PARTNERS}{made}/", TYPED), 422)
    with school_open(1):
        assert Partner.objects.count() == 2
    assert anna.get(f"{PARTNERS}999/").status_code == 404
