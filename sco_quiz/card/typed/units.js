// Units of measurement; how they are converted is in the key. The twin of units.py and unit_names.py.
var UNIT_ALTERNATIVES = 16;
var UNIT_POWERS = { square: 2, sq: 2, cubic: 3, cu: 3, squared: 2, cubed: 3 };
var ANY_DEGREE = ["degree", "degree_Celsius", "degree_Fahrenheit"];
var unitSpellings = null;

function spellings() {
  if (unitSpellings) return unitSpellings;
  unitSpellings = { exact: {}, lower: {} };
  var none = [["", "", 0]];
  var prefixes = none.concat(TABLES.unitPrefixes.split(",").map(function (row) { return row.trim().split(" "); }));
  TABLES.units.forEach(function (line) {
    var halves = line.split(" = "), parts = (halves[1] + " ").split(";").map(function (part) { return part.match(/\S+/g) || []; });
    var name = halves[0].replace("*", ""), symbols = parts[0], words = parts[1];
    words = words.concat(words.filter(function (word) { return word === "meter" || word === "liter"; }).map(function (word) { return word.slice(0, -2) + "re"; }));
    (name === halves[0] ? none : prefixes).forEach(function (prefix) {
      var power = Number(prefix[2]);
      symbols.forEach(function (symbol) { addSpelling(prefix[1] + symbol, name, power); });
      words.forEach(function (word) { addSpelling(prefix[0] + word, name, power); });
      words.forEach(function (word) { addSpelling(prefix[0] + word + "s", name, power); });
    });
  });
  return unitSpellings;
}

function addSpelling(spelling, name, power) {
  spelling = spelling.replace(/_/g, " ");
  [[unitSpellings.exact, spelling], [unitSpellings.lower, spelling.toLowerCase()]].forEach(function (place) {
    var found = place[0][place[1]] || (place[0][place[1]] = []);
    if (!found.some(function (each) { return each.name === name && each.power === power; })) found.push({ name: name, power: power });
  });
}

function namesOfUnit(spelling) {
  var table = spellings();
  if (table.exact.hasOwnProperty(spelling)) return table.exact[spelling];
  var lower = spelling.toLowerCase();
  return table.lower.hasOwnProperty(lower) ? table.lower[lower] : [];
}

// What a unit can mean, as {terms, power}; terms are sorted pairs of a name and an exponent.
function readUnits(text) {
  text = text.replace(/([A-Za-z])[.-](?=[A-Za-z ]|$)/g, "$1 ").replace(/[·*⋅]/g, " ");
  var factors = [], failed = false;
  text.replace(/ ?(?:\/| per | an? ) ?/g, "/").split("/").forEach(function (part, index) {
    var found = unitFactors(part.match(/\S+/g) || [], index ? -1 : 1);
    if (!found.length) failed = true;
    factors = factors.concat(found);
  });
  return failed ? [] : productsOf(factors);
}

// Units with exponents that are written side by side; empty when one of the words is not a unit.
function unitFactors(words, sign) {
  var factors = [], at = 0, raised = 1;
  while (at < words.length) {
    var word = words[at].toLowerCase();
    var power = UNIT_POWERS.hasOwnProperty(word) ? UNIT_POWERS[word] : 0;
    if (/^(squared|cubed)$/.test(word) && factors.length) {
      factors.push(factors.pop().map(function (each) { return { name: each.name, power: each.power, exponent: each.exponent * power }; }));
      at++;
    } else if (power && raised === 1) {
      raised = power;
      at++;
    } else {
      var term = unitTerm(words, at);
      if (!term) return [];
      factors.push(withExponent(term.names, sign * term.exponent * raised));
      at = term.end;
      raised = 1;
    }
  }
  return raised === 1 ? factors : [];
}

function withExponent(names, exponent) {
  return names.map(function (each) { return { name: each.name, power: each.power, exponent: exponent }; });
}

// The longest unit that starts at an index; null when there is none.
function unitTerm(words, at) {
  for (var end = at + 3; end > at; end--) {
    var found = end <= words.length && /^(.*?[^0-9^-])\^?(-?[0-9]{1,2})?$/.exec(words.slice(at, end).join(" "));
    var names = found ? namesOfUnit(found[1]) : [];
    if (names.length) return found[2] && !Number(found[2]) ? null : { names: names, exponent: Number(found[2] || 1), end: end };
  }
  return null;
}

function productsOf(factors) {
  var choices = [[]], seen = {};
  factors.forEach(function (names) {
    var longer = [];
    choices.forEach(function (choice) {
      names.forEach(function (each) { longer.push(choice.concat([each])); });
    });
    choices = longer.slice(0, UNIT_ALTERNATIVES);
  });
  return choices.map(productOf).filter(function (unit) {
    var key = unit.key + unit.power, known = seen[key];
    seen[key] = true;
    return !known;
  });
}

function productOf(choice) {
  var exponents = {}, power = 0;
  choice.forEach(function (each) {
    exponents[each.name] = (exponents[each.name] || 0) + each.exponent;
    power += each.power * each.exponent;
  });
  return unitOf(exponents, power);
}

function unitOf(exponents, power) {
  var terms = Object.keys(exponents).sort().map(function (name) { return [name, exponents[name]]; }).filter(function (term) { return term[1]; });
  var only = terms.length === 1 && terms[0][1] === 1 ? terms[0][0] : "";
  return { terms: terms, power: power, only: only, key: terms.join(" ") + " " };
}

// A value in the wanted unit; null when the two measure different things.
function convertUnit(value, unit, wanted, scales) {
  value = times(value, wholePower(integer(10), unit.power - wanted.power));
  if (unit.key === wanted.key) return value;
  if (ANY_DEGREE.indexOf(unit.only) >= 0 && ANY_DEGREE.indexOf(wanted.only) >= 0 && (unit.only === "degree" || wanted.only === "degree")) return value;
  if (unit.only[0] === "$" || wanted.only[0] === "$") return null;
  var bases = basesOf(wanted, scales);
  var given = scaleOfUnit(unit, scales, bases), meant = scaleOfUnit(wanted, scales, bases);
  if (!given || !meant || given.dimension !== meant.dimension) return null;
  return over(minus(plus(times(value, given.factor), given.offset), meant.offset), meant.factor);
}

function basesOf(unit, scales) {
  var bases = {};
  unit.terms.forEach(function (term) {
    (scales[term[0]] || "").split(" ").slice(2).forEach(function (base, index) {
      if (index % 2 === 0) bases[base] = true;
    });
  });
  return bases;
}

// How a unit is converted, from scales such as "5/9 45967/180 kelvin 1": factor, zero, and what it measures.
function scaleOfUnit(unit, scales, bases) {
  var exponents = {}, factor = integer(1), offset = integer(0), failed = false;
  unit.terms.forEach(function (term) {
    if (!scales.hasOwnProperty(term[0]) || Math.abs(term[1]) > 9) {
      failed = true;
      return;
    }
    var parts = scales[term[0]].split(" ");
    factor = times(factor, wholePower(parseRatio(parts[0]), term[1]));
    if (unit.only) offset = parseRatio(parts[1]);
    for (var i = 2; i < parts.length; i += 2) {
      if (!bases[parts[i]]) failed = true;
      exponents[parts[i]] = (exponents[parts[i]] || 0) + Number(parts[i + 1]) * term[1];
    }
  });
  return failed ? null : { factor: factor, offset: offset, dimension: unitOf(exponents, 0).key };
}
