"""Names of enterprises as keys: what typing, printing and the legal form make of them is folded."""

from __future__ import annotations

import re
import unicodedata

_FORM = re.compile("(有限责任公司|股份有限公司|有限公司|股份公司|公司)$")
_UNSEEN = frozenset(("Zs", "Zl", "Zp", "Cf", "Cc"))
_MARKS = frozenset(("Ps", "Pe", "Pi", "Pf", "Po", "Pd", "Pc"))
"""Unicode categories of blanks and invisible characters; of brackets, quotes, points, dashes."""


def folded(name: str) -> str:
    """A name without width, case, blanks and what cannot be seen."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    return "".join(c for c in plain if unicodedata.category(c) not in _UNSEEN)


def name_key(name: str) -> str:
    """Equal keys: suspected to be one firm. Width, case, blanks, brackets, points and the legal
    form at the end are folded; what only a legal form is keeps it. Empty where nothing is named.
    """
    bare = "".join(c for c in folded(name) if unicodedata.category(c) not in _MARKS)
    return _FORM.sub("", bare) or bare
