"""The end of a consent and everything that follows from it."""

from __future__ import annotations

from datetime import date

import pytest

from schools.consents.models import ConsentRequest
from schools.consents.queries import expiring, foresee, takedowns
from schools.consents.services.withdraw import follow_expired, refuse, withdraw
from schools.pairs.domain.refusals import PairNotFormed
from schools.pairs.gate import ready_pairs
from schools.pairs.models import Pair
from schools.pairs.queries import pairs_active_on
from schools.pairs.services.form_pair import NewPair, propose_pair
from schools.pairs.services.pause_pair import resume_pair
from schools.people.models import Consent
from schools.people.services.record_consent import record_consent
from schools.publications.models import Mention
from schools.publications.services.mentions import name_person, take_down
from schools.publications.services.publish import PublicationNotAdded
from tenants.letters.models import Letter
from tests.factories import school as make
from tests.schools.rooms import NOW, TODAY, acts

pytestmark = pytest.mark.usefixtures("school")


def _withdraw(person: int, purpose: str = "processing") -> None:
    withdraw(person, purpose, on=TODAY, actor_id=1, at=NOW)


def _to_publish(person: int, valid_until: date | None = None) -> None:
    record_consent(
        person,
        purpose="publication",
        given_on=make.LONG_AGO,
        valid_until=valid_until,
        by_representative=True,
        today=TODAY,
        actor_id=1,
        at=NOW,
    )


def test_the_working_pair_is_paused_with_the_reason_and_the_counts_change() -> None:
    child = make.mentee()
    pair = make.pair(make.mentor(), child)
    make.working_pair()
    followed = withdraw(child, "processing", on=TODAY, actor_id=1, at=NOW)
    row = Pair.objects.get(pk=pair)
    assert (row.status, row.paused_on, row.pause_reason) == ("paused", TODAY, "согласие отозвано")
    assert (followed.before.working, followed.after.working) == (2, 1)
    assert (followed.before.consented, followed.after.consented) == (4, 3)
    assert len(pairs_active_on(TODAY)) == 1


def test_a_proposal_of_two_is_taken_back_and_a_group_goes_on_without_the_person() -> None:
    child, other, mentor = make.mentee(), make.mentee(), make.mentor()
    two, group = (
        propose_pair(NewPair("teacher_pupil", [mentor], mentees), on=TODAY, actor_id=1, at=NOW)
        for mentees in ([child], [child, other])
    )
    _withdraw(child)
    assert list(Pair.objects.filter(pk__in=[two, group]).values_list("pk", flat=True)) == [group]
    assert [part.person_id for part in Pair.objects.get(pk=group).members.all()] == [mentor, other]


def test_a_name_on_a_page_is_to_be_taken_down_in_three_working_days() -> None:
    child = make.mentee()
    _to_publish(child)
    page = make.publication()
    name_person(page, child, today=TODAY, actor_id=1, at=NOW)
    followed = withdraw(child, "publication", on=TODAY, actor_id=1, at=NOW)  # Wednesday 15 October 2025
    assert followed.due_on == date(2025, 10, 20)
    assert [one.person_id for one in takedowns(TODAY)] == [child]
    take_down(takedowns(TODAY)[0].pk, on=TODAY, actor_id=1, at=NOW)
    assert takedowns(TODAY) == []


def test_nobody_is_named_without_a_consent_to_publication() -> None:
    with pytest.raises(PublicationNotAdded, match="нет согласия на публикацию"):
        name_person(make.publication(), make.mentee(), today=TODAY, actor_id=1, at=NOW)
    assert not Mention.objects.exists()


def test_everything_is_undone_together_when_one_part_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    child = make.mentee()
    pair = make.pair(make.mentor(), child)

    def falls(*_args: object, **_said: object) -> None:
        raise RuntimeError("the outbox is full")

    monkeypatch.setattr("schools.consents.services.withdraw.tell_the_school", falls)
    with pytest.raises(RuntimeError):
        _withdraw(child)
    assert Pair.objects.get(pk=pair).status == "working"
    assert not Consent.objects.filter(withdrawn_on__isnull=False).exists()


def test_the_curator_and_the_principal_get_a_letter_without_a_name() -> None:
    child = make.mentee()
    make.pair(make.mentor(), child)
    _withdraw(child)
    letters = Letter.objects.filter(key__startswith="consent-ended")
    assert {letter.to for letter in letters} == {"anna@lesnaya.example", "egor@lesnaya.example"}
    assert all("Проверкин" not in letter.body + letter.subject for letter in letters)


def test_pressing_twice_withdraws_once() -> None:
    child = make.mentee()
    make.pair(make.mentor(), child)
    _withdraw(child)
    before = acts()
    _withdraw(child)
    assert acts() == before


def test_a_refusal_withdraws_what_stood_and_pauses_the_pair() -> None:
    child = make.mentee()
    pair = make.pair(make.mentor(), child)
    refuse(child, "processing", on=TODAY, actor_id=1, at=NOW)
    assert Pair.objects.get(pk=pair).status == "paused"
    assert ConsentRequest.objects.get().state == "refused"
    assert Consent.objects.get(person_id=child).withdrawn_on == TODAY


def test_a_consent_that_ran_out_pauses_the_pair_at_night() -> None:
    child = make.mentee(consent=False)
    make.give_consent(child, valid_until=date(2025, 10, 14))
    pair = make.pair(make.mentor(), child)
    assert follow_expired(today=TODAY, at=NOW) == 1
    assert Pair.objects.get(pk=pair).pause_reason == "срок согласия истёк"
    assert follow_expired(today=TODAY, at=NOW) == 0


def test_a_paused_pair_works_again_only_with_a_new_consent() -> None:
    child = make.mentee()
    pair = make.pair(make.mentor(), child)
    _withdraw(child)
    with pytest.raises(PairNotFormed, match="нет согласия на обработку данных"):
        resume_pair(pair, on=TODAY, actor_id=1, at=NOW)
    record_consent(
        child, purpose="processing", given_on=TODAY, by_representative=True, today=TODAY, actor_id=1, at=NOW
    )  # fmt: skip
    resume_pair(pair, on=TODAY, actor_id=1, at=NOW)
    assert Pair.objects.get(pk=pair).status == "working"


def test_a_group_works_on_without_the_one_who_withdrew() -> None:
    child, other = make.mentee(), make.mentee()
    pair = make.pair(make.mentor(), [child, other])
    _withdraw(child)
    resume_pair(pair, without=frozenset([child]), on=TODAY, actor_id=1, at=NOW)
    assert child not in Pair.objects.get(pk=pair).members.values_list("person_id", flat=True)


def test_the_consequences_are_told_before_the_press() -> None:
    child = make.mentee()
    make.pair(make.mentor(), child)
    found = foresee(child, "processing")
    assert (len(found.pairs), found.proposals, found.pages) == (1, (), ())
    assert foresee(child, "photo").pairs == ()


def test_who_lacks_a_consent_is_not_in_the_draft_of_an_order() -> None:
    ready = propose_pair(
        NewPair("teacher_pupil", [make.mentor()], [make.mentee()]), on=TODAY, actor_id=1, at=NOW
    )  # fmt: skip
    propose_pair(NewPair("teacher_pupil", [make.mentor()], [make.mentee(consent=False)]), on=TODAY, actor_id=1, at=NOW)
    assert [pair.pk for pair in ready_pairs(on=TODAY)] == [ready]


def test_a_consent_that_runs_out_soon_is_told() -> None:
    child = make.mentee(consent=False)
    make.give_consent(child, valid_until=date(2025, 11, 1))
    make.mentee()
    assert [person.pk for person in expiring(TODAY)] == [child]
