"""The note as pure data: rules in, accepted forms in, sentences with their sources out. No tables, no framework."""
