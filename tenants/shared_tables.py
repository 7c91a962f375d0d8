"""Who may do what with each shared table: the declaration that tenants.isolation makes true in the database.

A shared table that is not declared is readable by nobody but the owner, and a test fails on it. Classes of roles:
«public» the platform's door, «s» a school, «m» a municipality, «r» a region.
"""

from __future__ import annotations

from dataclasses import dataclass, field

READ = "SELECT"
ADD = "SELECT, INSERT"
KEEP = "SELECT, INSERT, UPDATE"
ALL = "SELECT, INSERT, UPDATE, DELETE"
EVERY_ROW = "true"
# Roles of one kind inherit what their kind may do; which rows, the policies say by current_user.
KINDS = {"s": "schools", "m": "municipalities", "r": "regions"}


@dataclass(frozen=True, slots=True)
class Table:
    """Who may do what with a shared table: role class → (privileges, condition on the rows)."""

    name: str
    door: str = ""  # privileges of the platform's door, on every row
    may: dict[str, tuple[str, str]] = field(default_factory=dict)
    changes: dict[str, str] = field(default_factory=dict)  # rows a class may change where it sees more of them


def _own(column: str, kind: str) -> str:
    return f"{column} = public.place_id('{kind}')"


def _ours(column: str = "municipality_id") -> str:
    """Rows of the municipality the school belongs to."""
    return f"{column} = (SELECT s.municipality_id FROM public.tenants_school s WHERE s.id = public.place_id('s'))"


_OF_MUNICIPALITY = _own("municipality_id", "m")
_OF_SCHOOL = _own("school_id", "s")
_OWN_PLACE = "place = public.place_key()"

SHARED_TABLES = [
    Table("tenants_region", READ, {"m": (READ, EVERY_ROW), "r": (READ, _own("id", "r"))}),
    Table(
        "tenants_municipality",
        READ,
        {"s": (READ, _ours("id")), "m": ("SELECT, UPDATE", _own("id", "m")), "r": (READ, _own("region_id", "r"))},
    ),
    Table("tenants_school", READ, {"s": (READ, _own("id", "s")), "m": (READ, _OF_MUNICIPALITY)}),
    Table(
        "tenants_schoolhost",
        READ,
        {
            "s": (READ, _own("tenant_id", "s")),
            "m": (READ, "tenant_id IN (SELECT s.id FROM public.tenants_school s)"),
        },
    ),
    Table(
        "tenants_officialcontact",
        "",
        {
            "s": (ALL, f"{_OF_SCHOOL} OR (school_id IS NULL AND {_ours()})"),
            "m": (ALL, _OF_MUNICIPALITY),
        },
    ),
    Table("tenants_schooltemplate"),
    Table("accounts_user", "SELECT, UPDATE"),
    Table("accounts_membership", READ),
    Table("accounts_signinattempt", ALL),
    Table("accounts_signinlink", ALL),
    Table("accounts_invitation"),  # people of the base domain are let in by the operator
    # What a municipality asks of a school; the school answers by the state and may not ask in its name.
    Table("tenants_seatrequest", "", {"s": ("SELECT, UPDATE", _OF_SCHOOL), "m": (KEEP, _OF_MUNICIPALITY)}),
    Table("django_session", ALL),
    Table("letters_letter", "", {"m": (KEEP, _OWN_PLACE), "r": (KEEP, _OWN_PLACE)}),
    Table("journal_entry", "", {"m": (ADD, _OWN_PLACE), "r": (ADD, _OWN_PLACE)}),
    Table("campaigns_campaign", "", {"s": (READ, _ours()), "m": (ALL, _OF_MUNICIPALITY)}),
    Table("campaigns_expectedschool", "", {"s": (READ, _OF_SCHOOL), "m": (ALL, _OF_MUNICIPALITY)}),
    Table("campaigns_extension", "", {"s": (READ, _OF_SCHOOL), "m": (ALL, _OF_MUNICIPALITY)}),
    Table("campaigns_reminder", "", {"s": (READ, _OF_SCHOOL), "m": (ADD, _OF_MUNICIPALITY)}),
    Table("press_municipalpublication", "", {"m": (ALL, _OF_MUNICIPALITY)}),
    Table(
        "bank_sharedprogramme",
        "",
        {"s": (KEEP, _ours()), "m": ("SELECT, UPDATE", _OF_MUNICIPALITY)},
        {"s": f"{_OF_SCHOOL} AND {_ours()}"},
    ),
    Table("submissions_submission", "", {"s": (ADD, f"{_OF_SCHOOL} AND {_ours()}"), "m": (READ, _OF_MUNICIPALITY)}),
    Table("submissions_progress", "", {"s": (ADD, f"{_OF_SCHOOL} AND {_ours()}"), "m": (READ, _OF_MUNICIPALITY)}),
    Table("submissions_review", "", {"s": (READ, _OF_SCHOOL), "m": (ADD, _OF_MUNICIPALITY)}),
    Table("submissions_remark", "", {"s": (READ, _OF_SCHOOL), "m": (ADD, _OF_MUNICIPALITY)}),
    Table("notes_note", "", {"m": (ALL, _OF_MUNICIPALITY)}),
    Table("notes_noteblock", "", {"m": (ALL, _OF_MUNICIPALITY)}),
    Table("region_report", "", {"m": (ADD, _OF_MUNICIPALITY), "r": (READ, _own("region_id", "r"))}),
    Table("region_apitoken", "SELECT, UPDATE", {"r": (ALL, _own("region_id", "r"))}),
    # The framework's own bookkeeping: nobody but the owner has any business there.
    Table("django_migrations"),
    Table("django_content_type"),
    Table("auth_permission"),
    Table("auth_group"),
    Table("auth_group_permissions"),
]
