"""The door of the bank for schools: read the texts of the district, share one's own, take it down.

Everything here runs under the school's own role: it sees the texts of its municipality and changes its own alone.
"""

from municipal.bank.domain.refusals import NotShared
from municipal.bank.queries import BankText, bank_text, bank_texts
from municipal.bank.services.share import SharedText, share, take_down

__all__ = ["BankText", "NotShared", "SharedText", "bank_text", "bank_texts", "share", "take_down"]
