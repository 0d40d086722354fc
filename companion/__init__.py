"""Companion: a private notebook for noticing how activated your nervous system is.

The house has five rooms, stacked: imports go down, news comes up only as events.
`cli` and `bootstrap` stand at the door; then `ui` and `adapters` (strangers to each other),
`presentation`, `application`, and `domain` at the bottom. Each room says at its own door
what lives in it; start with `companion.domain`.
"""

__version__ = "0.1.0"
