"""A published report is immutable; a correction is the next revision."""

from django.db import migrations

FORWARD = """
CREATE FUNCTION public.region_rows_never_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a published report never changes' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER rows_never_change BEFORE UPDATE OR DELETE ON region_report FOR EACH ROW EXECUTE FUNCTION public.region_rows_never_change();
CREATE TRIGGER table_never_emptied BEFORE TRUNCATE ON region_report FOR EACH STATEMENT EXECUTE FUNCTION public.region_rows_never_change();
"""
BACKWARD = """
DROP TRIGGER rows_never_change ON region_report;
DROP TRIGGER table_never_emptied ON region_report;
DROP FUNCTION public.region_rows_never_change();
"""


class Migration(migrations.Migration):
    dependencies = [("region", "0001_reports_and_tokens")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
