// A running test on paper: all its questions, with the answers so far, where the screen has one.
function printSheets() {
  var sheet = null;
  window.addEventListener("beforeprint", function () {
    if (!running || sheet) return;
    sheet = add(page, "div", "sheet", "");
    addText(sheet, "p", "student", say("your_name") + ": " + (running.kept.student || ""));
    running.items.forEach(function (item, index) {
      var box = add(sheet, "section", "answered", "");
      addText(box, "h3", "", index + 1 + ". " + say("points", { n: item.points }));
      mountItem(box, running.kept, item, index);
    });
    page.classList.add("with-sheet");
  });
  window.addEventListener("afterprint", function () {
    if (sheet) sheet.remove();
    sheet = null;
    page.classList.remove("with-sheet");
  });
}
