"""What is around an element of HTML: blocks, line breaks and characters."""

from bs4.element import PageElement, Tag

_BLOCK_NAMES = "[document] p div article section ol ul li table thead tbody tfoot tr td th pre h1 h2 h3 h4 h5 h6 hr"
_BLOCKS = frozenset(_BLOCK_NAMES.split())


def starts_line(el: PageElement) -> bool:
    """Whether text begins a line: nothing is before it, or a line break, or a block."""
    node: PageElement | None = el
    while node is not None and node.previous_sibling is None and not is_block(node.parent):
        node = node.parent
    return node is None or node.previous_sibling is None or ends_line(node.previous_sibling)


def ends_line(node: PageElement | None) -> bool:
    """Whether an element ends the line before it: a line break or a block."""
    return is_block(node) or (isinstance(node, Tag) and node.name == "br")


def is_block(node: PageElement | None) -> bool:
    """Whether an element is a block."""
    return isinstance(node, Tag) and node.name in _BLOCKS


def is_all_of_block(el: PageElement) -> bool:
    """Whether a block has nothing else."""
    return el.previous_sibling is None and el.next_sibling is None and is_block(el.parent)


def text_beside(el: Tag) -> tuple[str, str]:
    """Return the characters before and after an element; `*` for a mark, empty at the ends of a block."""
    before, after = el.previous_sibling, el.next_sibling
    if not is_block(el.parent):
        before, after = before or el.parent, after or el.parent
    first = "\n" if ends_line(before) else "*" if isinstance(before, Tag) else str(before or "")[-1:]
    return first, "*" if isinstance(after, Tag) else str(after or "")[:1]
