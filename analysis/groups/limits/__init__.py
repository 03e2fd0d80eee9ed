"""What limits a comparison: how groups were made, what goes together, which windows were taken."""
