"""Settings of the two sides of a comparison; ``BENCH_DATABASE`` names the database both logins use."""
