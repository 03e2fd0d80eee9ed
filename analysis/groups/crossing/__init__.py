"""Two factors at once: each apart from the other, or whole packages."""
