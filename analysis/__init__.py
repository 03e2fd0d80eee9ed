"""What a log of heel drops and pain shows, and how sure one can be.

Data goes one way: reading, then a :class:`~analysis.model.Log`, then days, then
outcomes, then :class:`~analysis.estimate.Estimate`, then charts. Nothing in here
knows the browser.
"""
