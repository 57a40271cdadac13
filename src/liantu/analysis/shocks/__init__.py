"""断供推演: which units, and how long after, stand still when another does.

``network`` who can run on whom · ``weaving`` the network of a reading · ``flow``, ``spread``,
``standins``, ``creeping`` how losses run along it · ``days`` 可撑天数 · ``cascade`` the generalised
Leontief cascade · ``course`` day by day with measures · ``outage`` what all that says of firms and
products · ``exposure`` every single stop · ``single`` single points of a flow · ``backup`` who
could step in.
"""
