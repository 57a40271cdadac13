"""What the manual shows and cannot know by itself: its pictures, and the table of the verbs."""
