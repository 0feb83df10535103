"""What the tests of stages share: a report from a sentence, read as far as is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.reports import report_of

from onrecord.stages.draft import Draft
from onrecord.stages.syntax import find_syntax

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture(scope="session")
def parsed() -> Callable[[str], Draft]:
    """Parse a text; the draft has syntax and nothing else."""

    def parse(text: str) -> Draft:
        draft = Draft(report_of(text))
        draft.syntax = find_syntax(draft)
        return draft

    return parse
