"""Commands with many options, each in a module of its own; the others are in ``__main__``."""
