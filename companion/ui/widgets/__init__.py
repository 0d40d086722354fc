"""Widgets: the parts screens are made of. May import theme."""
