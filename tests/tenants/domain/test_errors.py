"""A refusal keeps both its halves and reads as one text."""

import pickle

from tenants.domain.errors import Refusal


class TooLate(Refusal):
    """A rule of some room."""


def test_a_refusal_says_what_did_not_happen_and_what_to_do() -> None:
    refusal = TooLate("Приём форм закрыт.", "Попросите методиста продлить срок.")

    assert (refusal.what, refusal.remedy) == ("Приём форм закрыт.", "Попросите методиста продлить срок.")
    assert str(refusal) == "Приём форм закрыт. Попросите методиста продлить срок."


def test_a_refusal_survives_the_way_between_processes() -> None:
    came = pickle.loads(pickle.dumps(TooLate("Форма не сдана.", "Исправьте строку E1.")))

    assert (type(came), str(came)) == (TooLate, "Форма не сдана. Исправьте строку E1.")
