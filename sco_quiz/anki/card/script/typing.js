// A typed answer on the back of a card: read the key and what was typed, and show the verdict.
function data(card, name) {
  var elements = card.root.querySelectorAll(".key [data-f=" + name + "]");
  return Array.prototype.map.call(elements, function (element) {
    return element.textContent;
  });
}

// The key of the note; a note that version 0.1.0 wrote has one element for each form instead of an object.
function typedKey(card) {
  var text = data(card, "typed")[0];
  if (text) return JSON.parse(text);
  if (data(card, "value")[0]) {
    return { value: data(card, "value")[0], tolerance: data(card, "tolerance")[0], unit: data(card, "unit")[0] };
  }
  return { accept: data(card, "accept"), reject: data(card, "reject"), known: data(card, "known").join(" ") };
}

// What was typed, read back from Anki's comparison; "" when nothing was, or typing is switched off.
function typedText(card) {
  var code = card.root.querySelector("code#typeans");
  var text = "", spans = 0;
  for (var node = code && code.firstChild; node && node.nodeName !== "BR"; node = node.nextSibling) {
    if (node.nodeName !== "SPAN") continue;
    spans++;
    if (!node.classList.contains("typeMissed")) text += node.textContent;
  }
  return spans ? text : "";
}

function showTyped(card) {
  var text = typedText(card);
  if (!text.trim()) return;
  var found = judge(typedKey(card), text);
  if (found.outcome === "right") show(card, "right", "✓ " + word("right"));
  else if (found.outcome === "almost") show(card, "part", "≈ " + word("almost_right", found));
  else if (found.outcome === "again") show(card, "part", word("not_judged", found));
  else {
    var verdict = show(card, "wrong", "✗ " + word(found.difference ? "not_right_since" : "not_right", found));
    if (found.rejected >= 0) noteOn(card, verdict, String(found.rejected));
  }
}
