"""The five questions of someone in rehab, each with its answer on the Recovery page."""
