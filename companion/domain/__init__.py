"""Domain: what a check-in, a zone, a window, a reminder *is*, and every rule or number computed from them.

Frozen values, enums and pure functions on the standard library alone, but for numpy in `metrics`; `now` is always
an argument.
It imports nothing of ours and is imported by everyone; its neighbour above is `application`.
"""
