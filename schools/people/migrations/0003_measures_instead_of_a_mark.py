"""The mark «особые условия» becomes a measure of support with a beginning: several may stand beside it, each in its time."""

from django.db import migrations, models

FORWARD = """
INSERT INTO people_support (person_id, measure, since, until)
SELECT p.id, 'conditions', coalesce(m.since, c.since, DATE '2025-09-01'), NULL
FROM people_person p
LEFT JOIN people_menteecard m ON m.person_id = p.id
LEFT JOIN people_mentorcard c ON c.person_id = p.id
WHERE p.special_conditions;
SET CONSTRAINTS ALL IMMEDIATE;
"""
BACKWARD = """
UPDATE people_person SET special_conditions = true
WHERE id IN (SELECT person_id FROM people_support WHERE measure = 'conditions' AND until IS NULL);
SET CONSTRAINTS ALL IMMEDIATE;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0002_people_over_time'),
    ]

    operations = [
        migrations.RunSQL(FORWARD, BACKWARD),
        migrations.RemoveField(model_name='person', name='special_conditions'),
    ]
