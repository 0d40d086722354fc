"""`python -m tests.ui.gallery [NAME…]` renders the gallery."""

import sys

from tests.ui.gallery.render import OUTPUT, render

print(f"{render(sys.argv[1:])} pictures in {OUTPUT}")
