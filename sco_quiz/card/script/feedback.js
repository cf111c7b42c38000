// Instant feedback: the front can show the verdict before the card is turned. Until then the key is in an inert
// script element, which no host shows, searches or reads aloud.
function check(card) {
  var secret = card.root.querySelector("script.secret");
  if (card.revealed || !secret || !isAnswered(card)) return;
  card.root.insertAdjacentHTML("beforeend", secret.textContent);
  turn(card);
  disable(card);
  card.button.hidden = card.atOnce.hidden = true;
  card.root.querySelector(".verdict").scrollIntoView({ block: "nearest" });
}

function offerCheck(card) {
  var row = add(card.root, "div", "actions", "");
  card.root.querySelector(".choices").insertAdjacentElement("afterend", row);
  card.button = addButton(row, "check", word("check"), function () {
    check(card);
  });
  card.button.setAttribute("aria-keyshortcuts", "c");
  var status = add(row, "div", "status", "");
  status.setAttribute("role", "status");
  add(status, "div", "verdict", "").hidden = true;
  card.atOnce = addButton(row, "at-once", word("show_at_once"), function () {
    setAtOnce(!isAtOnce());
    paintFeedback(card);
    checkAtOnce(card);
  });
  card.atOnce.setAttribute("role", "switch");
}

function paintFeedback(card) {
  card.atOnce.setAttribute("aria-checked", String(isAtOnce()));
  card.button.disabled = !isAnswered(card);
  card.button.hidden = isAtOnce() && checksItself(card);
}

function checkAtOnce(card) {
  if (isAtOnce() && checksItself(card) && kinds[card.kind].isComplete(card)) check(card);
}

// How many options are right would be known if several choices were checked by themselves; and an order that is made
// by dragging may be complete long before it is final.
function checksItself(card) {
  return !!kinds[card.kind].isComplete && !card.moved;
}
