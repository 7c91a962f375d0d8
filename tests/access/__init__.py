"""Who reaches what: every route of every host against every role (security.md T1)."""
