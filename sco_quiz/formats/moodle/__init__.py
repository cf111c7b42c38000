"""Moodle: its XML, and its text with embedded answers (Cloze), as Moodle itself reads them."""
