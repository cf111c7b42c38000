// Keys. The desktop program has 1 to 7, Space and Enter for itself, but not digits with Alt; see decks/README.md.
// Shift with a digit alone is not used: Shift+1 and Shift+2 suspend the card.

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
