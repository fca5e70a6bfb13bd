"""Layouts: from a journey to a finished scene. They know nothing of colours and file formats."""
