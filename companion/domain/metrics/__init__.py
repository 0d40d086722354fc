"""Metrics: numbers computed from check-ins, each with its interval, the gate it must pass, and its source.

Check-ins come in columns and are counted with numpy, a million of them in about a second: import these files late.
`window_bounds` runs beside the check-in and keeps to the standard library.
"""
