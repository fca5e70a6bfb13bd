"""Back ends: a scene and a theme become a file, one module for each kind of file."""
