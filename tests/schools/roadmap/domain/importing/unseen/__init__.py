"""Set-aside roadmaps of invented schools: shapes drawn before the importer's code was read, scored as a whole."""
