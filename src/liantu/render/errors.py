"""Why a picture could not be made."""

from __future__ import annotations


class ExportError(Exception):
    """The file could not be made; ``code`` and ``params`` give the sentence."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params
