"""In no sequence of acts does somebody without a consent stand in the draft of an order or in a pair that works."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from schools.consents.services.withdraw import follow_expired, refuse, withdraw
from schools.pairs.gate import ready_pairs
from schools.pairs.models import Pair, PairMember
from schools.pairs.services.appoint_pairs import appoint_pairs
from schools.pairs.services.form_pair import NewPair, propose_pair
from schools.pairs.services.pause_pair import may_leave, resume_pair
from schools.people.models import Person
from schools.people.queries import people_without_consent
from schools.people.services.archive_person import archive_person
from schools.people.services.merge_people import merge_people
from schools.people.services.record_consent import record_consent
from tenants.current import school_open
from tenants.domain.errors import Refusal
from tests.factories import school as make
from tests.factories.municipal import local

START = date(2025, 10, 15)
PICK = st.integers(min_value=0, max_value=50)


class Consents(RuleBasedStateMachine):
    """A school lived through its own services, in a transaction that is thrown away."""

    def __init__(self) -> None:
        super().__init__()
        self.today = START
        self.opened = school_open(1)
        self.opened.__enter__()
        self.work = transaction.atomic()
        self.work.__enter__()

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.work.__exit__(None, None, None)
        self.opened.__exit__(None, None, None)

    @property
    def at(self) -> datetime:
        """Noon of the machine's day."""
        return local(self.today)

    def attempt(self, deed: Callable[[], object]) -> None:
        """A refusal is an answer; anything else is a fault."""
        try:
            with transaction.atomic():
                deed()
        except Refusal:
            pass

    def one(self, kind: str, number: int) -> int:
        """Somebody of the kind."""
        ids = list(Person.objects.filter(kind=kind).order_by("pk").values_list("pk", flat=True))
        return ids[number % len(ids)]

    def anybody(self, number: int) -> int:
        """Somebody at all."""
        ids = list(Person.objects.order_by("pk").values_list("pk", flat=True))
        return ids[number % len(ids)]

    @initialize()
    def a_school_at_work(self) -> None:
        """Three proposals, one of them without a consent, and a pair at work: the way there is not to be found anew."""
        mentor, child = make.mentor(), make.mentee()
        make.pair(mentor, child, ordered_on=date(2025, 10, 1))
        for mentees in ([make.mentee()], [make.mentee(consent=False)], [child, make.mentee()]):
            propose_pair(NewPair("teacher_pupil", [mentor], mentees), on=self.today, actor_id=1, at=self.at)

    @rule(is_teacher=st.booleans(), consent=st.booleans())
    @precondition(lambda _self: Person.objects.count() < 9)
    def add_person(self, is_teacher: bool, consent: bool) -> None:
        if is_teacher:
            make.mentor("teacher", consent=consent)
        else:
            make.mentee(consent=consent)

    @rule(who=PICK, days=st.none() | st.integers(min_value=0, max_value=9), ago=st.integers(min_value=0, max_value=3))
    def give(self, who: int, days: int | None, ago: int) -> None:
        until = None if days is None else self.today + timedelta(days=days)
        self.attempt(
            lambda: record_consent(
                self.anybody(who), purpose="processing", given_on=self.today - timedelta(days=ago), valid_until=until,
                by_representative=True, today=self.today, actor_id=1, at=self.at,
            )
        )  # fmt: skip

    @rule(who=PICK, ago=st.integers(min_value=0, max_value=3))
    def take_back(self, who: int, ago: int) -> None:
        withdraw(self.anybody(who), "processing", on=self.today - timedelta(days=ago), actor_id=1, at=self.at)

    @rule(who=PICK)
    def say_no(self, who: int) -> None:
        refuse(self.anybody(who), "processing", on=self.today, actor_id=1, at=self.at)

    @rule(days=st.integers(min_value=1, max_value=12))
    def days_pass(self, days: int) -> None:
        self.today += timedelta(days=days)
        follow_expired(today=self.today, at=self.at)

    @rule(mentor=PICK, mentees=st.lists(PICK, min_size=1, max_size=2))
    def propose(self, mentor: int, mentees: list[int]) -> None:
        wanted = NewPair("teacher_pupil", [self.one("teacher", mentor)], [self.one("pupil", one) for one in mentees])
        self.attempt(lambda: propose_pair(wanted, on=self.today, actor_id=1, at=self.at))

    @rule(only_ready=st.booleans(), ago=st.integers(min_value=0, max_value=5))
    def appoint(self, only_ready: bool, ago: int) -> None:
        proposed = [pair.pk for pair in ready_pairs(on=self.today)] if only_ready else [
            pair.pk for pair in Pair.objects.filter(status="proposed")
        ]  # fmt: skip
        ordered_on = self.today - timedelta(days=ago)
        self.attempt(lambda: appoint_pairs(proposed, order_number="7", ordered_on=ordered_on, actor_id=1, at=self.at))

    @rule(which=PICK, without=st.booleans())
    @precondition(lambda _self: Pair.objects.filter(status="paused").exists())
    def resume(self, which: int, without: bool) -> None:
        paused = list(Pair.objects.filter(status="paused").order_by("pk"))
        pair = paused[which % len(paused)]
        gone = frozenset(may_leave(pair, on=self.today)) if without else frozenset[int]()
        self.attempt(lambda: resume_pair(pair.pk, without=gone, on=self.today, actor_id=1, at=self.at))

    @rule(who=PICK)
    def archive(self, who: int) -> None:
        archive_person(self.anybody(who), on=self.today, actor_id=1, at=self.at)

    @rule(kind=st.sampled_from(["teacher", "pupil"]), one=PICK, other=PICK)
    def merge(self, kind: str, one: int, other: int) -> None:
        keep, gone = self.one(kind, one), self.one(kind, other)
        if Person.objects.filter(kind=kind).count() > 1:
            self.attempt(
                lambda: merge_people(keep, gone, from_gone=frozenset(), today=self.today, actor_id=1, at=self.at)
            )

    @invariant()
    def nobody_without_a_consent_stands_where_it_is_needed(self) -> None:
        draft = {part.person_id for pair in ready_pairs(on=self.today) for part in pair.members.all()}
        working = set(PairMember.objects.filter(pair__status="working").values_list("person_id", flat=True))
        assert people_without_consent(draft | working, on=self.today) == []


@pytest.mark.usefixtures("db")
def test_no_sequence_brings_somebody_without_a_consent_into_an_order() -> None:
    run_state_machine_as_test(
        Consents,
        settings=settings(
            max_examples=30, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
