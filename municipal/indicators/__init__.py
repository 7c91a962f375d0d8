"""The monitoring form as pure data: editions, facts, contradictions, indicators. No tables, no framework."""
