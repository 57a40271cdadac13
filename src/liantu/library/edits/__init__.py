"""What a planner may do to the data, each as one :class:`liantu.model.edits.Edit`.

Every verb takes the atlas that is looked at and tells what is to be changed; the edit itself reads
the atlas that it is given, so that it also holds where another edit came in between. Values are
those that a file would hold: texts, lists and mappings of such. A value left out is unknown.
"""
