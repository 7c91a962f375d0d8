"""Acts over files."""
