// Exact fractions, as Python's Fraction: {n: numerator, d: denominator}. Hosts without BigInt calculate in floats.
var Int = typeof BigInt === "function" ? BigInt : Number;
var ZERO = Int(0), ONE = Int(1), TEN = Int(10);

function ratio(numerator, denominator) {
  var a = numerator < ZERO ? -numerator : numerator, b = denominator;
  while (b) {
    var rest = a % b;
    a = b;
    b = rest;
  }
  return a > ONE ? { n: numerator / a, d: denominator / a } : { n: numerator, d: denominator };
}

function integer(number) {
  return { n: Int(number), d: ONE };
}

function tenTo(power) {
  return Int("1" + "0".repeat(power));
}

// 5/9, 12, 1.5e-3: what Python writes into a key.
function parseRatio(text) {
  var part = text.split("/");
  if (part.length > 1) return ratio(Int(part[0]), Int(part[1]));
  var found = /^(-?)(\d+)(?:\.(\d+))?(?:e(-?\d+))?$/.exec(text);
  var decimals = found[3] || "";
  var power = Number(found[4] || 0) - decimals.length;
  var digits = Int(found[2] + decimals);
  if (found[1]) digits = -digits;
  return power < 0 ? ratio(digits, tenTo(-power)) : integer(digits * tenTo(power));
}

function plus(a, b) {
  return ratio(a.n * b.d + b.n * a.d, a.d * b.d);
}

function minus(a, b) {
  return ratio(a.n * b.d - b.n * a.d, a.d * b.d);
}

function times(a, b) {
  return ratio(a.n * b.n, a.d * b.d);
}

function over(a, b) {
  return b.n < ZERO ? ratio(-a.n * b.d, -a.d * b.n) : ratio(a.n * b.d, a.d * b.n);
}

function negated(a) {
  return { n: -a.n, d: a.d };
}

function absolute(a) {
  return a.n < ZERO ? negated(a) : a;
}

function isAtMost(a, b) {
  var left = a.n * b.d, right = b.n * a.d;
  return left <= right || (Int === Number && left - right <= 1e-12 * Math.abs(right));
}

function isSame(a, b) {
  return isAtMost(a, b) && isAtMost(b, a);
}

function isWhole(a) {
  return a.d === ONE;
}

function wholePower(base, exponent) {
  var power = integer(1);
  for (var left = Math.abs(exponent); left > 0; left = Math.floor(left / 2)) {
    if (left % 2) power = times(power, base);
    base = times(base, base);
  }
  return exponent < 0 ? over(integer(1), power) : power;
}

// The power of ten of the first digit: 2 for 100 to 999.
function magnitude(value) {
  var a = absolute(value);
  var power = String(a.n).length - String(a.d).length;
  return isAtMost(wholePower(integer(10), power), a) ? power : power - 1;
}
