"""Pages of the first section."""
