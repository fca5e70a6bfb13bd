"""What is told about maps: findings as text and as data. Values in, text out; printing is the command line's affair."""
