"""Maps in other formats, one file for each: ``write(journey)`` gives the text."""
