// Other forms of the same words. The twin of forms.py.
function compareForms(typed, form, key) {
  var left = contentWords(typed), right = contentWords(form);
  if (!left.length) return null;
  var joined = left.join("");
  if (left.join(" ") === right.join(" ") || (joined === right.join("") && !/\d/.test(joined))) return SAME;
  return left.slice().sort().join(" ") === right.slice().sort().join(" ") ? near(describe("order", {})) : null;
}
