"""Item analysis: what the answers of a class say about the questions, by the formulas of test theory."""
