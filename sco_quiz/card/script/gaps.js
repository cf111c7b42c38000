// The gaps of a cloze. Anki opens those of one card, and stores in each what it hides.
function startGaps(card, side) {
  if (side === "back") showOwnForms(card);
  else if (openGaps(card).length > 1) askGaps(card);
}

function openGaps(card) {
  return card.root.querySelectorAll(".stem .cloze[data-cloze]");
}

// Front: several gaps are filled one by one.
function askGaps(card) {
  card.root.querySelector(".task").textContent = word("fill_gaps");
  each(openGaps(card), function (gap) {
    gap.setAttribute("role", "button");
    gap.setAttribute("aria-live", "polite");
    gap.tabIndex = 0;
    onTap(gap, function () {
      fillGap(gap);
    });
    gap.onkeydown = function (event) {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      event.stopPropagation();
      if (event.repeat) return;
      fillGap(gap);
      if (openGaps(card)[0]) openGaps(card)[0].focus();
    };
  });
}

function fillGap(gap) {
  gap.innerHTML = gap.getAttribute("data-cloze");
  typeset(gap);
  ["data-cloze", "role", "tabindex"].forEach(function (name) {
    gap.removeAttribute(name);
  });
  gap.classList.remove("tappable");
  gap.onclick = gap.onkeydown = null;
}

function fillNextGap(card) {
  var gap = openGaps(card)[0];
  if (gap && gap.onclick) gap.click();
}

// Back: all cards of a note have its other forms; show those of the gaps that this card asks for.
function showOwnForms(card) {
  var asked = Array.prototype.map.call(card.root.querySelectorAll(".stem .cloze"), function (gap) {
    return spokenText(gap);
  });
  each(card.root.querySelectorAll(".also"), function (forms) {
    var gap = forms.querySelector("b");
    if (gap && asked.length) forms.hidden = asked.indexOf(spokenText(gap)) < 0;
  });
}
