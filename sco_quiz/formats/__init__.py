"""Outside formats, one module each: values in, text or bytes out, and back."""
