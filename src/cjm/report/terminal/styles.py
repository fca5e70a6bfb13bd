"""How texts look in a terminal, in rich's words; blue and red are never the only sign of good and bad."""

STRONG, SMALL, SPOKEN = "bold", "dim", "italic"
GOOD, BAD = "bold bright_blue", "bold bright_red"
