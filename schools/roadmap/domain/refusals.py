"""Refusals of the roadmap."""

from tenants.domain.errors import Refusal


class RoadmapRefused(Refusal):
    """There is nothing to save, or the roadmap is approved already, or the principal has it."""


class ActivityNotChanged(Refusal):
    """The date lies in the future, or there is nothing to add, or no reason is given."""
