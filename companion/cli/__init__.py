"""Command line: one file per command family; no Qt before a window is wanted.

May import everything below it, `bootstrap` included; nothing imports it but `__main__`.
"""
