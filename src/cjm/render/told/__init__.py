"""A map in words, lane by lane: lines with the signs in front of them, for terminals, panels and wikis."""
