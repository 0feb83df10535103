"""What can go wrong, said in words: what was given, what was expected, what to do."""


class OnrecordError(Exception):
    """Parent of every error that onrecord raises on purpose; its text is meant for the user."""


class UnreadableError(OnrecordError):
    """An input from which no report can be made."""

    def __init__(self, ref: str, found: str, advice: str) -> None:
        self.ref, self.found, self.advice = ref, found, advice
        super().__init__(f"{ref}: {found}. {advice}")


class OptionError(OnrecordError):
    """An option or argument whose value cannot be used."""

    def __init__(self, name: str, given: object, expected: str) -> None:
        super().__init__(f"{name}: got {given!r}, expected {expected}.")


class DataError(OnrecordError):
    """A data file that belongs to onrecord or to the user and does not hold what it should."""

    def __init__(self, file: str, problem: str, advice: str) -> None:
        super().__init__(f"{file}: {problem}. {advice}")


class StoreError(OnrecordError):
    """A store that cannot be opened, read or written."""

    def __init__(self, path: object, problem: str, advice: str) -> None:
        super().__init__(f"store {path}: {problem}. {advice}")
