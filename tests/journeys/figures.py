"""Sums over accepted forms, counted from the rows of the database and nothing else."""

from __future__ import annotations

from psycopg.rows import scalar_row

from tenants.owner import owner_connection

_ACCEPTED = """
    SELECT DISTINCT ON (s.school_id) s.facts #>> %s
    FROM submissions_submission s
    JOIN submissions_review r ON r.submission_id = s.id AND r.verdict = 'accepted'
    JOIN campaigns_campaign c ON c.id = s.campaign_id
    WHERE c.municipality_id = 1 AND c.title = %s
    ORDER BY s.school_id, s.version DESC
"""


def accepted_values(database: str, campaign: str, line: str) -> list[int]:
    """What each accepted form of the first municipality says on a line of counts, latest versions only."""
    with owner_connection(database=database) as connection, connection.cursor(row_factory=scalar_row) as cursor:
        cursor.execute(_ACCEPTED, [["cells", line, "value"], campaign])
        return [int(value) for value in cursor.fetchall()]
