"""Presentation: which words, order, grouping, rounding and tone a screen shows, and what a button means.

Per screen one frozen `…State`, one pure `build_state`, one `…Presenter` with the intents. No Qt and no I/O; may
import `application` and `domain`. Its neighbour above is `ui`; the command line borrows its sentences.
"""
