// Practice as a result file, for teachers who want to see it: the last answer to each question.

// What is kept of an answer: as a result file has it, and when it was given.
function practiceAnswer(asked, found) {
  var now = Date.now();
  return {
    at: now,
    revision: asked.question.revision,
    given: asked.view.response(),
    response: asked.view.plainResponse(),
    outcome: found.outcome,
    credit: found.credit,
    seconds: Math.round(secondsBetween(asked.at, now) * 10) / 10,
    hint: !!asked.hint && asked.hint.open,
  };
}

// The questions with a last answer since a time, as { question, kept }, in the order of answering.
function practicedSince(at) {
  var answers = progress().answers;
  var found = PAGE.questions.map(function (question) {
    return { question: question, kept: answers[question.first] };
  });
  return found
    .filter(function (each) {
      return each.kept && each.kept.at >= at;
    })
    .sort(function (one, other) {
      return one.kept.at - other.kept.at;
    });
}

function handOver() {
  openScreen("handover", say("show_teacher"));
  addText(place, "p", "lead", say("about_practice_file"));
  var name = nameField();
  var row = addRow(place);
  [
    ["answers_today", startOfDay(dayOf(Date.now()))],
    ["answers_all", 0],
  ].forEach(function (choice) {
    var practiced = practicedSince(choice[1]);
    addAction(row, "", say(choice[0], { n: practiced.length }), function () {
      practiceResult(nameFrom(name.value), practiced);
    }).disabled = !practiced.length;
  });
  addAction(row, "quiet", say("back_to_start"), practiceStart);
}

function practiceResult(name, practiced) {
  var about = { mode: "practice", form: 0, seed: 0, student: name, at: Date.now() };
  var answers = practiced.map(function (each) {
    var answer = answerIn(each.question, each.kept.revision, each.kept.given, each.kept.response, each.kept);
    answer.points = 1;
    answer.seconds = each.kept.seconds;
    answer.hint = each.kept.hint;
    return answer;
  });
  openScreen("result", say("show_teacher"));
  if (name) addText(place, "p", "student", name);
  addText(place, "p", "", say("give_result"));
  var row = offerResult(resultFile(about, answers));
  addAction(row, "", say("back_to_start"), practiceStart);
}
