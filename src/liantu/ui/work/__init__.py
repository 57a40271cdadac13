"""Long work that leaves the window free: on workers (``tasks``, ``finding``) or in small pieces of
the window's own thread (``turns``, ``slices``), and how what is large is freed (``freeing``,
``collecting``). Nothing here knows what the work is about.
"""
