"""A rule of the product that says no, in words a curator can act on.

A refusal is not a fault: it belongs to the day's work and is shown to the person who pressed
the button. Faults (a bug, a lost database) stay ordinary exceptions.
"""


class Refusal(Exception):
    """What did not happen, and what to do about it: whole Russian sentences, both shown.

    ``what`` names the line, date or person («Приём форм «Октябрь 2025» закрыт.»), ``remedy`` the next
    step («Попросите муниципального методиста продлить срок для вашей школы.»). Rooms subclass it,
    one class a rule, so that a caller can tell refusals apart without reading text.
    """

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what, remedy)
        self.what = what
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.what} {self.remedy}"
