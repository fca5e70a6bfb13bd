"""What became of a map: matched by identity, told as changes, judged for the customer. Pure."""
