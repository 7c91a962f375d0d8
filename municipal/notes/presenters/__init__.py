"""What the pages of the room show, made ready for the templates."""
