"""Reading a stored form once a process.

A submission never changes (the database refuses it), so its facts are remembered under the digest of their bytes. The
key is the content itself: whoever comes to it had the same content in hand, so nothing of a neighbour's can come out.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from typing import Any

from municipal.indicators.facts import Facts
from municipal.indicators.payload import from_document
from municipal.submissions.models import Submission

REMEMBER = 4000  # about 20 MB: a district's forms of some years
_known: OrderedDict[str, Facts] = OrderedDict()


def facts_of(digest: str, document: Mapping[str, Any]) -> Facts:
    """Facts of a stored form; ``digest`` is the one frozen beside ``document``."""
    facts = _known.get(digest)
    if facts is None:
        facts = _known[digest] = from_document(document)
        if len(_known) > REMEMBER:
            _known.popitem(last=False)
    else:
        _known.move_to_end(digest)
    return facts


def facts_of_rows(digests: Mapping[int, str]) -> dict[int, Facts]:
    """Facts by submission id; only forms this process has not read yet are fetched. At most one query."""
    unread = [pk for pk, digest in digests.items() if digest not in _known]
    fetched = dict(Submission.objects.filter(pk__in=unread).values_list("pk", "facts")) if unread else {}
    return {pk: facts_of(digest, fetched.get(pk, {})) for pk, digest in digests.items()}
