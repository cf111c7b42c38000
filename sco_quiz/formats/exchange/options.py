"""Put right options among the others, for programs that show options as a file lists them."""

from random import Random

from sco_quiz.core.interaction import Choice, Option


def listed(choice: Choice, identity: str) -> tuple[Option, ...]:
    """Return options as a file should list them: right and wrong ones mixed, each group in its own order.

    The same question, by its `identity`, always gives the same. Options in a fixed order stay as they are.
    """
    if choice.order == "fixed":
        return choice.options
    rights = [option.right for option in choice.options]
    Random(identity).shuffle(rights)
    groups = {right: iter([option for option in choice.options if option.right is right]) for right in (True, False)}
    return tuple(next(groups[right]) for right in rights)
