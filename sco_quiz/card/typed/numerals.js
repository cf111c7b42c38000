// Numerals inside a name: Roman, Arabic and spelled-out ones. The twin of numerals.py.
var ROMAN_DIGITS = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

function romanValue(word) {
  if (!/^m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$/.test(word) || /^[lcdm]?$/.test(word)) return 0;
  var values = word.split("").map(function (letter) { return ROMAN_DIGITS[letter]; });
  return values.reduce(function (sum, value, at) {
    return sum + (value < Math.max.apply(null, values.slice(at)) ? -value : value);
  }, 0);
}

// The digits of 3 or of 3. (third) without leading zeros, else nothing: a number would round those of a long one.
function digitsOf(word) {
  return /^[0-9]+\.?$/.test(word) ? word.replace(/\.$/, "").replace(/^0+(?=[0-9])/, "") : "";
}

function sameNumeral(left, right, place) {
  var one = digitsOf(left), other = digitsOf(right);
  if (one && other) return one === other && place > 0;
  var word = one ? right : left, digits = one || other;
  return digits > "0" && (place > 0 || word.length > 1) && String(romanValue(word)) === digits;
}

function isNumeral(word) {
  return digitsOf(word) !== "" || (word.length > 1 && romanValue(word) > 0);
}
