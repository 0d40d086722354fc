"""UI: pixels, focus, shortcuts, colours, motion, tray. The only room (with `bootstrap`) that knows Qt.

Inside it, imports go shell → screens → widgets → theme; `chart` is the painter; `platform` only fills ports.
No widget updates another, no screen knows another: a widget shows a state and says what was done to it.
May import `presentation` and below, never `adapters`.
"""
