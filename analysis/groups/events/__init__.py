"""Time to an event: pain free, back in activity."""
