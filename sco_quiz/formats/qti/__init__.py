"""QTI: packages of Canvas and other learning platforms, read and written."""
