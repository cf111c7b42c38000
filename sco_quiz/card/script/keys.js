// Keys. The desktop program has 1 to 7, Space and Enter for itself, but not digits with Alt; see decks/README.md.
// Shift with a digit alone is not used: Shift+1 and Shift+2 suspend the card.

// The digit of a key, 0 for others. With Alt the place of the key counts, since a Mac then writes another sign.
function digitOf(event) {
  if (event.ctrlKey || event.metaKey || (event.shiftKey && !event.altKey)) return 0;
  var digit = event.altKey ? /^Digit([1-9])$/.exec(event.code) : /^([1-9])$/.exec(event.key);
  return digit ? Number(digit[1]) : 0;
}

// The items in the order in which they are shown and numbered, which may change as they are chosen.
function shownItems(card) {
  return card.root.querySelectorAll(".choices > ol:not(.lefts) > li:not([hidden])");
}

// Whether a key is that letter or, where one types another alphabet, the key on which that letter is.
function isLetter(event, letter) {
  return event.key === letter || (event.key > "\u02af" && event.code === "Key" + letter.toUpperCase());
}

// On the whole page: digits choose or, with Shift, strike out; h opens the hint; c checks; g fills a gap.
function onPageKey(card, event) {
  if (event.repeat || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
  var item = shownItems(card)[digitOf(event) - 1];
  var chosen = item && event.shiftKey ? item.querySelector(".strike") : item;
  if (chosen) chosen.click();
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  var hint = card.root.querySelector(".hint");
  if (isLetter(event, "h") && hint) hint.open = !hint.open;
  if (isLetter(event, "c") && card.items) check(card);
  if (isLetter(event, "g")) fillNextGap(card);
}

// On a focused part of the card, where the host lets keys through: Space and Enter use it and do not turn the card,
// arrows go to the next item. Where one types, all keys are the host's, and what is locked lets them turn the card.
function onCardKey(card, event) {
  var used = event.key === " " || event.key === "Enter";
  var step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  var control = event.target;
  if (event.altKey || event.ctrlKey || event.metaKey || !(used || step)) return;
  if (/^(BUTTON|SUMMARY)$/.test(control.tagName) && used) event.stopPropagation();
  if (!control.classList.contains("text") || (used && card.revealed)) return;
  event.stopPropagation();
  event.preventDefault();
  if (step) focusNext(card, control, step);
  else if (!event.repeat) control.click();
}

function focusNext(card, control, step) {
  var controls = Array.prototype.filter.call(card.root.querySelectorAll(".choices .text[tabindex]"), isShown);
  var next = controls[(controls.indexOf(control) + step + controls.length) % controls.length];
  moveStop(card, next);
  next.focus();
}

function isShown(element) {
  return element.getClientRects().length > 0;
}

// A group of radio buttons is one stop of the Tab key.
function moveStop(card, stop) {
  if (kinds[card.kind].role !== "radio") return;
  each(card.items, function (item) {
    controlOf(item).tabIndex = controlOf(item) === stop ? 0 : -1;
  });
}

// One handler per page, replaced by the next card, gone with its own.
function listen(card) {
  document.onkeydown = function (event) {
    if (document.body.contains(card.root)) onPageKey(card, event);
    else document.onkeydown = null;
  };
  card.root.addEventListener("keydown", function (event) {
    onCardKey(card, event);
  });
  // what a finger or mouse has used keeps no focus, so that Space still turns the card
  card.root.addEventListener(
    "click",
    function (event) {
      if (event.detail && !event.target.closest("input, a")) document.activeElement.blur();
    },
    true
  );
}
