// The pipeline of typed answers, without a page: judge(key, text). The twin of answers.py.
//
// The key is an object, such as {"accept": ["Bolat Nurgaliev"], "reject": [], "known": "", "strict": []} for words or
// {"value": "1200", "tolerance": "50", "unit": "people"} for a number. The result has an `outcome`: "right", "almost"
// with the `nearest` form and a `difference`, "wrong" with the index of a `rejected` form, or "again" with a `sentence`.
var SAME = { closeness: 2, difference: "" };
var DIFFERENT = { closeness: 0, difference: "" };

function near(difference) {
  return { closeness: 1, difference: difference };
}

// A step that compares the strings with the names of their symbols.
function ofSpelled(step) {
  return function (typed, form, key) {
    return step(spelled(typed), spelled(form), key);
  };
}

var FORMAL = [asTyped, sameLetters];
var FORMS = FORMAL.concat([sameText, compareDates, compareDurations, compareNumbers, missingSigns, ofSpelled(compareForms)]);
var STEPS = FORMS.concat([ofSpelled(compareTypos)]);

// the longest string, in characters, that may differ in more than case and accents
var MAX_FORGIVEN = 10000;

function isLong(text) {
  return text.length > MAX_FORGIVEN && text.replace(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g, "_").length > MAX_FORGIVEN;
}

// The first step that returns a comparison decides, but for what is strict.
function compare(typed, form, key, steps) {
  // what forgives takes longer for each word: nobody types that many
  if (isLong(typed) || isLong(form)) steps = FORMAL;
  var found = null;
  for (var i = 0; i < steps.length && !found; i++) found = steps[i](typed, form, key);
  if (!found || !found.closeness) return DIFFERENT;
  var isSame = found.closeness === SAME.closeness;
  if (breaks(typed, form, key.strict || [], !isSame)) return DIFFERENT;
  var accent = isSame && extraAccent(typed, form);
  return accent ? near(describeLetters(accent[0], accent[1], form, "accent")) : found;
}

function indexOfSame(typed, forms, key, steps) {
  for (var i = 0; i < forms.length; i++) {
    if (compare(typed, forms[i], key, steps).closeness === SAME.closeness) return i;
  }
  return -1;
}

function judgeWords(key, text) {
  var accept = key.accept || [];
  if (isAsTyped(text, key.code, "code") || isAsTyped(text, key.formula, "formula")) return { outcome: "right" };
  if (indexOfSame(text, accept, key, FORMAL) >= 0) return { outcome: "right" };
  var rejected = indexOfSame(text, key.reject || [], key, FORMS);
  if (rejected >= 0) return { outcome: "wrong", rejected: rejected };
  var best = DIFFERENT, nearest = "";
  accept.forEach(function (form) {
    var found = compare(text, form, key, STEPS);
    if (found.closeness > best.closeness) {
      best = found;
      nearest = form;
    }
  });
  if (best.closeness === SAME.closeness) return { outcome: "right" };
  return best.closeness ? { outcome: "almost", nearest: nearest, difference: best.difference } : { outcome: "wrong" };
}

function judge(key, text) {
  return key.value ? judgeNumber(key, text) : judgeWords(key, text);
}
