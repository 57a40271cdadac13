"""Between the session and the window. ``bridge`` has what is asked for made one after the other,
away from the window's thread, ``selection`` is what is looked at; the others go on beside them:
steps of editing, what is made ahead or later, letting go of what nobody looks at any more.
"""
