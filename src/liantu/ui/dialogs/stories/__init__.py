"""故事: what is looked at made a step of one, and all of them edited and handed out."""
