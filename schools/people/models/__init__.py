"""People of the mentoring programmes: who, in which register, with which consents."""

from schools.people.models.consent import Consent, ConsentPurpose
from schools.people.models.imports import ImportState, PeopleImport
from schools.people.models.lists import BulkAct
from schools.people.models.person import Partner, PartnerKind, Person, PersonKind
from schools.people.models.pools import MenteeCard, MentorCard, RolePeriod, Support

__all__ = [
    "BulkAct",
    "Consent",
    "ConsentPurpose",
    "ImportState",
    "MenteeCard",
    "MentorCard",
    "Partner",
    "PartnerKind",
    "PeopleImport",
    "Person",
    "PersonKind",
    "RolePeriod",
    "Support",
]
