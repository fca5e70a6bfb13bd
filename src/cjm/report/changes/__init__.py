"""What is told of comparisons: for people by stage, in pull requests the worst first, for programs as data."""
