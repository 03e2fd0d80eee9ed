"""Planning a study: people needed, what can be seen with those there are, and power."""
