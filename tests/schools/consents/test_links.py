"""A consent given, or not, by a personal link."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from schools.consents.domain.refusals import AnswerIncomplete, ConsentNotAsked, LinkClosed
from schools.consents.models import ConsentRequest
from schools.consents.queries import states_of, with_papers
from schools.consents.services.answer import answer_request, open_request
from schools.consents.services.ask import hand_out_forms, send_links
from schools.consents.sheets import digest
from schools.pairs.models import Pair
from schools.people.models import Consent, Person
from tenants.current import school_open
from tenants.paper.sheet import from_document
from tests.factories import school as make
from tests.schools.rooms import NOW, TODAY, page, words


def _link(person: int, purpose: str = "processing") -> str:
    return send_links([person], purpose, on=TODAY, actor_id=1, at=NOW)[0].token


def _answer(token: str, *, agrees: bool = True, name: str = "Проверкина Ольга Ильинична", child: str = "") -> None:
    answer_request(token, agrees=agrees, signer_name=name, child_name=child, today=TODAY, at=NOW)


def _state(person: int, purpose: str = "processing") -> str:
    return states_of(with_papers(Person.objects.filter(pk=person)).get(), TODAY)[purpose].words.replace("\u00a0", " ")


@pytest.mark.usefixtures("school")
class TestServices:
    def test_agreeing_registers_a_consent_with_the_name_and_the_digest_of_the_text(self) -> None:
        child = make.mentee(consent=False, birth_year=2014)
        _answer(_link(child))
        asked = ConsentRequest.objects.get()
        assert (asked.state, asked.signer_name) == ("given", "Проверкина Ольга Ильинична")
        assert asked.text_digest == digest(from_document(asked.text))
        paper = Consent.objects.get()
        assert (paper.kept_as, paper.given_by_representative, paper.valid_until) == (
            "дано по ссылке", True, date(2026, 8, 31),
        )  # fmt: skip

    def test_only_the_digest_of_the_token_is_kept(self) -> None:
        token = _link(make.mentee(consent=False))
        assert len(token) >= 32
        assert token not in str(ConsentRequest.objects.values_list().get())

    def test_a_refusal_by_link_has_its_consequences(self) -> None:
        child = make.mentee(consent=False)
        make.give_consent(child, valid_until=date(2025, 10, 14))
        pair = make.pair(make.mentor(), child)
        _answer(_link(child), agrees=False)
        assert Pair.objects.get(pk=pair).status == "paused"
        assert _state(child) == "Отказ 15 октября"

    def test_a_link_works_once(self) -> None:
        token = _link(make.mentee(consent=False, birth_year=2014))
        _answer(token)
        with pytest.raises(LinkClosed):
            _answer(token, agrees=False)

    @pytest.mark.parametrize("token", ["", "x", "x" * 5000, "кириллица", "\x00"])
    def test_a_guessed_link_is_closed(self, token: str) -> None:
        with pytest.raises(LinkClosed):
            open_request(token, today=TODAY)

    def test_a_link_closes_after_its_term_and_when_a_new_one_is_made(self) -> None:
        child = make.mentee(consent=False)
        first = _link(child)
        second = _link(child)
        with pytest.raises(LinkClosed):
            open_request(first, today=TODAY)
        assert open_request(second, today=date(2025, 10, 29)).person_id == child
        with pytest.raises(LinkClosed):
            open_request(second, today=date(2025, 10, 30))

    def test_from_fourteen_the_pupil_signs_too(self) -> None:
        token = _link(make.mentee(consent=False, birth_year=2011))
        with pytest.raises(AnswerIncomplete, match="нет имени ученика"):
            _answer(token)
        _answer(token, child="Проверкин Пётр")
        assert ConsentRequest.objects.get().child_name == "Проверкин Пётр"

    def test_who_has_a_consent_is_not_asked_again(self) -> None:
        with pytest.raises(ConsentNotAsked):
            _link(make.mentee())

    def test_states_follow_what_happened_last(self) -> None:
        child = make.mentee(consent=False)
        assert _state(child) == "Нужно"
        hand_out_forms([child], ["processing"], on=date(2025, 10, 1), actor_id=1, at=NOW)
        assert _state(child) == "Бланк выдан 1 октября"
        _link(child)
        assert _state(child) == "Ждёт ответа, ссылка от 15 октября"
        make.give_consent(child)
        assert _state(child) == "Получено 1 сентября 2024 года"


def _made(purpose: str = "processing") -> str:
    with school_open(1):
        child = make.mentee(consent=False, birth_year=2014, first_name="Лев")
        return _link(child, purpose)


def test_the_page_shows_the_text_without_signing_in_and_takes_the_answer(anna: Client) -> None:
    token = _made()
    stranger = Client(HTTP_HOST="lesnaya.localhost")
    shown = page(stranger, f"/s/{token}/")
    assert "Даю согласие" in shown
    assert "Кто видит данные" in shown
    answer = stranger.post(f"/s/{token}/", {"otvet": "dayu", "signer_name": "Проверкина О. И."})
    assert "Спасибо, ответ записан" in words(answer)
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    with school_open(1):
        assert Consent.objects.count() == 1
    assert "Ссылка не открылась" in page(stranger, f"/s/{token}/", 410)


def test_a_press_without_a_name_keeps_the_link_open(anna: Client) -> None:
    token = _made()
    stranger = Client(HTTP_HOST="lesnaya.localhost")
    assert "Впишите фамилию" in words(stranger.post(f"/s/{token}/", {"otvet": "dayu", "signer_name": " "}), 422)
    assert "не видно, согласны ли вы" in words(stranger.post(f"/s/{token}/", {"signer_name": "Ким О."}), 422)


def test_each_line_of_a_table_is_answered_and_silence_is_a_refusal(anna: Client) -> None:
    token = _made("publication")
    stranger = Client(HTTP_HOST="lesnaya.localhost")
    stranger.post(
        f"/s/{token}/", {"otvet": "dayu", "signer_name": "Ким О.", "categories-0": "da", "categories-1": "net"}
    )
    with school_open(1):
        kept = ConsentRequest.objects.get().answers
    assert (kept["categories-0"], kept["categories-1"], kept["resources-1"]) == (True, False, False)


def test_a_link_of_one_school_is_closed_in_another(anna: Client) -> None:
    token = _made()
    assert Client(HTTP_HOST="rechnaya.localhost").get(f"/s/{token}/").status_code == 410
