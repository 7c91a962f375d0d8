"""Acts over surveys."""
