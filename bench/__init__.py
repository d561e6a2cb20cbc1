"""Speed and memory, always a ratio to a reference in the same run."""
