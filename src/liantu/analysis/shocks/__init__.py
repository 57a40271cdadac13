"""断供推演: which units, and how long after, stand still when another does.

The network: ``network`` who can run on whom · ``deals`` which supplies hold at a date · ``weaving``
the network of a reading. What runs along it: ``reaching`` who stands still by structure · ``days``
可撑天数 · ``flow``, ``spread``, ``standins``, ``creeping`` how losses run · ``cascade`` the
generalised Leontief cascade · ``course`` day by day. What it says: ``outage`` of a drill ·
``timeline`` of its days and measures · ``exposure``, ``risks`` every single stop and its rank ·
``single``, ``ways`` single points of a flow. Who could step in: ``backup``, ``backup_kinds``,
``likeness``, ``turning``.
"""
