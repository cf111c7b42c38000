// A test: one go, no feedback before the end. Its state is kept, so that a page that was closed goes on.
var WARNINGS = [600, 300, 60];

function formItems(test) {
  return PAGE.forms[test.form].map(function (item) {
    return { question: PAGE.questions[item[0]], points: item[1], section: item[2] || "" };
  });
}

function testStart() {
  var test = reporter.resumed() || recall("test");
  if (test && test.revision === PAGE.bank.revision && test.exam === PAGE.exam) {
    return test.result ? testResult(test) : playTest(openTest(test));
  }
  openScreen("start", PAGE.exam || PAGE.bank.title);
  addText(place, "p", "lead", PAGE.bank.description);
  var rules = PAGE.rules;
  var facts = [[say("questions"), PAGE.forms[0].length]];
  if (rules.timeLimit) facts.push([say("time_limit"), clockText(rules.timeLimit)]);
  if (rules.key) facts.push([say("pass_mark"), rules.passMark + " %"]);
  addFacts(place, facts);
  addText(place, "p", "", say(rules.key ? "about_test" : "about_test_without_key"));
  var label = add(place, "label", "name", say("your_name"));
  var name = document.createElement("input");
  name.type = "text";
  name.maxLength = 100;
  name.autocomplete = "name";
  name.dir = "auto";
  name.value = reporter.name();
  label.appendChild(name);
  addText(place, "p", "soft", say("about_name"));
  var row = addRow(place);
  addAction(row, "primary", say("begin"), function () {
    var seed = anySeed();
    beginTest(name.value.trim(), seed);
  });
  if (!remember("probe", 1)) addText(place, "p", "notice", say("not_kept"));
  return undefined;
}

function beginTest(name, seed) {
  var now = Date.now();
  var test = {
    revision: PAGE.bank.revision,
    exam: PAGE.exam,
    form: seed % PAGE.forms.length,
    seed: seed,
    student: name,
    began: now,
    current: 0,
    states: [],
    seconds: [],
    flags: [],
  };
  reporter.start(test);
  playTest(openTest(test));
}

// What is kept, with what only this page needs: the views of questions that were opened, and the clock.
function openTest(test) {
  var open = { kept: test, items: formItems(test), views: [], shownAt: Date.now(), warned: {}, clock: 0 };
  open.clock = setInterval(tick, 1000, open);
  tick(open);
  return open;
}

function keepTest(open) {
  var view = open.views[open.kept.current];
  if (view) open.kept.states[open.kept.current] = view.isAnswered() ? view.state() : null;
  remember("test", open.kept);
}

function secondsLeft(open) {
  return PAGE.rules.timeLimit ? PAGE.rules.timeLimit - (Date.now() - open.kept.began) / 1000 : Infinity;
}

function tick(open) {
  var left = secondsLeft(open);
  if (left === Infinity) return;
  if (left <= 0) return handIn(open, true);
  var clock = place.querySelector(".clock");
  if (clock) clock.textContent = clockText(left);
  WARNINGS.forEach(function (seconds) {
    if (left > seconds || open.warned[seconds] || PAGE.rules.timeLimit <= seconds) return;
    open.warned[seconds] = true;
    if (left > seconds - 5) announce(say("minutes_left", { n: seconds / 60 }));
  });
  return undefined;
}

function viewOf(open, index) {
  var kept = open.kept;
  var box = document.createElement("div");
  var view = mountQuestion(box, open.items[index].question, {
    seed: kept.seed + index,
    onChange: function () {
      keepTest(open);
    },
  });
  if (kept.states[index]) view.restore(kept.states[index]);
  open.views[index] = view;
  return view;
}

// Count the time for which a question was shown.
function leaveQuestion(open) {
  var index = open.kept.current;
  var now = Date.now();
  open.kept.seconds[index] = (open.kept.seconds[index] || 0) + (now - open.shownAt) / 1000;
  open.shownAt = now;
  if (open.views[index]) {
    keepTest(open);
    reporter.answer(index, answerOf(open, index));
    reporter.suspend(open.kept);
  }
}

function goTo(open, index) {
  leaveQuestion(open);
  open.kept.current = index;
  playTest(open);
}

function playTest(open) {
  var index = open.kept.current;
  var item = open.items[index];
  openScreen("test", say("question_of", { n: index + 1, all: open.items.length }));
  var bar = add(place, "div", "strip", "");
  addText(bar, "span", "points", [item.section, say("points", { n: item.points })].filter(Boolean).join(" · "));
  if (PAGE.rules.timeLimit) {
    var clock = add(bar, "span", "clock", clockText(secondsLeft(open)));
    clock.setAttribute("role", "timer");
    clock.setAttribute("aria-label", say("time_left"));
  }
  addProgress(place, answeredOf(open), open.items.length);
  var view = open.views[index] || viewOf(open, index);
  place.appendChild(view.root);
  var told = addText(place, "p", "told", "");
  told.setAttribute("role", "status");
  var row = addRow(place);
  var isLast = index === open.items.length - 1;

  function next() {
    var found = view.isAnswered() && view.judge();
    // what cannot be read as an answer is said once, whatever is right
    if (found && found.again && told.textContent === "") {
      told.textContent = word("not_judged", { sentence: found.again });
      return;
    }
    if (isLast) overview(open);
    else goTo(open, index + 1);
  }

  addAction(row, "primary", say(isLast ? "to_overview" : "next"), next);
  if (index) addAction(row, "", say("previous"), goTo.bind(null, open, index - 1));
  var flag = addAction(row, "", say("flag"), function () {
    open.kept.flags[index] = !open.kept.flags[index];
    flag.setAttribute("aria-pressed", String(!!open.kept.flags[index]));
    keepTest(open);
  });
  flag.setAttribute("aria-pressed", String(!!open.kept.flags[index]));
  if (!isLast) addAction(row, "quiet", say("to_overview"), overview.bind(null, open));
  listenToKeys(view, null, next);
  keepTest(open);
}

function answeredOf(open) {
  return open.items.filter(function (item, index) {
    var view = open.views[index];
    return view ? view.isAnswered() : !!open.kept.states[index];
  }).length;
}

function overview(open) {
  leaveQuestion(open);
  openScreen("overview", say("overview"));
  var missing = open.items.length - answeredOf(open);
  if (PAGE.rules.timeLimit) add(add(place, "div", "strip", ""), "span", "clock", clockText(secondsLeft(open)));
  addText(place, "p", "lead", missing ? say("without_answer", { n: missing }) : say("all_answered"));
  var list = add(place, "ol", "numbers", "");
  open.items.forEach(function (item, index) {
    var view = open.views[index];
    var isAnswered = view ? view.isAnswered() : !!open.kept.states[index];
    var status = say(isAnswered ? "answered" : "open") + (open.kept.flags[index] ? ", " + say("flagged") : "");
    var button = addButton(add(list, "li", "", ""), isAnswered ? "answered" : "open", String(index + 1), function () {
      open.kept.current = index;
      open.shownAt = Date.now();
      playTest(open);
    });
    if (open.kept.flags[index]) button.classList.add("flagged");
    button.setAttribute("aria-label", say("question_of", { n: index + 1, all: open.items.length }) + ": " + status);
  });
  var row = addRow(place);
  addAction(row, missing ? "" : "primary", say("hand_in"), confirmHandIn.bind(null, open, missing));
  addAction(row, missing ? "primary" : "", say("back_to_test"), function () {
    open.shownAt = Date.now();
    playTest(open);
  });
}

function confirmHandIn(open, missing) {
  openScreen("confirm", say("sure_hand_in"));
  addText(place, "p", "lead", missing ? say("without_answer", { n: missing }) : say("all_answered"));
  addText(place, "p", "", say("no_way_back"));
  var row = addRow(place);
  addAction(row, "primary", say("hand_in"), function () {
    handIn(open, false);
  });
  addAction(row, "", say("back_to_test"), overview.bind(null, open));
}

function handIn(open, isLate) {
  clearInterval(open.clock);
  if (open.kept.result) return;
  if (place.getAttribute("data-screen") === "test") leaveQuestion(open);
  open.kept.result = resultOf(open);
  remember("test", open.kept);
  reporter.finish(open.kept.result, open.kept);
  testResult(open.kept);
  if (isLate) announce(say("time_is_up"));
}
