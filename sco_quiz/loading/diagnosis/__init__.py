"""What was meant? Turn text that is not a bank into problems with hints."""
