"""The methods beside the headline, one question each."""
