"""What a linter of imports cannot see (architecture.md 3.5)."""
