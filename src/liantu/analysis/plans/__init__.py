"""Closing plans (补链方案): the k cheapest sets of missing links by which a product can be made.

:mod:`problem` says what may be built, run and bought, without a city; :mod:`maximal` leaves out
what cannot matter; :mod:`solving` finds the cheapest sets through :mod:`programme`, which HiGHS
solves (:mod:`integer`) while :mod:`founding` cuts off loops that live of themselves;
:mod:`blocking` says why there is no plan. :mod:`city` makes the problem of a reading,
:mod:`closing` is what others call: plans of a target, or a ladder from buying to making, which
:mod:`describing` tells with proof, purchases and :mod:`amounts`.
"""
