"""The roadmap as a file."""
