"""The parts of a DOCX file, written as XML: nothing of a library's template is in it."""
