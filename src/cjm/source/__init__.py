"""YAML texts and files: read with places, written with proof. Knows nothing of journeys."""
