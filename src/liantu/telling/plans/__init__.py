"""补链方案 in words, said once for window, paper and command line.

:mod:`heading` says what a plan is and what it costs, and what was asked; :mod:`links` and
:mod:`buying` are rows of what it builds and buys; :mod:`proof` says step by step why the target is
then made; :mod:`none` why there is no plan, or why a question cannot be answered.
"""
