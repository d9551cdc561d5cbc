"""What footfall raises. Nothing else reaches a caller from a bad file, table or setting.

FootfallError                 anything of ours; `code` and `values` say what, the catalogue has the sentence
├── RunFileError              one run file could not be read: `path`, `where`, `code` (a reason code)
│   ├── UnknownFormatError    not ours: no reader recognises it
│   ├── NotAnActivityError    ours, whole, and not an activity: settings, a course, waypoints
│   ├── DamagedFileError      ours, and nothing of it can be used
│   └── UnsupportedFileError  ours, and refused: too large, encrypted, unsafe
├── TableError                a diary or log cannot be read as a table at all
├── SettingError              a setting, athlete or squad file, or a flag, says something impossible
├── LibraryError              the library cannot be opened or used: `newer`, `damaged`, `read-only`, `busy` …
├── EngineError               the work cannot be done where it was asked to be: no scheduler, no shared folder
├── OutputError               a result cannot be written, or would overwrite somebody's file
└── NotEnoughData             a rule has too little to look at: `reason`, `has`, `needs`
"""


class FootfallError(Exception):
    """Base of all. `code` names the sentence in the catalogue, `values` fills it."""

    def __init__(self, code: str, **values: object) -> None:
        self.code = code
        self.values = values
        shown = ", ".join(f"{name}={value}" for name, value in values.items())
        super().__init__(f"{code} ({shown})" if shown else code)

    def __reduce__(self) -> tuple[object, ...]:
        """Sent from a worker as it is: others are made anew from their text, and each class here takes something else."""
        return _as_it_was, (type(self), self.args), self.__dict__


def _as_it_was(kind: type[FootfallError], args: tuple[object, ...]) -> FootfallError:
    return kind.__new__(kind, *args)


class RunFileError(FootfallError):
    """A run file could not be read.

    reason  a reason code of `model.problem.REASONS`.
    code    the sentence in the catalogue; the reason itself where nothing finer is known.
    path    the file; readers that only see bytes leave it blank and `workflow` fills it in.
    where   `byte 1234`, `line 12`, or None.
    """

    reason = "damaged"

    def __init__(
        self, code: str | None = None, *, reason: str | None = None, path: str = "", where: str | None = None, **values: object
    ) -> None:
        self.reason = reason or type(self).reason
        self.path = path
        self.where = where
        super().__init__(code or self.reason, **values)


class UnknownFormatError(RunFileError):
    """No reader recognises it."""

    reason = "unknown-format"


class NotAnActivityError(RunFileError):
    """A whole file of a kind that holds no activity."""

    reason = "not-an-activity"


class DamagedFileError(RunFileError):
    """Nothing of it can be used."""

    reason = "damaged"


class UnsupportedFileError(RunFileError):
    """Refused: too large, encrypted or unsafe. `reason` must be given."""

    reason = "too-large"


class TableError(FootfallError):
    """A diary or log cannot be read as a table."""


class SettingError(FootfallError):
    """A setting or an athlete file says something impossible. `values` has `path` or `flag`, and what would be right."""


class OutputError(FootfallError):
    """A result cannot be written."""


class LibraryError(FootfallError):
    """The library cannot be opened or used. `values` has `path`; what is kept stays as it is."""


class EngineError(FootfallError):
    """The work cannot be done where it was asked to be done."""


class NotEnoughData(FootfallError):
    """A rule has too little to look at. The texts are sentences of the catalogue."""

    def __init__(self, reason: str, has: str, needs: str) -> None:
        self.reason = reason
        self.has = has
        self.needs = needs
        super().__init__("not-enough-data", reason=reason, has=has, needs=needs)


def place_of(fault: BaseException) -> str:
    """`measure.py line 112`: where in our code a fault of our own came from, so that it can be reported without anything of
    what was read; `footfall` where that cannot be told.
    """
    import traceback  # for the rare case that asks

    ours = [step for step in traceback.walk_tb(fault.__traceback__) if _is_ours(str(step[0].f_globals.get("__name__", "")))]
    if not ours:
        return "footfall"
    frame, line = ours[-1]
    return f"{frame.f_code.co_filename.replace(chr(92), '/').rpartition('/')[2]} line {line}"


def _is_ours(module: str) -> bool:
    return module.partition(".")[0] == __name__.partition(".")[0]
