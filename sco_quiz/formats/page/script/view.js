// The view of one question: what a page shows of it, the answer that is given, and its judgment.
//
// mountQuestion(place, data, options) shows a question in an element. `options` has a `seed` for the order of options
// and `onChange`. The view tells whether it `isAnswered`, its `response` in the words of the bank, its `state`, and what
// it `judge`s; `reveal` shows what is right.

function mountQuestion(place, data, options) {
  var root = add(place, "div", "sq live", "");
  var card = {
    root: root,
    id: data.id,
    kind: data.kind,
    seed: (hash(data.id) ^ options.seed) >>> 0,
    chosen: [],
    struck: [],
    key: data.key,
    cost: readShare(data.cost),
    partial: {},
    changed: options.onChange || function () {},
  };
  Object.keys(data.partial || {}).forEach(function (key) {
    card.partial[key] = readShare(data.partial[key]);
  });
  root.setAttribute("data-kind", data.kind);
  fillQuestion(root, data);
  letScroll(card);
  letEnlarge(card);
  root.addEventListener("keydown", function (event) {
    if (card.items) onCardKey(card, event);
  });
  return kinds[data.kind] ? viewOfItems(card, data) : viewOfGaps(card, data);
}

function addHtml(parent, className, html) {
  var element = add(parent, "div", className, "");
  element.dir = "auto";
  element.innerHTML = html;
  return element;
}

function fillQuestion(root, data) {
  if (data.setting) addHtml(root, "context", data.setting);
  addHtml(root, "stem", data.prompt);
  var task = add(root, data.options || data.kind === "cloze" ? "div" : "label", "task", "");
  task.innerHTML = data.task;
  if (data.options) add(root, "div", "choices", "").innerHTML = data.options;
}

function addStatus(card) {
  var status = add(card.root, "div", "status", "");
  status.setAttribute("role", "status");
  add(status, "div", "verdict", "").hidden = true;
}

// What is told after an answer: the notes on wrong options before the marks, which copy them.
function addFeedback(card, html) {
  if (!html) return;
  var list = add(card.root, "details", "feedback", "");
  add(list, "summary", "", word("why_wrong"));
  list.insertAdjacentHTML("beforeend", html);
}

function addAbout(card, data) {
  var root = card.root;
  if (data.answer) addHtml(root, "answer", data.answer);
  if (data.explanation) addHtml(root, "explanation", data.explanation);
  if (data.beyond) {
    var beyond = add(root, "div", "beyond", "");
    add(beyond, "b", "lead", word("beyond"));
    beyond.insertAdjacentHTML("beforeend", data.beyond);
  }
  var notes = root.querySelector(".feedback");
  if (notes) root.appendChild(notes);
  if (data.source) addHtml(add(root, "div", "about", ""), "source", data.source);
  inertLinks(card);
}

function judgment(credit, almost) {
  return { credit: credit, outcome: credit === 1 ? (almost ? "almost" : "right") : credit ? "partly" : "wrong" };
}

// What both views are: `parts` has what differs.
function makeView(card, data, parts) {
  var isLocked = false;
  var view = {
    root: card.root,
    isAnswered: parts.isAnswered,
    response: function () {
      return parts.isAnswered() ? parts.response() : null;
    },
    plainResponse: function () {
      return parts.isAnswered() ? parts.plainResponse() : null;
    },
    state: parts.state,
    restore: parts.restore,
    judge: function () {
      return data.key || data.gaps ? parts.judge() : null;
    },
    lock: function () {
      if (isLocked) return;
      isLocked = true;
      parts.lock();
    },
    reveal: function () {
      view.lock();
      addStatus(card);
      parts.reveal();
      addAbout(card, data);
    },
    pick: parts.pick || function () {},
    focus: parts.focus,
  };
  return view;
}

function viewOfItems(card, data) {
  function valueOf(list) {
    return function (key) {
      return key === "" ? "" : list[Number(key)];
    };
  }
  arrange(card);
  activate(card);
  return makeView(card, data, {
    isAnswered: isAnswered.bind(null, card),
    response: function () {
      return card.chosen.map(valueOf(data.values));
    },
    plainResponse: function () {
      return card.chosen.map(valueOf(data.texts));
    },
    state: function () {
      return { chosen: card.chosen.slice(), struck: card.struck.slice() };
    },
    restore: function (state) {
      card.chosen = (state.chosen || card.chosen).map(String);
      card.struck = (state.struck || []).map(String);
      if (card.lefts.length) card.active = card.chosen.indexOf("");
      kinds[card.kind].paint(card);
    },
    judge: function () {
      return judgment(kinds[card.kind].credit(card));
    },
    lock: function () {
      card.revealed = true;
      card.root.classList.add("revealed");
      disable(card);
    },
    reveal: function () {
      addFeedback(card, data.feedback);
      reveal(card);
    },
    pick: function (n, strikes) {
      var item = shownItems(card)[n - 1];
      var control = item && strikes ? item.querySelector(".strike") : item;
      if (control) control.click();
    },
    focus: function () {
      var stop = card.root.querySelector('.choices .text[tabindex="0"]');
      if (stop) stop.focus();
    },
  });
}

// The places where one types: the gaps of a prompt, or one below it.
function inputsOf(card, data) {
  var gaps = card.root.querySelectorAll(".stem .gap");
  if (!gaps.length) {
    var input = document.createElement("input");
    input.id = "typed-" + data.id;
    card.root.querySelector(".task").htmlFor = input.id;
    add(card.root, "div", "typed", "").appendChild(input);
    return [input];
  }
  return Array.prototype.map.call(gaps, function (gap, index) {
    var field = document.createElement("input");
    var hint = gap.getAttribute("data-hint");
    field.setAttribute("aria-label", say("gap", { n: index + 1, all: gaps.length }) + (hint ? ": " + hint : ""));
    field.placeholder = hint;
    field.size = Math.max(12, hint.length + 2);
    gap.appendChild(field);
    return field;
  });
}

function viewOfGaps(card, data) {
  var inputs = inputsOf(card, data);
  each(inputs, function (input) {
    input.type = "text";
    input.autocomplete = "off";
    input.spellcheck = false;
    input.dir = "auto";
    input.setAttribute("autocapitalize", "off");
    input.setAttribute("autocorrect", "off");
    input.maxLength = 1000;
    input.oninput = card.changed.bind(null, card);
  });
  function texts() {
    return inputs.map(function (input) {
      return input.value.trim();
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
      each(inputs, function (input, index) {
        input.value = (state.texts || [])[index] || "";
      });
    },
    judge: function () {
      return judgeGaps(data.gaps, texts());
    },
    lock: function () {
      card.root.classList.add("revealed");
      each(inputs, function (input) {
        input.readOnly = true;
      });
    },
    reveal: function () {
      addFeedback(card, data.feedback);
      if (data.kind === "cloze") showGaps(card, data, inputs, texts());
      else if (isFilled()) showEntry(card, judgeGap(data.gaps[0], texts()[0]));
      if (data.kind === "numeric") data.answer = groupedNumbers(data.answer);
    },
    focus: function () {
      inputs[0].focus();
    },
  });
}

function groupedNumbers(html) {
  var box = document.createElement("div");
  box.innerHTML = html || "";
  each(box.querySelectorAll("p"), function (line) {
    line.textContent = groupDigits(line.textContent);
  });
  return box.innerHTML;
}

// Judge one gap, as typed_gap.py does: what is partly right counts before anything that forgives.
function judgeGap(gap, text) {
  if (!text) return { outcome: "wrong", credit: 0 };
  var found = judge(gap.key, text);
  if (found.outcome === "right" || found.outcome === "almost") found.credit = 1;
  else if (found.outcome !== "again") {
    found.credit = 0;
    (gap.partial || []).some(function (part) {
      var partly = judge(part.key, text);
      if (partly.outcome !== "right" && partly.outcome !== "almost") return false;
      var share = readShare(part.share);
      found.outcome = "partly";
      found.credit = share[0] / share[1];
      found.share = part.text;
      found.difference = partly.difference;
      return true;
    });
  }
  return found;
}

function judgeGaps(gaps, texts) {
  var found = gaps.map(function (gap, index) {
    return judgeGap(gap, texts[index]);
  });
  if (found[0].outcome === "again") return { again: found[0].sentence };
  var wholes = found.filter(function (each) {
    return each.credit === 1;
  }).length;
  var parts = found.reduce(function (sum, each) {
    return each.credit === 1 ? sum : sum + each.credit;
  }, 0);
  var almost = found.some(function (each) {
    return each.outcome === "almost";
  });
  return judgment((wholes + parts) / gaps.length, almost);
}

function showEntry(card, found) {
  if (found.outcome !== "partly") return showVerdict(card, found);
  var verdict = show(card, "part", "◐ " + word("partly_right", { share: found.share }));
  if (found.rejected >= 0) noteOn(card, verdict, String(found.rejected));
  return undefined;
}

// Mark each gap; beside one that is not right, what it hides.
function showGaps(card, data, inputs, texts) {
  var all = judgeGaps(data.gaps, texts);
  each(inputs, function (input, index) {
    var gap = data.gaps[index];
    var found = judgeGap(gap, texts[index]);
    var isRight = found.credit === 1;
    if (texts.join("")) {
      input.classList.add(isRight ? "right" : found.credit ? "part" : "wrong");
      add(input.parentNode, "span", "mark", found.outcome === "almost" ? "≈" : isRight ? "✓" : "✗");
    }
    if (found.outcome !== "right") {
      var answer = add(input.parentNode, "b", "meant", "");
      answer.innerHTML = gap.answer;
    }
    var note = found.rejected >= 0 && notesOf(gap).querySelector('li[data-k="' + found.rejected + '"] .note');
    if (note) card.root.querySelector(".status").insertAdjacentElement("beforebegin", note);
  });
  if (!texts.join("")) return;
  var right = all.credit * data.gaps.length;
  if (all.outcome === "almost") show(card, "part", "≈ " + word("almost_right", { difference: differences(data, texts) }));
  else if (all.credit === 1) show(card, "right", "✓ " + word("right"));
  else if (all.credit) show(card, "part", "◐ " + say("partly_filled", { right: Math.round(right * 10) / 10, n: data.gaps.length }));
  else show(card, "wrong", "✗ " + word("not_right"));
}

function differences(data, texts) {
  return data.gaps
    .map(function (gap, index) {
      return judgeGap(gap, texts[index]).difference;
    })
    .filter(Boolean)
    .join("; ");
}

function notesOf(gap) {
  var box = document.createElement("div");
  box.innerHTML = gap.feedback || "";
  return box;
}
