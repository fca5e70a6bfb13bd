"""Pages that say in short what a map, a moment of truth or a comparison comes to: for those who see one slide."""
