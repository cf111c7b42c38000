// Practice: a round of questions, those that are due first, then new ones, with feedback on each.
var ROUND = 10;

function dueQuestions(topic, now) {
  var all = progress().memories;
  var chosen = PAGE.questions.filter(function (question) {
    return !topic || question.topic === topic;
  });
  var due = chosen.filter(function (question) {
    return all[question.first] && all[question.first].due <= now;
  });
  due.sort(function (one, other) {
    return all[one.first].due - all[other.first].due;
  });
  var fresh = chosen.filter(function (question) {
    return !all[question.first];
  });
  var later = chosen.filter(function (question) {
    return all[question.first] && all[question.first].due > now;
  });
  return { due: due, fresh: fresh, later: later, all: chosen };
}

function practiceStart() {
  nameLanguage(openScreen("start", PAGE.bank.title));
  if (PAGE.bank.description) addContent(place, "p", "lead", PAGE.bank.description);
  var now = Date.now();
  var status = dueQuestions("", now);
  addFacts(place, [
    [say("due"), status.due.length],
    [say("new"), status.fresh.length],
    [say("known"), status.later.length],
  ]);
  var row = addRow(place);
  addAction(row, "primary", say("practice"), function () {
    startRound("", now);
  }).disabled = !status.all.length;
  topicList(now);
  progressFiles();
  if (!canKeep()) notify(say("not_kept"));
}

function topicList(now) {
  if (PAGE.topics.length < 2) return;
  add(place, "h3", "", say("by_topic"));
  var list = add(place, "ul", "topics", "");
  PAGE.topics.forEach(function (topic) {
    var found = dueQuestions(topic.id, now);
    if (!found.all.length) return;
    var item = add(list, "li", "", "");
    addContent(addAction(item, "topic", "", function () {
      startRound(topic.id, now);
    }), "span", "", topic.title);
    var known = found.all.length - found.fresh.length;
    add(item.firstChild, "span", "count", say("seen_of", { n: known, all: found.all.length }));
  });
}

function progressFiles() {
  var box = add(place, "details", "files", "");
  add(box, "summary", "", say("own_progress"));
  addText(box, "p", "", say("about_progress"));
  var row = addRow(box);
  addAction(row, "", say("save_progress"), function () {
    offerFile(fileName([PAGE.bank.id, "progress"]) + ".json", JSON.stringify(progressFile(progress())));
  });
  var input = add(row, "input", "", "");
  input.type = "file";
  input.id = "progress-file";
  input.accept = ".json,application/json";
  var label = add(row, "label", "action", say("load_progress"));
  label.htmlFor = input.id;
  input.className = "hidden-file";
  input.onchange = function () {
    var file = input.files[0];
    if (file && file.size <= LARGEST_FILE) file.text().then(loadProgress, badProgress);
    else if (file) badProgress();
  };
  addAction(row, "", say("show_teacher"), handOver);
  addAction(row, "", say("forget_progress"), function () {
    var yes = function () {
      forget("progress");
      practiceStart();
    };
    confirmScreen(say("sure_forget"), [], [say("forget_progress"), yes], [say("back_to_start"), practiceStart]);
  });
}

var LARGEST_FILE = 1e7; // bytes

function loadProgress(text) {
  var found = null;
  try {
    found = JSON.parse(text);
  } catch (broken) {
    return badProgress();
  }
  if (!found || found.format !== "sco-quiz page progress" || found.bank !== PAGE.bank.id) return badProgress();
  var isKept = mergeProgress(found);
  practiceStart();
  return notify(say(isKept ? "progress_loaded" : "not_kept"));
}

function badProgress() {
  notify(say("no_progress"));
}

function startRound(topic, now) {
  var found = dueQuestions(topic, now);
  var seed = anySeed();
  var others = shuffle(found.fresh.slice(), seed).concat(shuffle(found.later.slice(), seed + 1));
  playRound(found.due.concat(others).slice(0, ROUND), seed);
}

function playRound(questions, seed) {
  nextOfRound({ questions: questions, results: [], seed: seed });
}

function nextOfRound(round) {
  var index = round.results.length;
  if (index === round.questions.length) return roundResult(round);
  var asked = { round: round, question: round.questions[index], view: null, hint: null, row: null, at: Date.now() };
  openScreen("practice", say("question_of", { n: index + 1, all: round.questions.length }));
  addProgress(place, index, round.questions.length);
  asked.view = mountQuestion(place, asked.question, {
    seed: round.seed + index,
    onChange: function () {
      asked.check.disabled = !asked.view.isAnswered();
    },
  });
  asked.hint = hintOf(asked.question);
  asked.row = addRow(place);
  asked.check = addAction(asked.row, "primary", word("check"), checkAnswer.bind(null, asked));
  asked.check.disabled = true;
  asked.skip = addAction(asked.row, "", say("skip"), function () {
    showFeedback(asked, { outcome: "skipped", credit: 0 });
  });
  addAction(asked.row, "quiet", say("stop"), practiceStart);
  listenToKeys(asked.view, asked.hint, checkAnswer.bind(null, asked));
  return undefined;
}

function checkAnswer(asked) {
  if (!asked.view.isAnswered()) return;
  var found = asked.view.judge();
  if (found.again) {
    asked.view.ask(found.again);
    return;
  }
  var answer = practiceAnswer(asked, found);
  var isKept = learn(asked.question, ratingOf(found, answer.hint), answer);
  showFeedback(asked, found);
  if (!isKept && !place.querySelector(".notice")) notify(say("not_kept"));
}

function showFeedback(asked, found) {
  asked.round.results.push({ question: asked.question, found: found });
  asked.view.reveal();
  asked.check.remove();
  asked.skip.remove();
  var next = addAction(asked.row, "primary", say("next"), nextOfRound.bind(null, asked.round));
  asked.row.insertBefore(next, asked.row.firstChild);
  next.focus({ preventScroll: true });
  asked.view.root.querySelector(".verdict").scrollIntoView({ block: "nearest" });
  listenToKeys(asked.view, asked.hint, nextOfRound.bind(null, asked.round));
}

function hintOf(question) {
  if (!question.hint) return null;
  var box = add(place, "details", "hint", "");
  add(box, "summary", "", word("hint"));
  nameLanguage(addHtml(box, "", question.hint));
  return box;
}

var SIGNS = { right: "✓", almost: "≈", partly: "◐", wrong: "✗", skipped: "–" };

function roundResult(round) {
  openScreen("round", say("round_over"));
  var right = round.results.filter(function (each) {
    return each.found.credit === 1;
  });
  addText(place, "p", "lead", say("right_of", { right: right.length, n: round.results.length }));
  var missed = round.results.filter(function (each) {
    return each.found.credit < 1;
  });
  var list = add(place, "ol", "outcomes", "");
  round.results.forEach(function (each) {
    var item = add(list, "li", each.found.outcome, "");
    add(item, "span", "sign", SIGNS[each.found.outcome]).setAttribute("aria-hidden", "true");
    add(item, "span", "spoken", say("outcome_" + each.found.outcome) + ": ");
    addContent(item, "span", "", each.question.plain);
  });
  var row = addRow(place);
  if (missed.length) {
    addAction(row, "primary", say("retry_missed"), function () {
      playRound(
        missed.map(function (each) {
          return each.question;
        }),
        round.seed + 100
      );
    });
  }
  addAction(row, missed.length ? "" : "primary", say("back_to_start"), practiceStart);
  addAction(row, "quiet", say("show_teacher"), handOver);
}
