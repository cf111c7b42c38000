// The verdicts on what was typed: as on a card for one entry, and for gaps beside each of them.

function showEntry(card, input, found) {
  markInput(input, found);
  if (found.outcome !== "partly") return showVerdict(card, found);
  var words = [word("partly_right", { share: found.share }), found.difference];
  var verdict = show(card, "part", "◐ " + words.filter(Boolean).join(" · "));
  if (found.note) add(verdict, "span", "note", "").innerHTML = found.note;
  return undefined;
}

function markInput(input, found) {
  input.classList.add({ right: "right", wrong: "wrong" }[found.outcome] || "part");
}

// Mark each gap; beside one that is not simply right, what it hides.
function showGaps(card, data, all) {
  var texts = all.map(function (input) {
    return input.value.trim();
  });
  var isFilled = texts.join("") !== "";
  var differences = [];
  each(all, function (input, index) {
    var gap = data.gaps[index];
    var found = judgeGap(gap, texts[index]);
    input.size = Math.max(3, input.value.length);
    if (isFilled) showGap(input, found);
    if (found.outcome !== "right") addMeant(input, gap);
    if (found.difference) differences.push(found.difference);
    if (found.rejected >= 0) addGapNote(card, gap, found.rejected);
  });
  if (isFilled) showWhole(card, judgeGaps(data.gaps, texts), data.gaps.length, differences);
}

var SIGNS_OF_GAPS = { right: "✓", almost: "≈", partly: "◐", wrong: "✗" };

function showGap(input, found) {
  markInput(input, found);
  var words = word(isRight(found) ? "right" : "not_right");
  input.setAttribute("aria-label", input.getAttribute("aria-label") + ". " + words);
  add(input.parentNode, "span", "mark", SIGNS_OF_GAPS[found.outcome]).setAttribute("aria-hidden", "true");
}

function addMeant(input, gap) {
  var meant = add(input.parentNode, "b", "meant", "");
  meant.dir = "auto";
  meant.innerHTML = gap.answer;
}

// A note of a gap with what it is on, below the verdict.
function addGapNote(card, gap, rejected) {
  var box = document.createElement("div");
  box.innerHTML = gap.feedback || "";
  var note = box.querySelector('li[data-k="' + rejected + '"]');
  if (note) addHtml(card.root, "gap-note", note.innerHTML);
}

function showWhole(card, all, n, differences) {
  var right = Math.round(all.credit * n * 10) / 10;
  var sentence = differences.join("; ");
  if (all.outcome === "almost") show(card, "part", "≈ " + word("almost_right", { difference: sentence }));
  else if (all.outcome === "partly") show(card, "part", "◐ " + say("partly_filled", { right: right, n: n }));
  else showCredit(card, all.credit);
}
