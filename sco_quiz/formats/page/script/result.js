// The result of a test: the file that a pupil hands in, and the screen that offers it.

// A result file; exam_json.py describes its fields. Only a test is passed or not.
function resultFile(about, answers) {
  var score = scoreOf(answers);
  var isJudged = PAGE.rules.key;
  var isTest = about.mode === "test";
  return {
    format: "sco-quiz result",
    version: 1,
    bank: PAGE.bank.id,
    title: PAGE.bank.title,
    revision: PAGE.bank.revision,
    exam: PAGE.exam,
    form: about.form,
    seed: about.seed,
    mode: about.mode,
    student: about.student,
    began: isTest ? isoTime(about.began) : null,
    at: isoTime(about.at),
    used: isTest ? Math.round(secondsBetween(about.began, about.at)) : null,
    time_limit: (isTest && PAGE.rules.timeLimit) || null,
    interrupted: 0,
    percent: isJudged ? score.percent : null,
    points: isJudged ? score.points : null,
    most: score.most,
    passed: isJudged && isTest ? score.passed : null,
    pass_mark: isTest ? PAGE.rules.passMark : null,
    answers: answers,
  };
}

// An answer in it, without what each mode says of its own.
function answerIn(question, revision, given, response, found) {
  return {
    id: question.id,
    first_id: question.first,
    revision: revision,
    prompt: question.plain,
    given: given,
    response: response,
    key: PAGE.rules.key ? question.answers : null,
    outcome: found.outcome,
    credit: found.credit,
  };
}

function answerOf(open, index) {
  var item = open.items[index];
  var view = open.views[index] || viewOf(open, index);
  var given = view.response();
  var found = PAGE.rules.key ? (given && view.judge()) || { outcome: null, credit: 0 } : { outcome: null, credit: null };
  if (found.again) found = { outcome: "wrong", credit: 0 };
  var answer = answerIn(item.question, item.question.revision, given, view.plainResponse(), found);
  answer.points = item.points;
  answer.seconds = Math.round((open.kept.seconds[index] || 0) * 10) / 10;
  answer.hint = false;
  return answer;
}

// The result of a test that was handed in, from its answers.
function resultOf(open) {
  var kept = open.kept;
  var about = { mode: "test", form: kept.form, seed: kept.seed, student: kept.student, began: kept.began, at: kept.finished };
  var answers = open.items.map(function (item, index) {
    return answerOf(open, index);
  });
  return resultFile(about, answers);
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

function testResult(test, result) {
  openScreen("result", say("result"));
  if (result.student) addText(place, "p", "student", result.student);
  if (PAGE.rules.key) showScore(test, result);
  else addText(place, "p", "lead", say("teacher_judges"));
  addText(place, "p", "", reporter.told() || say("give_result"));
  var row = offerResult(result);
  if (PAGE.rules.key && PAGE.rules.answers) {
    addAction(row, "", say("show_answers"), showAnswers.bind(null, test, result));
  }
  if (reporter.keepsState) return;
  addAction(addRow(place), "quiet", say("another_pupil"), confirmAnother.bind(null, test, result));
  if (!isKept) notify(say("not_kept"));
}

// Downloads are refused to some pages: what cannot be downloaded can be copied.
function offerResult(result) {
  var text = JSON.stringify(result, null, 2) + "\n";
  var row = addRow(place);
  addAction(row, "primary", say("download"), function () {
    offerFile(fileName([PAGE.bank.id, result.student, result.at.slice(0, 16)]) + ".json", text);
  });
  addAction(row, "", say("copy"), copyResult.bind(null, text));
  return row;
}

function confirmAnother(test, result) {
  var yes = function () {
    forget(testName());
    testStart();
  };
  var back = [say("back_to_result"), testResult.bind(null, test, result)];
  confirmScreen(say("another_pupil"), [say("sure_another")], [say("is_saved"), yes], back);
}

function showScore(test, result) {
  var exact = result.most ? (100 * result.points) / result.most : 0;
  var mark = markOf(exact);
  var box = add(place, "div", "score " + (result.passed ? "passed" : "failed"), "");
  add(box, "strong", "", result.percent + " %");
  addText(box, "span", "", shownPoints(result.points, result.most));
  addText(box, "span", "", say(result.passed ? "passed" : "failed"));
  if (mark) addText(box, "span", "grade", say("mark", { mark: mark }));
  showSections(test, result);
}

function shownPoints(points, most) {
  return say("points_of", { points: Math.round(points * 100) / 100, n: most });
}

// The points of each section, where there are several.
function showSections(test, result) {
  var sections = {};
  formItems(test).forEach(function (item, index) {
    var found = sections["#" + item.section] || { points: 0, most: 0, title: item.section };
    found.points += result.answers[index].credit * item.points;
    found.most += item.points;
    sections["#" + item.section] = found;
  });
  var all = Object.keys(sections);
  if (all.length < 2) return;
  var list = add(place, "dl", "sections", "");
  all.forEach(function (key) {
    var line = add(list, "div", "", "");
    if (sections[key].title) addContent(line, "dt", "", sections[key].title);
    else addText(line, "dt", "", say("questions"));
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

function showAnswers(test, result) {
  openScreen("answers", say("answers"));
  formItems(test).forEach(function (item, index) {
    var box = add(place, "section", "answered", "");
    add(box, "h3", "", say("question_of", { n: index + 1, all: PAGE.forms[test.form].length }));
    mountItem(box, test, item, index).reveal();
  });
  addAction(addRow(place), "primary", say("back_to_result"), testResult.bind(null, test, result));
}
