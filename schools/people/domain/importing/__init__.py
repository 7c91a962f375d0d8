"""People of a school's own table: from the bytes of a file to who is to be added, changed or mended. No database."""
