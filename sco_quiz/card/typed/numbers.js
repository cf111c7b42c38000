// Numbers: judged against a numeric key, and compared as amounts in short answers. The twin of numbers.py.
var MOST_WORDS = 5;

// What the unit of a key or an answer is: a scale, and one of an era, a percentage, units of measurement; its words.
function readMeasure(text) {
  text = plainNumber(text);
  var words = text.match(/\S+/g) || [];
  var scale = readScales(words.map(function (word) { return word.toLowerCase(); }));
  text = words.slice(scale[1]).join(" ");
  var era = lookUp(TABLES.numberEras, text.replace(/\./g, "").toUpperCase());
  var percent = lookUp(TABLES.percents, text.toLowerCase().replace(/\.+$/, ""));
  var units = era || percent || !text ? [] : readUnits(text);
  var letters = text.toLowerCase().replace(/[-'’.]/g, " ").match(/\S+/g) || [];
  return { scale: { n: scale[0], d: ONE }, era: era, percent: percent, units: units, words: letters, counts: !(era || percent || units.length) };
}

function lookUp(table, name) {
  return table.hasOwnProperty(name) ? table[name] : 0;
}

// The key has the value, and if need be more right values, min and max, tolerance, digits, the unit and scales of units.
function judgeNumber(key, text) {
  var found = readQuantities(text), measure = readMeasure(key.unit || ""), scales = key.scales || {};
  if (!found.length) return { outcome: "again", sentence: whyUnreadable(text) };
  var outcomes = [];
  found.forEach(function (each) {
    valuesIn(each, measure, scales).forEach(function (value) { outcomes.push(judgeValue(value, each.digits, key)); });
  });
  if (outcomes.indexOf("right") >= 0) return { outcome: "right" };
  if (outcomes.indexOf("almost") >= 0) return { outcome: "almost", difference: describe("digits", { digits: key.digits }) };
  if (outcomes.length) return { outcome: "wrong" };
  if (!found.some(function (each) { return isKnownUnit(each, measure, scales); })) return { outcome: "again", sentence: unknownUnit(found[0], text) };
  return { outcome: "wrong", difference: key.unit ? describe("unit", { right: key.unit }) : "" };
}

// With fewer significant digits than asked for, a right value is almost right.
function judgeValue(value, digits, key) {
  var few = !!key.digits && digits > 0 && digits < key.digits;
  var allowed = parseRatio(key.tolerance || "0");
  var right = inRange(value, key, allowed) || [key.value].concat(key.more || []).some(function (each) {
    return isNear(value, parseRatio(each), few ? digits : key.digits || 0, allowed);
  });
  return right ? (few ? "almost" : "right") : "wrong";
}

function inRange(value, key, allowed) {
  if (!key.min && !key.max) return false;
  if (key.min && !isAtMost(minus(parseRatio(key.min), allowed), value)) return false;
  return !key.max || isAtMost(value, plus(parseRatio(key.max), allowed));
}

// Within the tolerance, or the key rounded to the digits typed or asked for.
function isNear(value, key, places, allowed) {
  if (places && key.n !== ZERO) {
    var half = over(wholePower(integer(10), magnitude(key) - places + 1), integer(2));
    if (isAtMost(allowed, half)) allowed = half;
  }
  return isAtMost(absolute(minus(value, key)), allowed);
}

// Each value that a typed amount can have in the unit of the key; none when its unit is another or unknown.
function valuesIn(typed, wanted, scales) {
  if (!typed.unit) return wanted.scale.n > ONE ? [typed.value, over(typed.value, wanted.scale)] : [typed.value];
  var given = readMeasure(typed.unit);
  if (typed.glued && !mayBeGlued(typed, given, wanted, scales)) return [];
  return convertedValues(typed.value, given, wanted, scales).map(function (value) {
    return over(times(value, given.scale), wanted.scale);
  });
}

function convertedValues(value, given, wanted, scales) {
  if (given.era && (wanted.era || /^(?:years?)?$/.test(wanted.words.join(" ")))) return [times(value, integer(given.era * (wanted.era || 1)))];
  if (given.percent && (wanted.percent || !wanted.words.length)) return [over(times(value, integer(wanted.percent || 1)), integer(given.percent))];
  if (given.units.length && wanted.units.length) {
    var values = [];
    given.units.forEach(function (one) {
      wanted.units.forEach(function (other) { values.push(convertUnit(value, one, other, scales)); });
    });
    return values.filter(function (each) { return each; });
  }
  var same = given.words.join(" ") === wanted.words.join(" ") || (wanted.counts && countsTheSame(value, given, wanted));
  return same ? [value] : [];
}

function countsTheSame(value, given, wanted) {
  if (!given.counts) return !wanted.words.length || shareANoun(given, wanted);
  return shareANoun(given, wanted) || isNoun(given.words, value);
}

function isNoNoun(word) {
  return TABLES.noNouns.indexOf(word) >= 0;
}

function shareANoun(given, wanted) {
  var stems = wanted.words.map(stem);
  return !given.words.some(isNoNoun) && given.words.some(function (word) {
    return !/^(of|the|in)$/.test(stem(word)) && stems.indexOf(stem(word)) >= 0;
  });
}

// Whether words name what is counted: a plural, or a singular behind a one.
function isNoun(words, value) {
  var letters = new RegExp("^\\p{L}+$", "u");
  if (!words.length || words.length > MOST_WORDS || words.some(isNoNoun)) return false;
  if (!words.every(function (word) { return letters.test(word); })) return false;
  var of = words.indexOf("of", 1), head = words[(of > 0 ? of : words.length) - 1];
  if (TABLES.counted.indexOf(head) >= 0) return true;
  return head.length > 2 && (/[^s]s$/.test(head) || isSame(absolute(value), integer(1)));
}

// Whether a typed unit is known, though it is not the one of the key.
function isKnownUnit(typed, wanted, scales) {
  var given = readMeasure(typed.unit);
  if (typed.glued && !mayBeGlued(typed, given, wanted, scales)) return false;
  return !given.counts || (!given.words.some(isNoNoun) && TABLES.counted.indexOf(given.words[given.words.length - 1]) >= 0);
}

// Letters may touch the digits if they are known symbols, a single letter only if the key has such a unit.
function mayBeGlued(typed, given, wanted, scales) {
  if (typed.unit.length > 1) return !given.counts;
  return given.units.some(function (one) {
    return wanted.units.some(function (other) { return convertUnit(integer(1), one, other, scales); });
  });
}

function unknownUnit(typed, text) {
  return typed.glued ? describe("glued", { typed: shortened(text) }) : describe("unknown", { word: shortened(typed.unit) });
}

// Why some text is not one number with a unit.
function whyUnreadable(text) {
  var folded = plainNumber(text).toLowerCase();
  var numbers = (folded.match(/[0-9][0-9.,']*/g) || []).concat((folded.match(/[a-z]+/g) || []).filter(function (word) {
    return valueOfWord(word) !== null || !!scaleOf(word);
  }));
  if (!numbers.length) return describe("number", {});
  if (/^[0-9]+(?: [0-9]+)+$/.test(folded)) return describe("apart", { typed: shortened(text) });
  if (numbers.length > 1) return describe("several", {});
  return describe(/[a-z][0-9]|[0-9][a-z]/.test(folded) ? "glued" : "only", { typed: shortened(text) });
}

function shortened(text) {
  text = text.replace(/\s+/g, " ").trim();
  return text.length <= 40 ? text : text.slice(0, 39) + "…";
}

// Two amounts by value and unit; null unless both are nothing but amounts.
function compareNumbers(typed, form, key) {
  var given = readAmountIn(typed), meant = readAmountIn(form);
  if (!given.length || !meant.length) return null;
  // 1,234 is what it usually is in the key, and in an answer with the same separators
  var alike = separatorsOf(typed) === separatorsOf(form);
  var usual = function (each) { return each.usual; };
  var same = (alike ? given.filter(usual) : given).some(function (one) {
    return meant.filter(usual).some(function (other) {
      var unit = readMeasure(other.unit);
      // 44 is AD; any other unit may be said by the question
      return (one.unit || unit.era >= 0) && valuesIn(one, unit, key.scales || {}).some(function (value) { return isSame(value, other.value); });
    });
  });
  return same ? SAME : DIFFERENT;
}

function separatorsOf(text) {
  return (plainNumber(text).match(/[0-9][.,' ](?=[0-9])/g) || []).map(function (each) { return each.charAt(1); }).join("");
}

// A number with a unit of measurement in a short answer; no Roman numerals, codes such as 007, decades, times.
function readAmountIn(text) {
  if (new RegExp("^(?:" + TABLES.noAmount + ")$").test(text.trim())) return [];
  return readQuantities(text).filter(function (each) { return !each.unit || !readMeasure(each.unit).counts; });
}
