"""Turn errors of the operating system into messages for the user."""

from collections.abc import Iterator
from contextlib import contextmanager


class RefusedError(OSError):
    """A file that this program refuses to write, though the operating system may not; its message says why."""


class ChangedError(RefusedError):
    """Another program has written the file since it was read."""

    def __init__(self) -> None:
        super().__init__("it has changed since it was read; nothing was written, try again")


def reason_of(error: OSError) -> str:
    """Return why the operating system refused, such as "permission denied"."""
    if isinstance(error, RefusedError):
        return str(error)
    reason = error.strerror or str(error)
    return reason[:1].lower() + reason[1:]


@contextmanager
def os_errors_as(kind: type[Exception], what: str) -> Iterator[None]:
    """Raise an OSError of the block as another exception, with the message "WHAT: reason"."""
    try:
        yield
    except OSError as error:
        raise kind(f"{what}: {reason_of(error)}") from error
