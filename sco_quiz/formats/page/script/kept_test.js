// The state of a test as a store has it.

function formItems(test) {
  return PAGE.forms[test.form].map(function (item) {
    return { question: PAGE.questions[item[0]], points: item[1], section: item[2] || "" };
  });
}

// Which exam a kept test is of: another page of the same bank has its own.
function examId() {
  var ids = PAGE.questions.map(function (question) {
    return question.id;
  });
  return hash(JSON.stringify([PAGE.bank.revision, PAGE.exam, PAGE.forms, ids])).toString(36);
}

function testName() {
  return "test-" + examId();
}

// The test that was begun here, if it can be continued.
function keptTest() {
  return reporter.keepsState ? reporter.resumed() : testFrom(recall(testName()));
}

// A test from a store, which may hold anything; null if it is none of this exam.
function testFrom(value) {
  if (!value || value.of !== examId() || !isCount(value.form) || !PAGE.forms[value.form] || !isTime(value.began)) return null;
  var size = PAGE.forms[value.form].length;
  return {
    of: value.of,
    form: value.form,
    seed: isCount(value.seed) ? value.seed >>> 0 : 0,
    student: nameFrom(value.student),
    began: value.began,
    seen: isTime(value.seen) ? value.seen : value.began,
    finished: isTime(value.finished) ? value.finished : 0,
    current: isCount(value.current) && value.current < size ? value.current : 0,
    states: listFrom(value.states, size, function (state) {
      return state && typeof state === "object" ? state : null;
    }),
    seconds: listFrom(value.seconds, size, function (seconds) {
      return isTime(seconds) ? secondsBetween(0, 1000 * seconds) : 0;
    }),
    flags: listFrom(value.flags, size, Boolean),
  };
}

function listFrom(list, size, from) {
  return Array.from({ length: size }, function (none, index) {
    return from(Array.isArray(list) ? list[index] : undefined);
  });
}

var LONGEST_NAME = 100;

function nameFrom(value) {
  return typeof value === "string" ? wellFormed(value.slice(0, LONGEST_NAME)).trim() : "";
}
