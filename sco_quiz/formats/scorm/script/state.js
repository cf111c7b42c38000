// The state of a test within what 1.2 allows: numbers of options as one character each, times in whole seconds.
var SUSPEND_LIMIT = 4096;
var FORMAT_OF_STATE = 1;

function packState(test, order, finishedAt) {
  var states = test.states.map(packAnswer);
  var seconds = test.seconds.map(function (each) {
    return Math.round(each || 0);
  });
  var flags = [];
  test.flags.forEach(function (isFlagged, index) {
    if (isFlagged) flags.push(index);
  });
  function text() {
    var parts = [test.of, test.form, test.seed, test.student, test.began, test.current, states, seconds, flags, order];
    return JSON.stringify([FORMAT_OF_STATE].concat(parts, finishedAt || 0));
  }
  if (text().length > SUSPEND_LIMIT) seconds = [];
  while (text().length > SUSPEND_LIMIT && dropLongest(states));
  return text();
}

// Long texts that do not fit are left out, the longest one first; the platform has them as responses.
function dropLongest(states) {
  var longest = -1;
  states.forEach(function (state, index) {
    if (state && (longest < 0 || JSON.stringify(state).length > JSON.stringify(states[longest]).length)) longest = index;
  });
  if (longest >= 0) states[longest] = 0;
  return longest >= 0;
}

function packAnswer(state) {
  if (!state) return 0;
  if (state.texts) return state.texts;
  return state.chosen
    .map(function (number) {
      return number === "" ? "-" : String.fromCharCode(48 + Number(number));
    })
    .join("");
}

function unpackAnswer(packed) {
  if (!packed) return null;
  if (Array.isArray(packed)) return { texts: packed };
  var chosen = packed.split("").map(function (each) {
    return each === "-" ? "" : String(each.charCodeAt(0) - 48);
  });
  return { chosen: chosen, struck: [] };
}

// The test that a state tells of, and in which order its answers were reported; null for anything else.
function unpackState(text) {
  try {
    var parts = JSON.parse(text);
    if (parts[0] !== FORMAT_OF_STATE || parts[1] !== examId() || !PAGE.forms[parts[2]]) return null;
    var flags = [];
    parts[9].forEach(function (index) {
      flags[index] = true;
    });
    var test = { of: parts[1], form: parts[2], seed: parts[3], student: parts[4], began: parts[5], current: parts[6] };
    test.states = parts[7].map(unpackAnswer);
    test.seconds = parts[8];
    test.flags = flags;
    return { test: test, order: parts[10], finishedAt: parts[11] };
  } catch (broken) {
    return null;
  }
}

// The result of a test that was handed in, computed from its answers again.
function resultAgain(test, finishedAt) {
  var result = resultOf({ kept: test, items: formItems(test), views: [] });
  result.at = isoTime(finishedAt);
  result.used = Math.round((finishedAt - test.began) / 1000);
  return result;
}
