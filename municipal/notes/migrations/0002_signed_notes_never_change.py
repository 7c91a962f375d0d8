"""Signing freezes a note: the database refuses to change it or its paragraphs afterwards."""

from django.db import migrations

FORWARD = """
CREATE FUNCTION public.notes_signed_never_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_TABLE_NAME = 'notes_note' THEN
        IF OLD.signed_at IS NOT NULL THEN
            RAISE EXCEPTION 'a signed note never changes' USING ERRCODE = 'restrict_violation';
        END IF;
    ELSIF EXISTS (SELECT 1 FROM notes_note n WHERE n.id = COALESCE(NEW.note_id, OLD.note_id) AND n.signed_at IS NOT NULL) THEN
        RAISE EXCEPTION 'a paragraph of a signed note never changes' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER signed_never_changes BEFORE UPDATE OR DELETE ON notes_note FOR EACH ROW EXECUTE FUNCTION public.notes_signed_never_change();
CREATE TRIGGER signed_never_changes BEFORE INSERT OR UPDATE OR DELETE ON notes_noteblock FOR EACH ROW EXECUTE FUNCTION public.notes_signed_never_change();
"""
BACKWARD = """
DROP TRIGGER signed_never_changes ON notes_note;
DROP TRIGGER signed_never_changes ON notes_noteblock;
DROP FUNCTION public.notes_signed_never_change();
"""


class Migration(migrations.Migration):
    dependencies = [("notes", "0001_notes_and_blocks")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
