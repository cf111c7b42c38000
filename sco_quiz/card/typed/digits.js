// Numbers in digits: separators and groups, decimal places, powers. The twin of digits.py.
var DIGITS_LIMIT = 1000;
var HUGE = integer(tenTo(DIGITS_LIMIT));

function readDigits(text) {
  var found = /^([0-9.,' ]*?)(?:([.,])([0-9]*))?$/.exec(text);
  if (!found) return [];
  var bare = /[.,' ]/g, numbers = [];
  var whole = found[1], mark = found[2], decimals = found[3] || "";
  if (isWholeNumber(text, "")) numbers.push(numberOf(text.replace(bare, ""), ""));
  if (mark && (!whole || isWholeNumber(whole, mark)) && whole + decimals) numbers.push(numberOf(whole.replace(bare, ""), decimals));
  if (numbers.length > 1) numbers[mark === "." ? 0 : 1].usual = false;
  return numbers;
}

// Digits without separators, or in groups of three; none begins with 0, except for 0 itself.
function isWholeNumber(text, decimalMark) {
  if (/^[0-9]+$/.test(text)) return true;
  var grouped = /^[1-9][0-9]{0,2}(?:([.,' ])[0-9]{3})(?:\1[0-9]{3})*$/.exec(text);
  return !!grouped && grouped[1] !== decimalMark;
}

function numberOf(whole, decimals) {
  whole = whole.replace(/^0+/, "");
  var significant = (whole + decimals).replace(/^0+/, "").length || 1;
  if (whole.length > DIGITS_LIMIT) return { value: HUGE, digits: significant, usual: true };
  decimals = decimals.slice(0, 2 * DIGITS_LIMIT);
  return { value: ratio(Int(whole + decimals || "0"), tenTo(decimals.length)), digits: significant, usual: true };
}

// A power with a whole exponent, given in digits; null for 0 to a negative power.
function powerOf(base, exponent) {
  var negative = exponent[0] === "-", size = exponent.replace(/^[+\-0]+/, "") || "0";
  var count = Number(size.slice(0, 7)), odd = Number(size[size.length - 1]) % 2;
  if (base.n === ZERO) return negative ? null : integer(count === 0 ? 1 : 0);
  var bare = absolute(base);
  if (isSame(bare, integer(1))) return odd ? base : integer(1);
  if (Math.max(String(bare.n).length, String(bare.d).length) * count <= 2 * DIGITS_LIMIT) return wholePower(base, negative ? -count : count);
  var limit = (bare.n > bare.d) !== negative ? HUGE : over(integer(1), HUGE);
  return base.n < ZERO && odd ? negated(limit) : limit;
}
