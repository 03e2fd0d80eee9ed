"""Groups over the weeks: own slopes, a mixed model, who left."""
