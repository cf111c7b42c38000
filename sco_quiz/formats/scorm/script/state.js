// The state of a test within what 1.2 allows: numbers of options as one character each, times in whole seconds.
var SUSPEND_LIMIT = 4096;
var FORMAT_OF_STATE = 1;

// Return the state as text, and whether it has every answer.
function packState(test, order) {
  var states = test.states.map(packAnswer);
  var seconds = test.seconds.map(Math.round);
  var flags = [];
  test.flags.forEach(function (isFlagged, index) {
    if (isFlagged) flags.push(index);
  });
  function text() {
    var parts = [test.of, test.form, test.seed, test.student, test.began, test.current, states, seconds, flags, order];
    return JSON.stringify([FORMAT_OF_STATE].concat(parts, test.finished));
  }
  if (text().length > SUSPEND_LIMIT) seconds = [];
  var isWhole = text().length <= SUSPEND_LIMIT;
  while (text().length > SUSPEND_LIMIT && dropLongest(states));
  return { text: text(), isWhole: isWhole };
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
    if (parts[0] !== FORMAT_OF_STATE) return null;
    var flags = [];
    parts[9].forEach(function (index) {
      flags[index] = true;
    });
    var test = testFrom({
      of: parts[1],
      form: parts[2],
      seed: parts[3],
      student: parts[4],
      began: parts[5],
      current: parts[6],
      states: parts[7].map(unpackAnswer),
      seconds: parts[8],
      flags: flags,
      finished: parts[11],
    });
    return test && { test: test, order: parts[10].filter(isCount) };
  } catch (broken) {
    return null;
  }
}
