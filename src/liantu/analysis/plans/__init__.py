"""Closing plans (补链方案): the k cheapest sets of missing links by which a product can be made.

:mod:`problem` says what may be built, run and bought, without a city; :mod:`maximal` leaves out
what cannot matter; :mod:`solving` finds the cheapest sets with HiGHS through :mod:`integer`;
:mod:`blocking` says why there is none. :mod:`city` makes the problem of a reading,
:mod:`closing` gives its plans with proof, purchases and :mod:`amounts`.
"""
