"""Drops done beside pain, within people and between them."""
