"""Why a thing stands as it does: the reasons of its class, what sources say, who takes it, how its
score comes about, and the sheet 为什么 that puts all of it together.
"""
