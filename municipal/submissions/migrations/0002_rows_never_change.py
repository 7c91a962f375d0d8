"""What was handed in and answered is only added to: the database itself refuses UPDATE, DELETE and TRUNCATE."""

from django.db import migrations

FORWARD = """
CREATE FUNCTION public.submissions_rows_never_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of % are only added', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER rows_never_change BEFORE UPDATE OR DELETE ON submissions_submission FOR EACH ROW EXECUTE FUNCTION public.submissions_rows_never_change();
CREATE TRIGGER table_never_emptied BEFORE TRUNCATE ON submissions_submission FOR EACH STATEMENT EXECUTE FUNCTION public.submissions_rows_never_change();
CREATE TRIGGER rows_never_change BEFORE UPDATE OR DELETE ON submissions_review FOR EACH ROW EXECUTE FUNCTION public.submissions_rows_never_change();
CREATE TRIGGER table_never_emptied BEFORE TRUNCATE ON submissions_review FOR EACH STATEMENT EXECUTE FUNCTION public.submissions_rows_never_change();
CREATE TRIGGER rows_never_change BEFORE UPDATE OR DELETE ON submissions_remark FOR EACH ROW EXECUTE FUNCTION public.submissions_rows_never_change();
CREATE TRIGGER table_never_emptied BEFORE TRUNCATE ON submissions_remark FOR EACH STATEMENT EXECUTE FUNCTION public.submissions_rows_never_change();
"""
BACKWARD = """
DROP TRIGGER rows_never_change ON submissions_submission;
DROP TRIGGER table_never_emptied ON submissions_submission;
DROP TRIGGER rows_never_change ON submissions_review;
DROP TRIGGER table_never_emptied ON submissions_review;
DROP TRIGGER rows_never_change ON submissions_remark;
DROP TRIGGER table_never_emptied ON submissions_remark;
DROP FUNCTION public.submissions_rows_never_change();
"""


class Migration(migrations.Migration):
    dependencies = [("submissions", "0001_submissions_and_reviews")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
