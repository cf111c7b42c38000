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

// Anki marks each letter that differs from one form, in right answers, too. Its comparison stays for wrong words that
// have much in common with the answer; anything else is shown as it was typed.
function showYours(card, text, found) {
  var place = card.root.querySelector(".typed");
  var isUnknown = found.outcome === "wrong" && card.kind === "short_answer" && !(found.rejected >= 0);
  if (isUnknown && sharesHalf(place)) return;
  place.textContent = "";
  add(place, "span", "lead", word("your_answer"));
  add(place, "bdi", "yours", text);
}

// Whether at least half of the letters, typed or missing, are in both.
function sharesHalf(place) {
  var lengths = { typeGood: 0, typeBad: 0, typeMissed: 0 };
  for (var node = place.querySelector("code#typeans").firstChild; node && node.nodeName !== "BR"; node = node.nextSibling) {
    if (node.nodeName === "SPAN") lengths[node.className] += node.textContent.length;
  }
  return lengths.typeGood >= lengths.typeBad + lengths.typeMissed;
}

function showTyped(card) {
  var text = typedText(card);
  if (card.kind === "numeric") showNumbers(card);
  if (!text.trim()) {
    card.root.querySelector(".typed").hidden = true;
    return;
  }
  var found = judge(typedKey(card), text);
  showYours(card, text, found);
  showVerdict(card, found);
}
