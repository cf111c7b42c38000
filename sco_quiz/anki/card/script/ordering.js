// Putting items in order, by taps from first to last.
function judgeOrder(card) {
  each(card.key, function (key, index) {
    var item = itemOf(card, key);
    var yours = card.chosen.indexOf(key);
    item.parentNode.appendChild(item);
    item.setAttribute("data-place", index + 1);
    if (!card.chosen.length) return;
    mark(item, yours === index, yours === index ? "✓" : "✗ " + (yours < 0 ? word("not_placed") : word("you", { answer: yours + 1 })));
  });
  var places = card.chosen.map(function (key) {
    return card.key.indexOf(key);
  });
  return Math.max(longestRun(places) - 1, 0) / (card.key.length - 1);
}

// Length of the longest strictly increasing subsequence.
function longestRun(numbers) {
  var lengths = numbers.map(function (number, index) {
    return [number, index];
  });
  var best = 0;
  for (var i = 0; i < numbers.length; i++) {
    lengths[i] = 1;
    for (var j = 0; j < i; j++) {
      if (numbers[j] < numbers[i]) lengths[i] = Math.max(lengths[i], lengths[j] + 1);
    }
    best = Math.max(best, lengths[i]);
  }
  return best;
}

kinds.ordering = {
  role: "button",
  begin: noChoice,
  pick: pickSeveral,
  paint: paintItems,
  isComplete: function (card) {
    return card.chosen.length === card.items.length;
  },
  judge: judgeOrder,
};
