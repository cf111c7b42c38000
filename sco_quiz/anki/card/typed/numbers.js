// Numbers and amounts. The twin of numbers.py.

// Two amounts by value and unit; null unless both texts are nothing but amounts.
function compareNumbers(typed, form, key) {
  return null;
}

// The key of a number: value, tolerance and unit as strings.
function judgeNumber(key, text) {
  var tokens = contentWords(text).filter(function (word) { return !/^(about|and)$/.test(word); });
  var value = Number(tokens[0]);
  while (SCALES[tokens[1]]) value *= SCALES[tokens.splice(1, 1)[0]];
  if (/^-/.test(fold(text))) value = -value;
  var meant = Number(key.value);
  var tolerance = Number(key.tolerance || 0) + 1e-9 * Math.max(1, Math.abs(meant));
  if (!/^\d/.test(tokens[0] || "")) return { outcome: "again", sentence: "Type a number, such as 12 or twelve." };
  if (Math.abs(value - meant) > tolerance) return { outcome: "wrong" };
  var rest = tokens.slice(1).map(stem);
  var units = contentWords(key.unit || "").map(stem);
  var fits = !rest.length || !units.length || rest.some(function (word) { return units.indexOf(word) >= 0; });
  return fits ? { outcome: "right" } : { outcome: "almost", difference: describe("unit", { right: key.unit }) };
}
