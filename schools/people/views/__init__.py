"""Pages of people and consents; all of them are the curator's."""
