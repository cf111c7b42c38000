// The view of one question: what a page shows of it, the answer that is given, and its judgment.
//
// mountQuestion(place, data, options) shows a question in an element of the document. `options` has a `seed` for the
// order of options and `onChange`. A view tells whether it `isAnswered`, its `response` in the words of the bank, its
// `state`, and what it `judge`s; `ask` says why an answer cannot be judged, `reveal` shows what is right.

function mountQuestion(place, data, options) {
  var root = add(place, "div", "sq live", "");
  root.setAttribute("data-kind", data.kind);
  var card = {
    root: root,
    id: data.id,
    kind: data.kind,
    seed: (hash(data.id) ^ options.seed) >>> 0,
    chosen: [],
    struck: [],
    key: data.key,
    cost: readShare(data.cost),
    partial: sharesOf(data.partial),
    changed: function () {
      if (card.items) speakChoice(card);
      if (options.onChange) options.onChange();
    },
  };
  fillQuestion(root, data);
  var view = kinds[data.kind] ? viewOfItems(card, data) : viewOfGaps(card, data);
  addStatus(card);
  nameLanguages(root, data);
  openLinksApart(root);
  letScroll(card);
  letEnlarge(card);
  return view;
}

function sharesOf(partial) {
  var shares = {};
  Object.keys(partial || {}).forEach(function (key) {
    shares[key] = readShare(partial[key]);
  });
  return shares;
}

function fillQuestion(root, data) {
  if (data.setting) addHtml(root, "context", data.setting);
  addHtml(root, "stem", data.prompt);
  addHtml(root, "task", data.task);
  if (data.options) add(root, "div", "choices", "").innerHTML = data.options;
}

// What all views are: `parts` has what differs.
function makeView(card, data, parts) {
  var isLocked = false, isRevealed = false;
  var hasKey = !!(data.key || data.gaps);

  function ifAnswered(part) {
    return function () {
      return parts.isAnswered() ? part() : null;
    };
  }

  function lock() {
    if (isLocked) return;
    isLocked = true;
    card.root.classList.add("revealed");
    card.spoken.textContent = "";
    parts.lock();
  }

  function reveal() {
    lock();
    if (isRevealed || !hasKey) return;
    isRevealed = true;
    addNotes(card, data.feedback);
    parts.reveal();
    if (!parts.isAnswered()) show(card, "none", "– " + say("open"));
    addAbout(card, data);
    nameLanguages(card.root, data);
  }

  return {
    root: card.root,
    isAnswered: parts.isAnswered,
    response: ifAnswered(parts.response),
    plainResponse: ifAnswered(parts.plainResponse),
    state: parts.state,
    restore: parts.restore,
    judge: function () {
      return hasKey ? parts.judge() : null;
    },
    ask: parts.ask || function () {},
    lock: lock,
    reveal: reveal,
    pick: parts.pick || function () {},
    focus: parts.focus,
  };
}
