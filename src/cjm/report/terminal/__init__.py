"""Reports for people at a terminal: sentences, lines of the map, colour where there is any."""
