"""Numbers about maps, one function each: emotion, the moments that count. Pure."""
