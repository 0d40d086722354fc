"""Application: what the program can do, one use case each, and what it needs from outside to do it.

Use cases live on `…Service` classes; each change is one transaction, then one event, published after the commit.
Ports (`ports.py`, `store_ports.py`, `vault_ports.py` and those beside a use case) say what the outside has to fill
in. May import `domain`; its neighbours above are `presentation` and `adapters`. No Qt, no files, no threads, no
sockets here.
"""
