"""What reads well and is still doubtful: ``catalogue`` has every check, the others are the checks
by what they look at; ``doubts`` is what they share. A check is a small function over the atlas.
"""
