// Letters and signs: when two texts are the same as typed, and which signs must be there. The twin of signs.py.

// SAME for texts that differ in nothing but spacing, case, and how quotes and dashes are typed.
function sameText(typed, form, key) {
  return fold(typed) === fold(form) ? SAME : null;
}

// A form of signs, of an article or of code alone is compared as typed; null for any other form.
function asTyped(typed, form, key) {
  return null;
}

// DIFFERENT or NEAR where the signs differ; null when both have the same ones.
function missingSigns(typed, form, key) {
  return null;
}
