// A question that is answered by typing: in the gaps of its prompt, or below it.
var inputs = 0;
var LONGEST_ANSWER = 1000;

// Half a character, which a limit may leave, cannot be in a file.
function wellFormed(text) {
  return text.replace(/\p{Surrogate}/gu, "\uFFFD");
}

// The places where one types; a gap has its hint in it, which its label says, too.
function addInputs(card, data) {
  var gaps = card.root.querySelectorAll(".stem .gap");
  if (!gaps.length) return [addInput(add(card.root, "div", "typed", ""))];
  return Array.prototype.map.call(gaps, function (gap, index) {
    var hint = gap.getAttribute("data-hint");
    var input = addInput(gap);
    input.setAttribute("aria-label", say("gap", { n: index + 1, all: gaps.length }) + (hint ? ": " + hint : ""));
    input.placeholder = hint;
    input.size = Math.max(8, hint.length + 1);
    return input;
  });
}

function addInput(parent) {
  var input = add(parent, "input", "", "");
  input.type = "text";
  input.autocomplete = "off";
  input.spellcheck = false;
  input.dir = "auto";
  input.maxLength = LONGEST_ANSWER;
  input.setAttribute("autocapitalize", "off");
  input.setAttribute("autocorrect", "off");
  return input;
}

// The task names the one input of a question.
function labelInput(card, input) {
  var task = card.root.querySelector(".task");
  task.id = "sq-task-" + ++inputs;
  input.setAttribute("aria-labelledby", task.id);
}

function viewOfGaps(card, data) {
  var all = addInputs(card, data);
  var isCloze = data.kind === "cloze";
  if (!isCloze) labelInput(card, all[0]);
  if (data.pad) all[0].inputMode = data.pad;
  each(all, function (input) {
    input.oninput = function () {
      takeBack(card, all);
      card.changed();
    };
  });
  function texts() {
    return all.map(function (input) {
      return wellFormed(input.value).trim();
    });
  }
  function isFilled() {
    return texts().join("") !== "";
  }
  return makeView(card, data, {
    isAnswered: isFilled,
    response: texts,
    plainResponse: texts,
    state: function () {
      return { texts: texts() };
    },
    restore: function (state) {
      each(all, function (input, index) {
        var text = (state.texts || [])[index];
        input.value = typeof text === "string" ? text.slice(0, LONGEST_ANSWER) : "";
      });
    },
    judge: function () {
      return judgeGaps(data.gaps, texts());
    },
    ask: function (sentence) {
      show(card, "part", word("not_judged", { sentence: sentence }));
      all[0].setAttribute("aria-invalid", "true");
      all[0].focus();
    },
    lock: function () {
      each(all, function (input) {
        input.readOnly = true;
      });
    },
    reveal: function () {
      takeBack(card, all);
      if (isCloze) showGaps(card, data, all);
      else if (isFilled()) showEntry(card, all[0], judgeGap(data.gaps[0], texts()[0]));
    },
    focus: function () {
      all[0].focus();
    },
  });
}

// What was said of an answer goes when it changes.
function takeBack(card, all) {
  var verdict = card.root.querySelector(".verdict");
  verdict.hidden = true;
  verdict.className = "verdict";
  verdict.textContent = "";
  all[0].removeAttribute("aria-invalid");
}

// Judge one gap, as typed_gap.py does: what is partly right counts before anything that forgives.
function judgeGap(gap, text) {
  if (!text) return { outcome: "wrong", credit: 0 };
  var found = judge(gap.key, text);
  found.credit = isRight(found) ? 1 : 0;
  if (!found.credit && found.outcome !== "again") {
    (gap.partial || []).some(function (part) {
      var partly = judge(part.key, text);
      if (!isRight(partly)) return false;
      var share = readShare(part.share);
      found = { outcome: "partly", credit: share[0] / share[1], share: part.text, note: part.note, difference: partly.difference };
      return true;
    });
  }
  return found;
}

function isRight(found) {
  return found.outcome === "right" || found.outcome === "almost";
}

// The credit is the sum of those of the gaps, the whole ones counted apart: only they are exact.
function judgeGaps(gaps, texts) {
  var found = gaps.map(function (gap, index) {
    return judgeGap(gap, texts[index]);
  });
  if (found[0].outcome === "again") return { again: found[0].sentence };
  var right = found.filter(isRight).length;
  var parts = found.reduce(function (sum, each) {
    return isRight(each) ? sum : sum + each.credit;
  }, 0);
  var almost = found.some(function (each) {
    return each.outcome === "almost";
  });
  return judgment((right + parts) / gaps.length, almost);
}
