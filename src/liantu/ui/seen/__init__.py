"""What is seen of a reading under a focus, made by a worker (``preparing``) and kept for the
window: maps and dossiers (``looking``), lenses, comparisons, outages, rows of the chain list.
"""
