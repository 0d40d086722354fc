"""Screens: one file per screen; screens are strangers to each other. May import widgets, chart and theme."""
