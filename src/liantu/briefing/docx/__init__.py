"""The parts of a DOCX file for which python-docx has no words, and the looks of a paper."""
