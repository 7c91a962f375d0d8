"""Rows of the room as words on its pages."""
