"""Pages of passing on to the region, and of the region itself."""
