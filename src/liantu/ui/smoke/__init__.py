"""``liantu --smoke DIR``: the real window walks through itself and tells what went wrong."""
