// The reporter of a SCORM 1.2 package. Only elements of 1.2; an error of the platform never stops the test.
function scormReporter(platform) {
  var loadedAt = Date.now();
  var status = platform.read("core.lesson_status");
  var mode = platform.read("core.lesson_mode");
  var isViewed = mode === "review" || mode === "browse";
  // what was handed in stays: nothing that is done later can lower it
  var isClosed = isViewed || /^(passed|failed|completed)$/.test(status);
  var isOver = false;
  var order = [];
  var reported = [];
  var test = null;
  var isWhole = true;
  var told = isClosed ? "nothing_sent" : "";

  function saveTime() {
    platform.set("core.session_time", timespan((Date.now() - loadedAt) / 1000));
  }

  function save() {
    if (isClosed || isOver || !test) return;
    platform.set("core.lesson_location", test.current + 1);
    saveState();
    saveTime();
    platform.commit();
  }

  function saveState() {
    var state = packState(test, order);
    isWhole = state.isWhole;
    platform.set("suspend_data", state.text);
  }

  function report(index, answer) {
    var question = PAGE.questions[PAGE.forms[test.form][index][0]];
    var found = interactionOf(question, answer);
    if (reported[index] === found.response) return;
    reported[index] = found.response;
    var n = order.indexOf(index);
    if (n < 0) n = order.push(index) - 1;
    var at = "interactions." + n + ".";
    platform.set(at + "id", question.id.replace(/[^\x21-\x7E]/g, "_").slice(0, TEXT_LIMIT));
    platform.set(at + "type", found.type);
    platform.set(at + "time", clockTime(new Date()));
    platform.set(at + "weighting", Math.min(100, Math.round(answer.points * 100) / 100));
    platform.set(at + "student_response", fitting(found.response));
    if (found.right) platform.set(at + "correct_responses.0.pattern", fitting(found.right));
    platform.set(at + "result", resultName(answer));
    platform.set(at + "latency", timespan(answer.seconds));
  }

  function sendScore(result) {
    if (result.percent === null) return platform.set("core.lesson_status", "completed");
    var exact = result.most ? Math.round((10000 * result.points) / result.most) / 100 : 0;
    if (!result.passed) exact = Math.min(exact, result.pass_mark - 0.01);
    platform.set("core.score.min", 0);
    platform.set("core.score.max", 100);
    var isSet = platform.set("core.score.raw", Math.round(exact * 100) / 100);
    return platform.set("core.lesson_status", result.passed ? "passed" : "failed") && isSet;
  }

  if (!isClosed) {
    if (status !== "incomplete") platform.set("core.lesson_status", "incomplete");
    platform.set("core.exit", "suspend");
    platform.commit();
  }
  document.addEventListener("visibilitychange", function () {
    if (document.hidden && test && !test.finished) save();
  });
  // a page that the browser kept as it was has no connection any more
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) location.reload();
  });

  return {
    keepsState: true,
    keepsAll: function () {
      return isWhole;
    },
    told: function () {
      return told && say(told);
    },
    name: function () {
      return platform.read("core.student_name");
    },
    resumed: function () {
      if (test) return test;
      var found = unpackState(platform.read("suspend_data"));
      if (!found) return null;
      test = found.test;
      // a platform that does not keep interactions gets them again
      if (Number(platform.read("interactions._count")) >= found.order.length) order = found.order;
      return test;
    },
    start: function (begun) {
      test = begun;
      save();
    },
    answer: function (index, answer) {
      if (!isClosed && (answer.given || order.indexOf(index) >= 0)) report(index, answer);
    },
    suspend: save,
    finish: function (result, kept) {
      if (isClosed) return;
      test = kept;
      result.answers.forEach(function (answer, index) {
        report(index, answer);
      });
      var isSent = sendScore(result);
      platform.set("core.exit", "");
      saveState();
      saveTime();
      isSent = platform.commit() && isSent;
      isClosed = true;
      told = isSent ? "sent" : "not_sent";
    },
    leave: function () {
      if (isOver) return;
      if (!isViewed) saveTime();
      isOver = true;
      platform.end();
    },
  };
}

// Without a platform the page works by itself, and says that nothing is sent.
(function () {
  var api = openApi();
  var platform = api && connect(api);
  if (platform && platform.initialize()) reporter = scormReporter(platform);
  else
    reporter.told = function () {
      return say("not_sent");
    };
})();
