"""A step of a story as one drawing of 16:9: the show, the PDF page, the PPTX slide and the PNG."""
