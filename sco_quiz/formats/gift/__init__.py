"""GIFT, Moodle's text format of questions: `::name:: text {=right ~wrong}`."""
