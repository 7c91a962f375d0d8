"""Pages of the monitoring form in a school's cabinet."""

from schools.monitoring.views.filling import block, form, line
from schools.monitoring.views.handing import check, history, receipt, submit

__all__ = ["block", "check", "form", "history", "line", "receipt", "submit"]
