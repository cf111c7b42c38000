// The overview of a test: which questions have an answer, and the way to hand in.

function overview(open) {
  if (place.getAttribute("data-screen") === "test") leaveQuestion(open);
  openScreen("overview", say("overview"));
  var missing = open.items.length - answeredOf(open);
  addClock(open, add(place, "div", "strip", ""));
  addText(place, "p", "lead", missingText(missing));
  var list = add(place, "ol", "numbers", "");
  open.items.forEach(function (item, index) {
    addNumber(open, add(list, "li", "", ""), index);
  });
  var row = addRow(place);
  var back = addAction(row, missing ? "primary" : "", say("back_to_test"), function () {
    backTo(open, open.kept.current);
  });
  var end = addAction(row, missing ? "" : "primary", say("hand_in"), confirmHandIn.bind(null, open));
  if (!missing) row.insertBefore(end, back);
}

function addNumber(open, item, index) {
  var status = isAnsweredAt(open, index) ? "answered" : "open";
  var button = addButton(item, status, String(index + 1), function () {
    backTo(open, index);
  });
  var told = [say("question_of", { n: index + 1, all: open.items.length }), say(status)];
  if (open.kept.flags[index]) {
    button.classList.add("flagged");
    told.push(say("flagged"));
  }
  button.setAttribute("aria-label", told.join(", "));
}

function confirmHandIn(open) {
  var texts = [missingText(open.items.length - answeredOf(open)), say("no_way_back")];
  var back = [say("back_to_test"), overview.bind(null, open)];
  confirmScreen(say("sure_hand_in"), texts, [say("hand_in"), handIn.bind(null, open, false)], back);
}
