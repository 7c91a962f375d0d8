"""Pages of pairs and groups."""
