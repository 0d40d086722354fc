"""Metrics: numbers computed from check-ins, each with its interval, the gate it must pass, and its source.

`window_bounds` runs beside the check-in and keeps to the standard library.
"""
