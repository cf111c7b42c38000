"""Turn errors of the operating system into messages for the user."""

from collections.abc import Iterator
from contextlib import contextmanager


def reason_of(error: OSError) -> str:
    """Return why the operating system refused, such as "permission denied"."""
    return (error.strerror or str(error)).lower()


@contextmanager
def os_errors_as(kind: type[Exception], what: str) -> Iterator[None]:
    """Raise an OSError of the block as another exception, with the message "WHAT: reason"."""
    try:
        yield
    except OSError as error:
        raise kind(f"{what}: {reason_of(error)}") from error
