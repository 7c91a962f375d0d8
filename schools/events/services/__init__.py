"""Acts over events."""
