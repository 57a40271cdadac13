"""From what changed to the files of a folder (``writer``): values are amended in the tree of a file
and only the lines concerned are written; ``laying`` lays out a file that is new.
"""
