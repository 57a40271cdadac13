"""Where it is on record what a step shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from liantu.analysis.reading import Reading
from liantu.model.story import Step
from liantu.telling.dossiers import enterprise, product
from liantu.wording import text

FEW = 1
"""Sources that are named."""


def sourced(reading: Reading, step: Step) -> Iterator[str]:
    """The first sources of what is selected, and how many there are; nothing without any."""
    known = reading.atlas.sources
    names = [known[key].title for key in dict.fromkeys(_ids(reading, step)) if key in known]
    if names:
        told = text("story.sources.and").join(names[:FEW])
        code = "story.sources.more" if len(names) > FEW else "story.sources"
        yield text(code, names=told, count=len(names))


def _ids(reading: Reading, step: Step) -> Iterable[str]:
    atlas = reading.atlas
    if step.product in atlas.products:
        return product.sources_of(reading, atlas.products[step.product])
    if step.enterprise in atlas.enterprises:
        return enterprise.sources_of(atlas, atlas.enterprises[step.enterprise])
    return atlas.projects[step.project].sources if step.project in atlas.projects else ()
