"""What a map means: its records, read from trees and checked. Knows no YAML and no files."""
