"""The file format, declared as data: ``format`` has all of it, the others are the declared fields
of one kind of record each. Reading, writing, forms and the JSON Schema follow from it.
"""
