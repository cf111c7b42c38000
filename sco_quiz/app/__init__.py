"""What commands do, without click or rich: check, review, exam, recorder, diagnostics, the progress file."""
