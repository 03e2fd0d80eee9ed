"""What opens on demand on the Cohorts page, one question a module."""
