"""How lines of a map look, in words of rich, which terminals take; blue and red are never the only sign of good and bad."""

STRONG, SMALL, SPOKEN = "bold", "dim", "italic"
GOOD, BAD = "bold bright_blue", "bold bright_red"
