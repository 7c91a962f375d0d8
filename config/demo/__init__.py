"""Running the whole product on one machine: pages, tasks and their servers."""
