// A test: one go, no feedback before the end. Its state is kept, so that a page that was closed continues.
var WARNINGS = [600, 300, 60];

function testStart() {
  stopTest();
  var test = keptTest();
  if (!test) return offerTest();
  return test.finished ? testResult(test, resultAgain(test)) : playTest(openTest(test));
}

function resultAgain(test) {
  return resultOf({ kept: test, items: formItems(test), views: [] });
}

function offerTest() {
  nameLanguage(openScreen("start", PAGE.exam || PAGE.bank.title));
  if (PAGE.bank.description) addContent(place, "p", "lead", PAGE.bank.description);
  var rules = PAGE.rules;
  var facts = [[say("questions"), PAGE.forms[0].length]];
  if (rules.timeLimit) facts.push([say("time_limit"), clockText(rules.timeLimit)]);
  if (rules.key) facts.push([say("pass_mark"), rules.passMark + " %"]);
  addFacts(place, facts);
  addText(place, "p", "", say(rules.key ? "about_test" : "about_test_without_key"));
  var name = nameField();
  addAction(addRow(place), "primary", say("begin"), begin);
  onKey = function (event) {
    if (event.key === "Enter" && event.target === name) begin();
  };
  if (reporter.told()) addText(place, "p", "told", reporter.told());
  if (!reporter.keepsState && !canKeep()) notify(say("not_kept"));

  function begin() {
    beginTest(nameFrom(name.value), anySeed());
  }
}

function nameField() {
  var label = add(place, "label", "name", say("your_name"));
  var name = add(label, "input", "", "");
  name.type = "text";
  name.maxLength = LONGEST_NAME;
  name.autocomplete = "name";
  name.dir = "auto";
  name.value = nameFrom(reporter.name());
  name.setAttribute("aria-describedby", "about-name");
  addText(place, "p", "soft", say("about_name")).id = "about-name";
  return name;
}

function beginTest(name, seed) {
  var now = Date.now();
  var test = testFrom({ of: examId(), form: seed % PAGE.forms.length, seed: seed, student: name, began: now });
  reporter.start(test);
  showTest(openTest(test));
}

// The test that runs, with what only this page needs: the views of questions that were opened, and the clock.
var running = null;

function openTest(test) {
  var open = { kept: test, items: formItems(test), views: [], shownAt: Date.now(), warned: {}, clock: 0 };
  running = open;
  open.clock = setInterval(tick, 1000, open);
  return open;
}

function stopTest() {
  if (running) clearInterval(running.clock);
  running = null;
}

function keepTest(open) {
  var index = open.kept.current;
  var view = open.views[index];
  if (view) open.kept.states[index] = view.isAnswered() ? view.state() : null;
  var isSafe = reporter.keepsState ? reporter.keepsAll() : remember(testName(), open.kept);
  if (!isSafe && !place.querySelector(".notice")) notify(say(reporter.keepsState ? "too_long" : "not_kept"));
}

// The time of a test never goes back: a clock that is set back takes its beginning along.
function testTime(test) {
  var now = Date.now();
  if (now < test.seen) test.began -= test.seen - now;
  test.seen = now;
  return now;
}

function secondsLeft(open) {
  return PAGE.rules.timeLimit ? PAGE.rules.timeLimit - (testTime(open.kept) - open.kept.began) / 1000 : Infinity;
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
    if (left > seconds - 5) warnOfTime(seconds / 60);
  });
  return undefined;
}

function warnOfTime(minutes) {
  var clock = place.querySelector(".clock");
  if (clock) clock.classList.add("short");
  announce(say("minutes_left", { n: minutes }));
}

function addClock(open, bar) {
  if (!PAGE.rules.timeLimit) return;
  var clock = add(bar, "span", "clock", clockText(secondsLeft(open)));
  if (secondsLeft(open) <= WARNINGS[0] / 2) clock.classList.add("short");
  clock.setAttribute("role", "timer");
  clock.setAttribute("aria-label", say("time_left"));
}

function viewOf(open, index) {
  var view = mountItem(place, open.kept, open.items[index], index, function () {
    keepTest(open);
  });
  open.views[index] = view;
  return view;
}

// Show a question of a test, with the answer that was given.
function mountItem(box, test, item, index, onChange) {
  var view = mountQuestion(box, item.question, { seed: test.seed + index, onChange: onChange });
  if (test.states[index]) view.restore(test.states[index]);
  return view;
}

// Count the time for which a question was shown.
function leaveQuestion(open) {
  var index = open.kept.current;
  var now = Date.now();
  open.kept.seconds[index] += secondsBetween(open.shownAt, now);
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
  showTest(open);
}

function backTo(open, index) {
  open.kept.current = index;
  open.shownAt = Date.now();
  showTest(open);
}

function showTest(open) {
  playTest(open);
  keepTest(open);
}

function playTest(open) {
  var index = open.kept.current;
  var item = open.items[index];
  openScreen("test", say("question_of", { n: index + 1, all: open.items.length }));
  var bar = add(place, "div", "strip", "");
  addText(bar, "span", "points", [item.section, say("points", { n: item.points })].filter(Boolean).join(" · "));
  addClock(open, bar);
  addProgress(place, answeredOf(open), open.items.length);
  var view = open.views[index] || viewOf(open, index);
  place.appendChild(view.root);
  var next = nextOf(open, view);
  addSteps(open, next);
  listenToKeys(view, null, next);
}

// What leads on; an answer that cannot be read is said once, whatever is right.
function nextOf(open, view) {
  var index = open.kept.current;
  var asked = "";
  return function () {
    var found = view.isAnswered() && view.judge();
    if (found && found.again && asked !== found.again) {
      asked = found.again;
      view.ask(asked);
    } else if (index === open.items.length - 1) overview(open);
    else goTo(open, index + 1);
  };
}

function addSteps(open, next) {
  var index = open.kept.current;
  var isLast = index === open.items.length - 1;
  var row = addRow(place);
  addAction(row, "primary", say(isLast ? "to_overview" : "next"), next);
  if (index) addAction(row, "", say("previous"), goTo.bind(null, open, index - 1));
  var flag = addAction(row, "flag", say("flag"), function () {
    open.kept.flags[index] = !open.kept.flags[index];
    flag.setAttribute("aria-pressed", String(!!open.kept.flags[index]));
    keepTest(open);
  });
  flag.setAttribute("aria-pressed", String(!!open.kept.flags[index]));
  if (!isLast) addAction(row, "quiet", say("to_overview"), overview.bind(null, open));
}

function isAnsweredAt(open, index) {
  return open.views[index] ? open.views[index].isAnswered() : !!open.kept.states[index];
}

function answeredOf(open) {
  return open.items.filter(function (item, index) {
    return isAnsweredAt(open, index);
  }).length;
}

function missingText(missing) {
  return missing ? say("without_answer", { n: missing }) : say("all_answered");
}

function handIn(open, isLate) {
  var test = open.kept;
  if (test.finished) return;
  if (place.getAttribute("data-screen") === "test") leaveQuestion(open);
  stopTest();
  // a computer that slept hands in later, but nobody could answer any more
  test.finished = isLate ? test.began + 1000 * PAGE.rules.timeLimit : testTime(test);
  var result = resultOf(open);
  if (!reporter.keepsState) remember(testName(), test);
  reporter.finish(result, test);
  testResult(test, result);
  if (isLate) notify(say("time_is_up"));
}

// Another tab has gone on with the same test: this one follows, and writes nothing, or each would answer the other.
function followOtherTabs() {
  window.addEventListener("storage", function (event) {
    if (event.key === storeKey(testName()) && !reporter.keepsState) testStart();
  });
}

// What is kept nowhere, nobody closes without being asked. What is kept continues later.
function guardTest() {
  window.addEventListener("beforeunload", function (event) {
    if (running && !(reporter.keepsState ? reporter.keepsAll() : isKept)) event.preventDefault();
  });
  window.addEventListener("pagehide", function () {
    if (running && place.getAttribute("data-screen") === "test") leaveQuestion(running);
    reporter.leave();
  });
  // a page that the browser held meanwhile: another tab may have gone on
  window.addEventListener("pageshow", function (event) {
    if (event.persisted && running && isKept && !reporter.keepsState) testStart();
  });
}
