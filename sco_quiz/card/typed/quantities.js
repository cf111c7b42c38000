// One number with an optional unit, read from all of a string. The twin of quantities.py.
function pattern(name, flags) {
  return new RegExp(TABLES.numberPatterns[name], flags || "gi");
}

// What a pattern finds at the start of a string, or null.
function atStart(name, text) {
  return new RegExp("^(?:" + TABLES.numberPatterns[name] + ")", "i").exec(text);
}

function endOf(name, text) {
  var found = atStart(name, text);
  return found ? found[0].length : 0;
}

function withMarks(text) {
  var marks = TABLES.numberMarks;
  return text.replace(/[^\x00-\x26\x28-\x5f\x61-\x7f]/g, function (mark) {
    return marks.hasOwnProperty(mark) ? marks[mark] : mark;
  });
}

function loweredDigits(text) {
  return text.replace(/[^]/g, function (digit) {
    return TABLES.superscripts[digit];
  });
}

function plainNumber(text) {
  text = withMarks(text).replace(pattern("invisible"), "");
  text = text.replace(pattern("vulgar"), function (vulgar) { return " " + vulgar.normalize("NFKC") + " "; });
  text = text.replace(pattern("numerator"), function (all, digits) { return " " + loweredDigits(digits) + "/"; });
  text = text.replace(pattern("raised"), function (all, before, digits) {
    return before + (before ? "^" : "") + loweredDigits(digits);
  });
  text = withMarks(text.normalize("NFKC")).replace(/⁄/g, "/");
  text = text.replace(pattern("digit"), function (digit) {
    var zeros = TABLES.zeros;
    for (var i = 0; i < zeros.length; i++) {
      var value = digit.charCodeAt(0) - zeros.charCodeAt(i);
      if (value >= 0 && value < 10) return String(value);
    }
    return digit;
  });
  return text.replace(pattern("space"), " ").replace(/^ +| +$/g, "").replace(pattern("end"), "");
}

// Everything that a string can mean, as {value, digits, unit, glued}.
function readQuantities(text) {
  var twice = readTwice(text);
  return twice.length ? twice : readOnce(text);
}

// An amount with its number in brackets behind it: "seven (7) days"; nothing unless both are the same.
function readTwice(text) {
  var found = /^([^()]+)\(([^()]+)\)([^()]*)$/.exec(text.trim());
  if (!found) return [];
  var again = readOnce(found[2]).filter(function (each) { return !each.unit; });
  return readOnce(found[1] + " " + found[3]).filter(function (each) {
    return again.some(function (other) { return isSame(each.value, other.value); });
  });
}

function readOnce(text) {
  var rest = plainNumber(text);
  var below = atStart("below", rest);
  if (below) rest = "-" + below[1];
  rest = rest.slice(endOf("lead", rest));
  return readSigned(rest).filter(function (found) { return !hasNumber(found.unit); });
}

function readSigned(text) {
  var found = atStart("before", text);
  var era = found[1] || "", outer = found[2] || "", currency = found[3] || "", inner = found[4] || "";
  if ((outer && inner) || currency !== currency.toUpperCase()) return [];
  var negative = /^[-mn]/i.test(outer + inner), quantities = [];
  readMagnitudes(text.slice(found[0].length), !!currency).forEach(function (each) {
    var unit = each.rest.replace(/^ +| +$/g, ""), before = era + currency;
    if ((unit && before) || unit[0] === "-") return;
    var value = negative ? negated(each.value) : each.value;
    quantities.push({ value: value, digits: each.digits, usual: each.usual !== false, unit: unit || before, glued: /^[a-z]/i.test(each.rest) });
  });
  return quantities;
}

// m^2 and s-1 have no other number in them
function hasNumber(unit) {
  var words = unit.toLowerCase().match(/[a-z]+/g) || [];
  return /[0-9]/.test(unit.replace(pattern("raised_in_unit"), "$1")) || words.some(function (word) {
    return (valueOfWord(word) !== null && word !== "second") || !!scaleOf(word);
  });
}

// Each number that a string can start with, as {value, digits, rest}; digits are 0 for exact ones.
function readMagnitudes(text, afterCurrency) {
  var found = atStart("fraction", text), run = endOf("run", text), numbers = [];
  if (found) {
    var whole = { n: Int((found[1] || "0").slice(0, DIGITS_LIMIT)), d: ONE };
    var part = ratio(Int(found[2].slice(0, DIGITS_LIMIT)), Int(found[3].slice(0, DIGITS_LIMIT)));
    if (found[1] && part.n >= part.d) return [];
    return [scaled(plus(whole, part), 0, text.slice(found[0].length), afterCurrency)];
  }
  if (run) {
    readDigits(text.slice(0, run)).forEach(function (number) {
      var raised = withPower(number, text.slice(run), afterCurrency);
      if (!raised) return;
      raised.usual = number.usual;
      numbers.push(raised);
    });
    return numbers;
  }
  var roman = new RegExp("^(?:" + TABLES.roman + ")").exec(text);
  if (roman && roman[0]) return [{ value: integer(valueOfRoman(roman[0])), digits: 0, rest: text.slice(roman[0].length) }];
  var words = leadingWords(text);
  return readAmountWords(words.words).map(function (each) {
    return { value: each[0], digits: 0, rest: text.slice(words.ends[each[1] - 1]) };
  });
}

function valueOfRoman(text) {
  var values = text.split("").map(function (letter) { return TABLES.romanLetters[letter]; });
  return values.reduce(function (sum, value, index) {
    return sum + (value < Math.max.apply(null, values.slice(index)) ? -value : value);
  }, 0);
}

// The lower-case words that a string starts with, and where each ends.
function leadingWords(text) {
  var lead = text.slice(0, endOf("words", text)), words = [], ends = [], each = /[A-Za-z]+/g;
  for (var found = each.exec(lead); found; found = each.exec(lead)) {
    words.push(found[0].toLowerCase());
    ends.push(each.lastIndex);
  }
  return { words: words, ends: ends };
}

// What makes digits larger or smaller: e12, × 10^12, ^2; then an ordinal ending or a scale in words.
function withPower(number, text, afterCurrency) {
  var value = number.value, digits = number.digits, found, factor;
  if ((found = atStart("exponent", text))) {
    factor = powerOf(integer(10), found[1]);
    value = times(value, factor);
    text = text.slice(found[0].length);
  } else if ((found = atStart("times", text))) {
    text = text.slice(found[0].length);
    var raised = atStart("power", text), base = readDigits(found[1]);
    factor = raised ? powerOf(base[base.length - 1].value, raised[1]) : null;
    if (!factor) return null;
    value = times(value, factor);
    text = text.slice(raised[0].length);
  } else if ((found = atStart("power", text))) {
    value = powerOf(value, found[1]);
    if (!value) return null;
    digits = 0;
    text = text.slice(found[0].length);
  }
  return scaled(value, digits, text.slice(endOf("nth", text)), afterCurrency);
}

// Scales, "million" or "bn", and a fraction, "and a half".
function scaled(value, digits, text, afterCurrency) {
  var read = leadingWords(text), words = read.words, start = 0;
  var part = readAndPart(words);
  if (part) {
    value = plus(value, part[0]);
    start = part[1];
    digits = 0;
  }
  var scale = readScales(words.slice(start));
  var table = afterCurrency ? TABLES.afterCurrency : TABLES.numberAbbreviations;
  if (!scale[1] && words[start] && table.hasOwnProperty(words[start])) scale = [tenTo(table[words[start]]), 1];
  var count = start + scale[1];
  return { value: times(value, { n: scale[0], d: ONE }), digits: digits, rest: count ? text.slice(read.ends[count - 1]) : text };
}
