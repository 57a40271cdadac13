"""What keeps the work of the planner, all of it held together by ``safety``: saving, what is kept
for the next start, asking before anything is lost, and what others do to the same folder.
"""
