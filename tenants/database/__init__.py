"""Database backend: one PostgreSQL role per school and municipality, chosen together with the search_path."""
