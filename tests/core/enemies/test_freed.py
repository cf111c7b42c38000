"""A bank whose questions were compared is freed as soon as nobody needs it, without the garbage collector."""

import gc
import weakref

from tests.lint.builders import bank_of, single


def test_a_compared_bank_is_freed_at_once() -> None:
    bank = bank_of(single("Almaty", "Rome", "Oslo"))
    assert bank.enemies.clues == ()
    ref = weakref.ref(bank)
    gc.disable()
    try:
        del bank
        assert ref() is None
    finally:
        gc.enable()
