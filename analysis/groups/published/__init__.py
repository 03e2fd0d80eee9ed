"""Published results beside one's own people: which are of the same kind, and why others are not."""
