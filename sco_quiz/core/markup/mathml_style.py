"""Styles for pages with MathML."""

STYLE = """
math { font-family: "Latin Modern Math", "STIX Two Math", "Cambria Math", "Noto Sans Math",
  "DejaVu Math TeX Gyre", math }
mtd { padding: 0.2em 0.4em }
mtd[columnalign="left"] { text-align: left; text-align: -webkit-left; padding-left: 0 }
mtd[columnalign="right"] { text-align: right; text-align: -webkit-right; padding-right: 0 }
@supports not ((-moz-appearance: none) or (font: -apple-system-body)) {
  menclose[notation="box"] { border: 1px solid; padding: 0.2em }
  menclose[notation="top"] { border-top: 1px solid; padding-top: 1px }
  menclose[notation="bottom"] { border-bottom: 1px solid; padding-bottom: 1px }
  menclose[notation$="strike"] {
    --up: linear-gradient(to top left, transparent 47%, currentColor 48% 52%, transparent 53%);
    --down: linear-gradient(to top right, transparent 47%, currentColor 48% 52%, transparent 53%);
  }
  menclose[notation^="up"] { background: var(--up) }
  menclose[notation^="down"] { background: var(--down) }
  menclose[notation="updiagonalstrike downdiagonalstrike"] { background: var(--up), var(--down) }
}
"""
"""Styles for pages with MathML: brackets stretch only in fonts for formulas, and Chromium alone draws no lines."""
