"""From the bytes of a file to values: its text, the tree with places, and from nodes of the tree to
values and records; what cannot be read is reported at its place (``context``).
"""
