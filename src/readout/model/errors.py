"""The exception tree: every error that Readout raises on purpose is a ReadoutError."""


class ReadoutError(Exception):
    """Says what went wrong, with which input, and what to do; `exit_status` is what the terminal ends with."""

    exit_status = 1


class MissingInput(ReadoutError):
    """A file that was named does not exist or may not be opened."""

    exit_status = 3


class UnreadableInput(ReadoutError):
    """The bytes are no text that Readout reads: empty, binary, wrongly encoded, too long, or no valid JSON."""

    exit_status = 4


class UnsupportedLanguage(ReadoutError):
    """The text is in a language that no installed pack reads."""

    exit_status = 5


class InvalidDate(ReadoutError):
    """A date that was given is no ISO date."""

    exit_status = 6


class LanguageDataError(ReadoutError):
    """A file of a language pack does not say what it must: names the file, the entry and the field."""

    exit_status = 7


class UnusableLedger(ReadoutError):
    """The ledger cannot be opened or written: missing, damaged, read-only, full, of another version, or no ledger."""

    exit_status = 8


class NotInLedger(ReadoutError):
    """The ledger holds nothing under an id that was asked for, or too much under the beginning of one."""

    exit_status = 9


class RefusedDecision(ReadoutError):
    """A decision that cannot stand: of a reviewer who is none, on what is not there, with words that the text lacks."""

    exit_status = 10
