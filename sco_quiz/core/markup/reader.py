"""The reader of Markdown: markdown-it with the rules of the subset."""

from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import image, link

from sco_quiz.core.markup import rules
from sco_quiz.core.nodes import MAX_DEPTH

_NOT_READ = ("code", "blockquote", "hr", "reference", "html_block", "heading", "lheading", "html_inline", "entity")


@cache
def reader_of_markdown() -> MarkdownIt:
    """Return the reader, which is made once."""
    reader = MarkdownIt("commonmark", {"maxNesting": 2 * MAX_DEPTH}).enable("table").disable(list(_NOT_READ))
    # which addresses are allowed, the checks of the bank say; none is re-encoded, for some are names of files
    reader.validateLink = lambda url: True  # type: ignore[method-assign]
    reader.normalizeLink = lambda url: url  # type: ignore[method-assign]
    reader.normalizeLinkText = lambda link: link  # type: ignore[method-assign]
    reader.block.ruler.before("fence", "formula", rules.display_formula, {"alt": ["paragraph", "list"]})
    inline = reader.inline.ruler
    inline.before("escape", "formula", rules.formula)
    inline.before("emphasis", "literal_marks", rules.literal_marks)
    inline.before("emphasis", "script", rules.script)
    inline.at("emphasis", rules.stars)
    inline.at("link", rules.with_source(link, "link_open"))
    inline.at("image", rules.with_source(image, "image"))
    inline.at("autolink", rules.with_source(rules.autolink, "link_open"))
    return reader
