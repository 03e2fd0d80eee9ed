"""What the Plan page asks: the design, how much people differ, and simulated studies."""
