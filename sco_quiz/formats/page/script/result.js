// The result of a test: the file that a pupil hands in, and the screen that offers it.

// The answer to a question as the result file has it; see exam_json.py.
function answerOf(open, index) {
  var item = open.items[index];
  var view = open.views[index] || viewOf(open, index);
  var given = view.response();
  var found = PAGE.rules.key ? (given && view.judge()) || { outcome: null, credit: 0 } : { outcome: null, credit: null };
  if (found.again) found = { outcome: "wrong", credit: 0 };
  return {
    id: item.question.id,
    first_id: item.question.first,
    revision: item.question.revision,
    prompt: item.question.plain,
    given: given,
    response: view.plainResponse(),
    key: PAGE.rules.key ? item.question.answers : null,
    outcome: found.outcome,
    credit: found.credit,
    points: item.points,
    seconds: Math.round((open.kept.seconds[index] || 0) * 10) / 10,
    hint: false,
  };
}

function resultOf(open) {
  var now = Date.now();
  var kept = open.kept;
  var rules = PAGE.rules;
  var answers = open.items.map(function (item, index) {
    return answerOf(open, index);
  });
  var score = scoreOf(answers);
  return {
    format: "sco-quiz result",
    version: 1,
    bank: PAGE.bank.id,
    title: PAGE.bank.title,
    revision: PAGE.bank.revision,
    exam: PAGE.exam,
    form: kept.form,
    seed: kept.seed,
    mode: "test",
    student: kept.student,
    began: isoTime(kept.began),
    at: isoTime(now),
    used: Math.round((now - kept.began) / 1000),
    time_limit: rules.timeLimit || null,
    interrupted: 0,
    percent: rules.key ? score.percent : null,
    points: rules.key ? score.points : null,
    most: score.most,
    passed: rules.key ? score.passed : null,
    pass_mark: rules.passMark,
    answers: answers,
  };
}

// Points and per cent as core/exam.py counts them: 100 only for all, and never the pass mark that was missed.
function scoreOf(answers) {
  var points = 0, most = 0;
  answers.forEach(function (answer) {
    points += (answer.credit || 0) * answer.points;
    most += answer.points;
  });
  points = Math.round(points * 1e9) / 1e9;
  var exact = most ? (100 * points) / most : 0;
  var isPassed = points * 100 >= PAGE.rules.passMark * most - 1e-9;
  var percent = Math.min(Math.floor(exact + 0.5), points === most ? 100 : 99);
  if (!isPassed) percent = Math.min(percent, PAGE.rules.passMark - 1);
  return { points: points, most: most, exact: exact, percent: percent, passed: isPassed };
}

// The first mark of the scale that is reached.
function markOf(exact) {
  var found = (PAGE.rules.scale || []).filter(function (step) {
    return exact >= step[1] - 1e-9;
  });
  return found.length ? found[0][0] : "";
}

function testResult(test) {
  var result = test.result;
  openScreen("result", say("result"));
  if (result.student) addText(place, "p", "student", result.student);
  if (PAGE.rules.key) showScore(test);
  else addText(place, "p", "lead", say("teacher_judges"));
  addText(place, "p", "", reporter.told() || say("give_result"));
  var text = JSON.stringify(result, null, 2) + "\n";
  var row = addRow(place);
  addAction(row, "primary", say("download"), function () {
    offerFile(fileName([PAGE.bank.id, result.student, result.at.slice(0, 16)]) + ".json", text);
  });
  addAction(row, "", say("copy"), copyResult.bind(null, text));
  if (PAGE.rules.key && PAGE.rules.answers) {
    addAction(row, "", say("show_answers"), showAnswers.bind(null, test));
  }
  if (reporter.keepsState) return;
  addAction(addRow(place), "quiet", say("another_pupil"), confirmAnother.bind(null, test));
  if (!isKept) notify(say("not_kept"));
}

function confirmAnother(test) {
  var yes = function () {
    forget(testName());
    testStart();
  };
  var back = [say("back_to_result"), testResult.bind(null, test)];
  confirmScreen(say("another_pupil"), [say("sure_another")], [say("is_saved"), yes], back);
}

function showScore(test) {
  var result = test.result;
  var exact = result.most ? (100 * result.points) / result.most : 0;
  var mark = markOf(exact);
  var box = add(place, "div", "score " + (result.passed ? "passed" : "failed"), "");
  add(box, "strong", "", result.percent + " %");
  addText(box, "span", "", shownPoints(result.points, result.most));
  addText(box, "span", "", say(result.passed ? "passed" : "failed"));
  if (mark) addText(box, "span", "grade", say("mark", { mark: mark }));
  showSections(test);
}

function shownPoints(points, most) {
  return say("points_of", { points: Math.round(points * 100) / 100, n: most });
}

// The points of each section, where there are several.
function showSections(test) {
  var sections = {};
  formItems(test).forEach(function (item, index) {
    var found = sections["#" + item.section] || { points: 0, most: 0, title: item.section };
    found.points += test.result.answers[index].credit * item.points;
    found.most += item.points;
    sections["#" + item.section] = found;
  });
  var all = Object.keys(sections);
  if (all.length < 2) return;
  var list = add(place, "dl", "sections", "");
  all.forEach(function (key) {
    var line = add(list, "div", "", "");
    addText(line, "dt", "", sections[key].title || say("questions"));
    addText(line, "dd", "", shownPoints(sections[key].points, sections[key].most));
  });
}

// The clipboard is refused to some pages; what cannot be copied can be selected.
function copyResult(text) {
  function fallBack() {
    var area = place.querySelector("textarea") || add(place, "textarea", "copy", "");
    area.setAttribute("aria-label", say("result"));
    area.readOnly = true;
    area.value = text;
    area.focus();
    area.select();
    announce(say(document.execCommand("copy") ? "copied" : "copy_yourself"));
  }
  if (!navigator.clipboard) return fallBack();
  return navigator.clipboard.writeText(text).then(function () {
    announce(say("copied"));
  }, fallBack);
}

function showAnswers(test) {
  openScreen("answers", say("answers"));
  formItems(test).forEach(function (item, index) {
    var box = add(place, "section", "answered", "");
    add(box, "h3", "", say("question_of", { n: index + 1, all: PAGE.forms[test.form].length }));
    mountItem(box, test, item, index).reveal();
  });
  addAction(addRow(place), "primary", say("back_to_result"), testResult.bind(null, test));
}
